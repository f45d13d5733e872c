using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate cases retire</c>, <c>quarantine</c>, <c>restore</c> and <c>relabel</c>: one line per case changes, and nothing else.</summary>
internal sealed class CasesEditVerb
{
    private readonly Argument<string[]> _ids = new("ID") { Description = "The cases.", Arity = ArgumentArity.OneOrMore };
    private readonly CaseOptions _options = new();
    private readonly Terminal _terminal;
    private readonly string _done;
    private readonly Func<ParseResult, List<Diagnostic>, CaseStep> _step;

    private CasesEditVerb(Terminal terminal, string done, Func<ParseResult, List<Diagnostic>, CaseStep> step) => (_terminal, _done, _step) = (terminal, done, step);

    public static Verb Retire(Terminal terminal)
    {
        var reason = Reason();
        return new CasesEditVerb(terminal, "retired", (parsed, _) => new RetireStep(parsed.GetRequiredValue(reason))).Build(
            new("retire", "Takes cases out of the runs and keeps them for history, with a reason.")
            {
                Examples = [("evalgate cases retire refund-en-007 --reason \"the 14-day offer ended\"", "The gate knows that the case left on purpose.")],
            },
            reason);
    }

    public static Verb Quarantine(Terminal terminal)
    {
        var reason = Reason();
        var until = new Option<string>("--until") { Description = "The last day, such as 2026-12-31.", HelpName = "DATE", Required = true, Validators = { RequireDate } };
        return new CasesEditVerb(terminal, "quarantined", (parsed, _) => new QuarantineStep(parsed.GetRequiredValue(reason), Date(parsed.GetRequiredValue(until))!.Value)).Build(
            new("quarantine", "Exempts flaky or wrong cases from 'must' until a day; they still run and count.")
            {
                Examples = [("evalgate cases quarantine refund-en-007 --reason flaky --until 2026-12-31", "After that day 'cases lint' asks for a decision.")],
            },
            reason,
            until);
    }

    public static Verb Restore(Terminal terminal) => new CasesEditVerb(terminal, "restored", (_, _) => new RestoreStep()).Build(
        new("restore", "Brings cases back from retirement and out of quarantine.")
        {
            Examples = [("evalgate cases restore refund-en-007", "It runs and counts again.")],
        });

    public static Verb Relabel(Terminal terminal)
    {
        var expected = new Option<string[]>("--expected") { Description = "The new expected value: JSON, or KEY=VALUE for each member of an object.", HelpName = "VALUE", Required = true };
        return new CasesEditVerb(terminal, "relabelled", (parsed, problems) => new RelabelStep(JsonValueText.Read("--expected", parsed.GetValue(expected) ?? [], problems), CaseOptions.Today(terminal))).Build(
            new("relabel", "Gives a case another expected value, reviewed today.")
            {
                Examples = [("evalgate cases relabel refund-en-007 --expected '{\"intent\":\"warranty\"}'", "The baseline's result for it no longer counts: its content changed.")],
            },
            expected);
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why; kept in the case and read in its review.", HelpName = "TEXT", Required = true, Validators = { RequireText } };

    private static void RequireText(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens.All(t => string.IsNullOrWhiteSpace(t.Value)))
        {
            result.AddError("--reason: say why.");
        }
    }

    private static void RequireDate(System.CommandLine.Parsing.OptionResult result)
    {
        foreach (var token in result.Tokens.Where(t => Date(t.Value) is null))
        {
            result.AddError($"--until {token.Value}: write a date such as 2026-12-31.");
        }
    }

    private static DateOnly? Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private Verb Build(Verb verb, params Option[] own)
    {
        verb.Add(_ids);
        _options.AddTo(verb, own);
        verb.SetAction(Invoke);
        return verb;
    }

    private int Invoke(ParseResult parsed)
    {
        var problems = new List<Diagnostic>();
        var request = new EditCasesRequest { Folder = _options.Folder(parsed, _terminal), From = _terminal.Folder, Suite = _options.Suite(parsed), Ids = parsed.GetValue(_ids) ?? [], Step = _step(parsed, problems) };
        var result = problems.Count > 0 ? new(problems, []) : EditCasesCommand.Execute(request, new YamlLanguage());
        if (_terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _options.Json.Show(parsed, _terminal, string.Concat(result.Cases.Select(c => $"{_done} {c.Id} in {CaseOptions.Shown(_terminal, c.File)}\n")), () => JsonText.Of("cases", json =>
        {
            json.WriteString("became", _done);
            json.WriteTexts("cases", result.Cases.Select(c => c.Id));
            json.WriteTexts("files", result.Cases.Select(c => CaseOptions.Shown(_terminal, c.File)).Distinct(StringComparer.Ordinal));
        }));
        return ExitCode.NothingBlocks;
    }
}
