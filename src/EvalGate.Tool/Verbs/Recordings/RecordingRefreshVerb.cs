using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate recordings refresh</c></summary>
internal sealed class RecordingRefreshVerb(Terminal terminal)
{
    private readonly RecordingOptions _options = new(terminal);
    private readonly Option<string[]> _cases = new("--case") { Description = "Only this case; may be given several times.", HelpName = "ID" };
    private readonly Option<bool> _all = new("--all") { Description = "Every case, not only those that have expired.", Arity = ArgumentArity.Zero };

    public static Verb Create(Terminal terminal) => new RecordingRefreshVerb(terminal).Build();

    private Verb Build()
    {
        var verb = new Verb("refresh", "Forgets recordings that have expired, so that the next run asks the model again.")
        {
            Examples =
            [
                ("evalgate recordings refresh support", "What has expired, in one suite."),
                ("EVALGATE_RECORDINGS=auto dotnet test", "Then: asks for what is missing, and records it."),
            ],
        };
        _options.AddTo(verb, withDays: true);
        verb.Add(_cases);
        verb.Add(_all);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var suites = _options.Read(parsed);
        if (terminal.ShowAny(suites.Problems))
        {
            return ExitCode.Failed;
        }

        var cases = parsed.GetValue(_cases) ?? [];
        if (terminal.ShowAny(Unknown(cases, suites.Censuses)))
        {
            return ExitCode.Failed;
        }

        var forgotten = 0;
        foreach (var (census, file) in suites.Censuses.SelectMany(c => Chosen(c, cases, parsed.GetValue(_all)).Select(f => (c, f))))
        {
            census.Suite.Recordings.Remove(file.Path);
            forgotten++;
        }

        terminal.Show(forgotten == 0
            ? "Nothing to refresh.\n"
            : $"Forgot the recordings of {Figures.Count(forgotten, "case")}.\nNext: EVALGATE_RECORDINGS=auto dotnet test\n");
        return ExitCode.NothingBlocks;
    }

    private static IEnumerable<string> Unknown(string[] cases, IReadOnlyList<RecordingCensus> censuses)
    {
        var kept = censuses.SelectMany(c => c.Kept).Select(f => f.Case.CaseId).ToArray();
        return cases.Where(c => !kept.Contains(c, StringComparer.Ordinal)).Select(c => $"there is no recording of case '{ShownText.Of(c)}'.{Nearest.Hint(c, kept)}");
    }

    private static RecordedFile[] Chosen(RecordingCensus census, string[] cases, bool all) =>
        cases.Length > 0 ? [.. census.Kept.Where(f => cases.Contains(f.Case.CaseId, StringComparer.Ordinal))] : [.. all ? census.Kept : census.Expired];
}
