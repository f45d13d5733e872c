using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate cases lint</c></summary>
internal sealed class CasesLintVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly Option<bool> _strict = new("--strict") { Description = "Exit code 1 when there is a warning.", Arity = ArgumentArity.Zero };
    private readonly Option<int> _stale = new("--stale-after") { Description = "Days after which a review is stale. Default: 180.", HelpName = "DAYS", DefaultValueFactory = _ => 180 };
    private readonly JsonOption _json = new();

    private CasesLintVerb(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: every suite.", terminal);

    public static Verb Create(Terminal terminal) => new CasesLintVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("lint", "Checks eval sets for what can be read and is wrong all the same.")
        {
            Examples =
            [
                ("evalgate cases lint", "Every suite: copies and contradictions, slices with too few cases or none, cases that always or never fail, stale reviews, answers in inputs, damaged texts, secrets."),
                ("evalgate cases lint support --strict", "One suite; fails on warnings, as a build server wants it. Notes never count."),
            ],
            Notes = ["Copies are found by MinHash over pairs of words, in time that grows with the number of cases. Give what belongs together one 'group': it then counts once."],
        };
        verb.Add(_suite);
        verb.AddAll([.. _place.All, _strict, _stale, _json.Option]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var result = LintCommand.Execute(
            new()
            {
                Folder = _place.Folder(parsed, terminal),
                From = terminal.Folder,
                Suite = parsed.GetValue(_suite),
                Results = _place.Results(parsed, terminal),
                Today = DateOnly.FromDateTime(terminal.Clock.GetUtcNow().UtcDateTime),
                Settings = new() { StaleAfterDays = parsed.GetValue(_stale) },
            },
            new YamlLanguage());
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, Text(result), () => JsonText.Of("lint", json =>
        {
            json.WriteNumber("cases", result.Cases);
            json.WriteNumber("warnings", Count(result, Severity.Warning));
            json.WriteDiagnostics(result.Findings);
        }));
        return parsed.GetValue(_strict) && Count(result, Severity.Warning) > 0 ? ExitCode.Blocked : ExitCode.NothingBlocks;
    }

    private static int Count(LintResult result, Severity severity) => result.Findings.Count(f => f.Severity == severity);

    private static string Text(LintResult result)
    {
        var (warnings, notes) = (Count(result, Severity.Warning), Count(result, Severity.Note));
        return string.Concat(result.Findings.Select(f => $"{f}\n"))
            + string.Create(CultureInfo.InvariantCulture, $"{result.Cases} active cases: {Figures.Count(warnings, "warning")}, {Figures.Count(notes, "note")}.\n");
    }
}
