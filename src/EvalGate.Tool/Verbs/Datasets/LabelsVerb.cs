using System.CommandLine;
using System.Globalization;
using EvalGate.Commands;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate labels</c></summary>
internal sealed class LabelsVerb(Terminal terminal)
{
    private readonly CaseOptions _options = new();
    private readonly Option<string?> _of = new("--of") { Description = "Where the label is, such as expected.intent. Default: what the first metric expects.", HelpName = "PATH" };

    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("labels", "Looks at expected values again: sheets for people, agreement, age.")
        {
            Examples =
            [
                ("evalgate labels sheet --count 60 -o sheet.csv", "A stratified sample to label anew, without the stored labels."),
                ("evalgate labels read sheet.csv", "How far the new labels agree, per slice, and what changed."),
            ],
        };
        verb.Add(new LabelsVerb(terminal).Sheet());
        verb.Add(new LabelsVerb(terminal).Read());
        verb.Add(new LabelsVerb(terminal).Report());
        return verb;
    }

    private Verb Sheet()
    {
        var count = new Option<int>("--count") { Description = "How many cases, about. Default: 50.", HelpName = "NUMBER", DefaultValueFactory = _ => 50 };
        var by = new Option<string?>("--by") { Description = "The slice attribute that is sampled in proportion. Default: the first.", HelpName = "ATTRIBUTE" };
        var seed = new Option<int>("--seed") { Description = "The same seed draws the same cases. Default: 1.", HelpName = "NUMBER", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--output", "-o") { Description = "Where the sheet goes.", HelpName = "FILE.csv", Required = true };
        var verb = new Verb("sheet", "Draws cases to be labelled anew, of every slice its share, into a sheet for people.")
        {
            Examples = [("evalgate labels sheet --count 60 --by category -o sheet.csv", "People fill in 'label'; stored labels are not shown, so that they do not lead.")],
        };
        _options.AddTo(verb, count, by, seed, output, _of);
        verb.SetAction(parsed => Show(parsed, LabelsCommand.Sheet(
            Request(parsed), parsed.GetValue(by), (parsed.GetValue(count), parsed.GetValue(seed)), Path.GetFullPath(parsed.GetRequiredValue(output), terminal.Folder), new YamlLanguage())));
        return verb;
    }

    private Verb Read()
    {
        var sheets = new Argument<string[]>("SHEET") { Description = "Sheets that were filled in, the oldest first. Default: 'labels: sheets' of the suite.", Arity = ArgumentArity.ZeroOrMore };
        var apply = new Option<bool>("--apply") { Description = "Writes the newest sheet's labels into the cases, and today as the review of those it confirmed.", Arity = ArgumentArity.Zero };
        var verb = new Verb("read", "Compares sheets with the stored labels: agreement, what changed, what that does to the last run.")
        {
            Examples =
            [
                ("evalgate labels read labels/2026-08.csv labels/2026-11.csv", "Drift over time, and each case whose label changed."),
                ("evalgate labels read sheet.csv --apply", "After you decided that the sheet is right."),
            ],
            Notes = ["Kappa and alpha are agreement beyond chance: 0.8 to rely on, 0.667 for tentative conclusions. Exit code 1 means that a label changed."],
        };
        verb.Add(sheets);
        _options.AddTo(verb, apply, _of);
        verb.SetAction(parsed => Show(parsed, LabelsCommand.Read(
            Request(parsed), parsed.GetValue(sheets) ?? [], parsed.GetValue(apply), new YamlLanguage())));
        return verb;
    }

    private Verb Report()
    {
        var stale = new Option<int>("--stale-after") { Description = "Days after which a review is stale. Default: 180.", HelpName = "DAYS", DefaultValueFactory = _ => 180 };
        var since = new Option<string?>("--since") { Description = "The day on which a policy changed; with --matching.", HelpName = "DATE", Validators = { RequireDate } };
        var matching = new Option<string?>("--matching") { Description = "What the policy is about: a word or phrase of the cases.", HelpName = "TEXT" };
        var verb = new Verb("report", "Tells how old labels are by slice, what the suite's own sheets say of them, and which ones a change of policy may have made wrong.")
        {
            Examples = [("evalgate labels report --since 2026-09-01 --matching refund", "Cases that mention refunds and were last reviewed before September.")],
        };
        _options.AddTo(verb, stale, since, matching);
        verb.SetAction(parsed => Show(parsed, LabelsCommand.Report(Request(parsed), parsed.GetValue(stale), Policy(parsed.GetValue(since), parsed.GetValue(matching)), new YamlLanguage())));
        return verb;
    }

    private LabelsRequest Request(ParseResult parsed) => new()
    {
        Folder = _options.Folder(parsed, terminal),
        From = terminal.Folder,
        Suite = _options.Suite(parsed),
        Of = parsed.GetResult(_of) is null ? null : parsed.GetValue(_of),
        Today = CaseOptions.Today(terminal),
    };

    private int Show(ParseResult parsed, LabelsResult result)
    {
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        _options.Json.Show(parsed, terminal, LabelsText.Of(result), () => LabelsJson.Of(result));
        return result.Findings.Count > 0 && !result.Applied ? ExitCode.Blocked : ExitCode.NothingBlocks;
    }

    private static (DateOnly Since, string Matching)? Policy(string? since, string? matching) => matching is null ? null : (Date(since) ?? DateOnly.MaxValue, matching);

    private static void RequireDate(System.CommandLine.Parsing.OptionResult result)
    {
        foreach (var token in result.Tokens.Where(t => Date(t.Value) is null))
        {
            result.AddError($"--since {token.Value}: write a date such as 2026-09-01.");
        }
    }

    private static DateOnly? Date(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
