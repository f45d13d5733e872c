using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate snapshots check</c></summary>
internal sealed class SnapshotCheckVerb(Terminal terminal)
{
    private readonly SnapshotOptions _options = new(terminal);
    private readonly JsonOption _json = new();

    public static Verb Create(Terminal terminal) => new SnapshotCheckVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("check", "Checks approved files without a run: empty ones, double ones, those of cases that are gone.")
        {
            Examples = [("evalgate snapshots check", "Every suite; exit code 1 when something is wrong.")],
        };
        _options.AddPlaceTo(verb);
        verb.Add(_json.Option);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var suites = SnapshotSuites.Read(_options.Place(parsed, terminal), new YamlLanguage());
        if (terminal.ShowAny(suites.Problems))
        {
            return ExitCode.Failed;
        }

        var found = suites.States.SelectMany(s => TidySnapshotsCommand.Check(s).Select(p => $"{s.Suite}: {p}")).ToArray();
        var sound = $"{Figures.Count(suites.States.Sum(s => s.Folder.Verified.Count), "approved output")}: {(found.Length == 0 ? "nothing is wrong" : Figures.Count(found.Length, "problem"))}.\n";
        _json.Show(parsed, terminal, string.Concat(found.Select(f => f + "\n")) + sound, () => JsonText.Of("snapshot_check", json => json.WriteTexts("problems", found)));
        return found.Length > 0 ? ExitCode.Blocked : ExitCode.NothingBlocks;
    }
}
