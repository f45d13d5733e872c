using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate accept</c></summary>
internal sealed class AcceptVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly Option<string?> _reason = new("--reason") { Description = "Why; kept in the baseline and read in its review.", HelpName = "TEXT" };
    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask.", Arity = ArgumentArity.Zero };
    private readonly Option<bool> _withSnapshots = new("--with-snapshots") { Description = "Approve snapshots that block, too; otherwise they stand in the way.", Arity = ArgumentArity.Zero };
    private readonly JsonOption _json = new();

    private AcceptVerb(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: every suite with a gate.", terminal);

    public static Verb Create(Terminal terminal) => new AcceptVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("accept", "Makes what ran last the baseline, to be committed and reviewed like code.")
        {
            Examples =
            [
                ("evalgate accept support", "Shows what would be accepted, and asks."),
                ("evalgate accept --yes --reason \"new prompt, see #123\"", "Every suite, without asking: for scripts."),
            ],
            Notes =
            [
                "All complete runs of the same commit, build and stack are pooled as repetitions, never the best of them: two runs tell which metrics repeat, three make small regressions visible. "
                    + "'dotnet build -t:EvalGateAccept' makes two runs and accepts them.",
            ],
        };
        verb.Add(_suite);
        verb.AddAll([.. _place.All, _reason, _yes, _withSnapshots, _json.Option]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var request = new AcceptRunsRequest
        {
            Folder = _place.Folder(parsed, terminal),
            Suite = parsed.GetValue(_suite),
            Results = _place.Results(parsed, terminal),
            AcceptedBy = terminal.User,
            Reason = parsed.GetValue(_reason),
            WithSnapshots = parsed.GetValue(_withSnapshots),
        };
        var prepared = AcceptRunsCommand.Prepare(request, new YamlLanguage());
        if (terminal.ShowAny(prepared.Problems))
        {
            return prepared.Suites.Count == 0 ? ExitCode.Failed : ExitCode.Blocked;
        }

        if (!parsed.GetValue(_yes) && !Confirmed(prepared.Suites, terminal))
        {
            return terminal.IsInteractive ? ExitCode.Blocked : ExitCode.Failed;
        }

        foreach (var suite in prepared.Suites)
        {
            AcceptCommand.Write(suite.Result);
        }

        var text = string.Join('\n', prepared.Suites.Select(s => Report(s, terminal) + "\n"));
        _json.Show(parsed, terminal, text, () => Json(prepared.Suites, terminal));
        return ExitCode.NothingBlocks;
    }

    private static bool Confirmed(IReadOnlyList<PreparedSuite> suites, Terminal terminal)
    {
        if (!terminal.IsInteractive)
        {
            terminal.Error.WriteLine("error: nobody is here to answer. To accept without being asked, add --yes.");
            return false;
        }

        foreach (var suite in suites)
        {
            terminal.Show(AcceptReport.Preview(suite.Runs, suite.Result.AgainstOld) + "\n");
        }

        terminal.Out.Write($"Make {(suites.Count == 1 ? "this the baseline" : "these the baselines")}? [y/N] ");
        if (terminal.In.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES")
        {
            return true;
        }

        terminal.Out.WriteLine("Nothing was changed.");
        return false;
    }

    private static string Report(PreparedSuite suite, Terminal terminal) =>
        AcceptReport.Write(((Accepted)suite.Result.Acceptance).Baseline, Near.Path(terminal.Folder, suite.Result.BaselinePath), suite.Result.AgainstOld)
        + (suite.Result.ApprovedSnapshots is > 0 and var count ? $"\n{Figures.Count(count, "snapshot")} {(count == 1 ? "was" : "were")} approved with it." : "");

    private static string Json(IReadOnlyList<PreparedSuite> suites, Terminal terminal) => JsonText.Of("accepted", json =>
    {
        json.WriteStartArray("suites");
        foreach (var suite in suites)
        {
            var baseline = ((Accepted)suite.Result.Acceptance).Baseline;
            json.WriteStartObject();
            json.WriteString("suite", suite.Suite);
            json.WriteString("baseline", Near.Path(terminal.Folder, suite.Result.BaselinePath));
            json.WriteNumber("cases", baseline.Cases.Count);
            json.WriteString("commit", baseline.Header.Commit);
            json.WriteTexts("runs", baseline.Header.Runs);
            json.WriteString("against_old", suite.Result.AgainstOld is { } verdict ? TextReport.Headline(verdict) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
