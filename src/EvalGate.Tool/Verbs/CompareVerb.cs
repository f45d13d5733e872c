using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate compare</c></summary>
internal sealed class CompareVerb
{
    private readonly Argument<string> _base = new("BASE") { Description = "Results before the change: a .jsonl, .csv or .tsv file, or a quoted pattern such as 'base/*.jsonl'." };
    private readonly Argument<string> _candidate = new("CANDIDATE") { Description = "Results of the same cases after the change." };
    private readonly ColumnOptions _columns = new();

    private readonly Option<string[]> _slices = new("--slices")
    {
        Description = "Columns to slice by, and crosses of them: language,category,language*category. Every slice is judged.",
        HelpName = "COLUMNS",
    };

    private readonly Option<string?> _weights = new("--weights")
    {
        Description = "The mix of production, as in a suite: '{ language: { en: 70%, de: 30% } }', or a .json or .csv file of it. Overall is judged once more, as production would feel it.",
        HelpName = "MIX",
    };

    private readonly Option<string[]>[] _bounds =
    [
        Bound("max_drop", "How far a metric may fall: 2pp, 10% of the baseline, or a number. Slices may fall 5pp where less is said."),
        Bound("max_rise", "The same where lower is better."),
        Bound("at_least", "What a metric must reach over all cases."),
        Bound("at_most", "The same where lower is better."),
    ];

    private readonly Option<string> _id = new("--id") { Description = "The column that says which case a row is about. Default: id.", HelpName = "COLUMN", DefaultValueFactory = _ => "id" };
    private readonly Option<string?> _group = new("--group") { Description = "A column of conversations, users or documents: their cases stand and fall together.", HelpName = "COLUMN" };
    private readonly Option<bool> _repetitions = new("--repetitions") { Description = "Rows of one id are repetitions of one case. Without it, a second row of an id is a mistake.", Arity = ArgumentArity.Zero };

    private readonly Option<bool> _unpaired = new("--unpaired")
    {
        Description = "The sides have different cases. Pairs of the same cases show changes that are several times smaller.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string> _decide = Word("--decide", "What turns it red: evidence (the default: a proven drop), estimate (the plain figure), proof (everything not shown to be no worse).", "evidence", "estimate", "proof");
    private readonly Option<string> _inconclusive = Word("--inconclusive", "What \"probably worse, too few cases to be sure\" does: warn (the default), block or pass.", "warn", "block", "pass");
    private readonly Option<string> _falseAlarms = new("--false-alarms") { Description = "How often an unchanged candidate may be red, over all metrics and slices. Default: 5%.", HelpName = "SHARE", DefaultValueFactory = _ => "5%" };
    private readonly Option<string> _name = new("--name") { Description = "What the verdict is called. Default: compare.", HelpName = "NAME", DefaultValueFactory = _ => "compare" };
    private readonly JsonOption _json = new();
    private readonly Option<string?> _report = new("--report") { Description = "The whole report as Markdown.", HelpName = "FILE.md" };

    public static Verb Create(Terminal terminal) => new CompareVerb().Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("compare", "Judges two result files of any harness: is the candidate worse, overall or in any slice?")
        {
            Examples =
            [
                ("evalgate compare base.jsonl new.jsonl --metric correct --max-drop 2pp", "Red when the share of correct answers fell by more than 2 points, and chance is an implausible explanation."),
                ("evalgate compare base.csv new.csv --metric correct --max-drop 2pp \\\n    --slices language,topic,language*topic", "The same for every language, every topic and every pair of them: one bad slice is enough."),
                ("evalgate compare base.jsonl new.jsonl --metric correct --max-drop 2pp \\\n    --metric cost --better cost=lower --max-rise 10%", "Several metrics at once; they share the chance of a false alarm."),
                ("evalgate compare 'base-*.jsonl' 'new-*.jsonl' --group chat --max-drop 0.2 \\\n    --metric output.score --range output.score=1..5", "Shards as one side, a score out of nested JSON, cases of one chat counted together."),
            ],
            Notes =
            [
                "A row is one case: an id, slice columns, metric columns. Rows are paired by id; an empty metric means \"does not apply\". "
                    + "Under 80 % of BASE's cases paired, overall or in a slice, nothing is judged there. The order of rows, the format and the number of files make no difference to the verdict.",
            ],
        };
        verb.Add(_base);
        verb.Add(_candidate);
        verb.AddAll([.. _columns.All, _slices, _weights, .. _bounds, _id, _group, _repetitions, _unpaired, _decide, _inconclusive, _falseAlarms, _name, _json.Option, _report]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private static Option<string[]> Bound(string key, string description) => new(ComparedBound.Switch(key)) { Description = description, HelpName = "[COLUMN=]FIGURE" };

    private static Option<string> Word(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var problems = new List<Diagnostic>();
        var request = Request(parsed, terminal, problems);
        var result = problems.Count > 0 ? new(problems, null) : CompareCommand.Execute(request, new YamlLanguage());
        if (result.Verdict is not { } verdict)
        {
            terminal.ShowAny(result.Problems);
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, TextReport.Write(verdict, new() { Width = terminal.Width, ReportPath = request.ReportPath }), () => JsonReport.Write(verdict));
        return JsonReport.ExitCode(verdict);
    }

    private CompareRequest Request(ParseResult parsed, Terminal terminal, List<Diagnostic> problems) => new()
    {
        Name = parsed.GetRequiredValue(_name),
        Folder = terminal.Folder,
        Baseline = parsed.GetRequiredValue(_base),
        Candidate = parsed.GetRequiredValue(_candidate),
        Id = parsed.GetRequiredValue(_id),
        Group = parsed.GetValue(_group),
        Repetitions = parsed.GetValue(_repetitions),
        Unpaired = IsUnpaired(parsed, problems),
        Metrics = _columns.Read(parsed, problems),
        Slices = Slices(parsed.GetValue(_slices) ?? []),
        Weights = parsed.GetValue(_weights),
        Bounds = [.. _bounds.Zip(BoundText.Keys).SelectMany(o => (parsed.GetValue(o.First) ?? []).Select(Assignment.Of).Select(a => new ComparedBound(o.Second, a.Name, a.Value)))],
        Decide = Enum.Parse<Decision>(parsed.GetRequiredValue(_decide), ignoreCase: true),
        Inconclusive = Enum.Parse<InconclusivePolicy>(parsed.GetRequiredValue(_inconclusive), ignoreCase: true),
        FalseAlarms = FalseAlarms(parsed.GetRequiredValue(_falseAlarms), problems),
        ReportPath = parsed.GetValue(_report),
    };

    private bool IsUnpaired(ParseResult parsed, List<Diagnostic> problems)
    {
        var unpaired = parsed.GetValue(_unpaired);
        if (unpaired && parsed.GetValue(_group) is not null)
        {
            problems.Add(new(DiagnosticCodes.WrongValue, Severity.Error, "cases of a group depend on each other, and the tests of different cases assume that none do: leave one of the two out.", new("--unpaired --group", 0, 0)));
        }

        return unpaired;
    }

    /// <summary>Columns and crosses as they were written, commas or options between them.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Slices(IEnumerable<string> texts) =>
        [.. texts.SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(s => s.Split('*', StringSplitOptions.TrimEntries))];

    internal static double FalseAlarms(string text, List<Diagnostic> problems)
    {
        if (Quantity.Share(text) is >= 0.001m and <= 0.5m and var share)
        {
            return (double)share;
        }

        problems.Add(new(DiagnosticCodes.WrongValue, Severity.Error, "write a share from 0.1% to 50%, such as 5%.", new($"--false-alarms {text}", 0, 0)));
        return 0;
    }
}
