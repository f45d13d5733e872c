using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate snapshots pull</c></summary>
internal sealed class SnapshotPullVerb(Terminal terminal)
{
    private readonly Argument<string> _source = new("SOURCE") { Description = "What a run in CI left: a pack (pending/*.jsonl), the zip of its artifacts, or a folder of either's content." };
    private readonly PlaceOptions _place = new();
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new SnapshotPullVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("pull", "Brings what a run in CI left for approval, as if it had run here.")
        {
            Examples = [("evalgate snapshots pull evals.zip", "The artifact of a build, as it was downloaded; then 'review'.")],
            Notes = ["Upload TestResults/evalgate as an artifact. Names in the pack never become paths: files are named by the cases of the suites here."],
        };
        verb.Add(_source);
        verb.AddAll([.. _place.All, _json.Option]);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var place = new SnapshotPlace(_place.Folder(parsed, terminal), null, _place.Results(parsed, terminal));
        var result = PullSnapshotsCommand.Execute(place, Path.GetFullPath(parsed.GetRequiredValue(_source), terminal.Folder), new YamlLanguage());
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, string.Concat(result.Packs.Select(Text)) + "Next: evalgate snapshots review\n", () => JsonText.Of("pulled_snapshots", json =>
        {
            json.WriteAll("packs", result.Packs, pack =>
            {
                json.WriteString("suite", pack.Suite);
                json.WriteString("run", pack.Run);
                json.WriteNumber("brought", pack.Brought);
                json.WriteTexts("unknown", pack.Unknown);
                json.WriteString("other_commit", pack.OtherCommit);
            });
        }));
        return ExitCode.NothingBlocks;
    }

    private static string Text(PulledPack pack) => string.Concat(
        $"{pack.Suite}: {Figures.Count(pack.Brought, "output")} of run {ShownText.Of(pack.Run)}\n",
        pack.Unknown.Count == 0 ? "" : $"  {Figures.Count(pack.Unknown.Count, "case")} of the run are not here: {SnapshotWords.Some(pack.Unknown)}\n",
        pack.OtherCommit is { } commit ? $"  The run was of commit {ShownText.Of(commit[..Math.Min(7, commit.Length)])}; another one is checked out.\n" : "");
}
