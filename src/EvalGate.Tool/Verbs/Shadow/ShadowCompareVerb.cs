using System.CommandLine;
using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.ShadowLogs;
using EvalGate.Suites;
using EvalGate.Tool.Options;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate shadow compare</c></summary>
internal sealed class ShadowCompareVerb
{
    private readonly ShadowSources _sources = new();
    private readonly Option<string[]> _slices = new("--slices") { Description = "Attributes to slice by, and crosses of them: language,topic,language*topic. Default: all attributes and all pairs of two; with --suite, its own.", HelpName = "NAMES" };
    private readonly Option<string[]> _maxDrop = Bound("max_drop", "How far a metric may fall: agrees=5pp. Default for agrees: 2pp, slices 5pp.");
    private readonly Option<string[]> _maxRise = Bound("max_rise", "The same where lower is better. Default: failed 1pp, refused 2pp, words 30%, ms 20%, cost_usd 10%.");
    private readonly Option<string> _falseAlarms = new("--false-alarms") { Description = "How often an equally good candidate may be red, over all metrics and slices. Default: 5%.", HelpName = "SHARE", DefaultValueFactory = _ => "5%" };
    private readonly Option<int> _promote = new("--promote") { Description = "Makes cases of so many disagreements, those that teach most first.", HelpName = "NUMBER" };
    private readonly Option<string> _expected = new("--expected") { Description = "What promoted cases expect: none (the default), incumbent or candidate, whose answer it is.", HelpName = "none|incumbent|candidate", DefaultValueFactory = _ => "none" };
    private readonly CaseOptions _options = new();

    public static Verb Create(Terminal terminal) => new ShadowCompareVerb().Build(terminal);

    private static Option<string[]> Bound(string key, string description) => new(ComparedBound.Switch(key)) { Description = description, HelpName = "[METRIC=]FIGURE" };

    private Verb Build(Terminal terminal)
    {
        _expected.AcceptOnlyFromAmong("none", "incumbent", "candidate");
        var verb = new Verb("compare", "Says whether the candidate may take over: ready, not ready, or cannot tell yet and how many more pairs would.")
        {
            Examples =
            [
                ("evalgate shadow compare 'logs/*.jsonl'", "Agreement against the noise floor, refusals, failures, length, time and cost: overall, by every attribute and every pair of two."),
                ("evalgate shadow compare 'logs/*.jsonl' --suite support", "The suite's slices and rules, and its scorers that need no expected value."),
                ("evalgate shadow compare 'postgresql://reader@db/logs?table=shadow.pairs'", "The same log in a table; several tables are the shards of one log."),
                ("evalgate shadow compare 'logs/*.jsonl' --promote 50 --expected incumbent", "Makes the fifty disagreements that teach most cases of the suite."),
            ],
            Notes =
            [
                "A table has the columns at, id, arm, key, rate, slices, input, incumbent and shadow, as a line has members; an object may be a column of JSON, or its text. Passwords come from PGPASSWORD or a password file, and from CLICKHOUSE_PASSWORD.",
                "A pair agrees when nothing differs but white space, case and markup, or what the suite's 'snapshots:' ignore. Agreement is held against pairs of the incumbent with itself (NoiseShare): only what is beyond its own noise counts.",
                "Ready is exit code 0, not ready 1, cannot tell yet 2. Promoting does not change it.",
            ],
        };
        verb.Add(_sources.Argument);
        _options.AddTo(verb, _slices, _maxDrop, _maxRise, _falseAlarms, _promote, _expected);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var problems = new List<Diagnostic>();
        var request = new ShadowCompareRequest
        {
            Folder = terminal.Folder,
            Logs = _sources.Logs(parsed),
            Rows = _sources.Rows(parsed, terminal),
            Project = _options.Folder(parsed, terminal),
            Suite = _options.Suite(parsed),
            Slices = parsed.GetValue(_slices) is { Length: > 0 } slices ? CompareVerb.Slices(slices) : null,
            Bounds = [.. Bounds(parsed, _maxDrop, "max_drop"), .. Bounds(parsed, _maxRise, "max_rise")],
            FalseAlarms = CompareVerb.FalseAlarms(parsed.GetRequiredValue(_falseAlarms), problems),
        };
        var result = problems.Count > 0 ? new() { Problems = problems } : ShadowCompareCommand.Execute(request, new YamlLanguage());
        if (terminal.ShowAny(result.Problems))
        {
            return ExitCode.Failed;
        }

        var promotion = Promote(parsed, terminal, request, result);
        if (terminal.ShowAny(promotion?.Problems ?? []))
        {
            return ExitCode.Failed;
        }

        _options.Json.Show(parsed, terminal, ShadowText.Of(result, promotion, terminal), () => ShadowText.Json(result, promotion));
        return ShadowText.ExitCodeOf(result.CutOver.Answer);
    }

    private static IEnumerable<ComparedBound> Bounds(ParseResult parsed, Option<string[]> option, string key) =>
        (parsed.GetValue(option) ?? []).Select(Assignment.Of).Select(a => new ComparedBound(key, a.Name, a.Value));

    private ShadowPromotionResult? Promote(ParseResult parsed, Terminal terminal, ShadowCompareRequest request, ShadowCompareResult result) => parsed.GetValue(_promote) is not (> 0 and var count) ? null : ShadowPromotion.Execute(
        new()
        {
            Folder = request.Folder,
            Project = request.Project,
            Suite = request.Suite,
            Pairs = result.Disagreements,
            Count = count,
            Expected = Enum.Parse<PromotedAnswer>(parsed.GetRequiredValue(_expected), ignoreCase: true),
            Today = CaseOptions.Today(terminal),
        },
        new YamlLanguage());
}
