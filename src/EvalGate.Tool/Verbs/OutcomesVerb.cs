using System.CommandLine;
using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.Outcomes;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Tool.Options;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Verbs;

/// <summary><c>evalgate outcomes</c></summary>
internal sealed class OutcomesVerb
{
    private readonly PlaceOptions _place = new();
    private readonly Argument<string?> _suite;
    private readonly JsonOption _json = new();

    private OutcomesVerb(Terminal terminal) => _suite = _place.Suite("SUITE", "A suite's name. Default: the only one.", terminal);

    public static Verb Create(Terminal terminal) => new OutcomesVerb(terminal).Build(terminal);

    private Verb Build(Terminal terminal)
    {
        var verb = new Verb("outcomes", "Says how each release did in production, slice by slice, and whether the eval had predicted it.")
        {
            Examples = [("evalgate outcomes support", "Reads support.outcomes.yaml beside the suite, and the signals and releases it names.")],
            Notes =
            [
                "NAME.outcomes.yaml: 'files' (one row per request: id, release, slices, signals), 'signals' (name: { kind: binary|number, better: lower|higher, column, delay }), "
                    + "'release', 'id' and 'time' (columns), 'slices', 'releases' (result files named like releases; default: the baselines in git's history, by commit).",
                "Findings are for people: the exit code is 0. A change of a signal is marked at a false discovery rate of 5 %; a metric predicts a signal when the 95 % interval of their rank correlation, over whole releases, lies above 0.",
            ],
        };
        verb.Add(_suite);
        verb.AddAll([_place.Project, _json.Option]);
        verb.SetAction(parsed => Invoke(parsed, terminal));
        return verb;
    }

    private int Invoke(ParseResult parsed, Terminal terminal)
    {
        var result = OutcomesCommand.Execute(_place.Folder(parsed, terminal), parsed.GetValue(_suite), new YamlLanguage());
        terminal.ShowAny(result.Problems);
        if (result.Report is not { } report)
        {
            return ExitCode.Failed;
        }

        _json.Show(parsed, terminal, OutcomesText.Write(report, terminal.Width), () => Json(report));
        return ExitCode.NothingBlocks;
    }

    private static string Json(OutcomeReport report) => JsonText.Of("outcomes", json =>
    {
        json.WriteString("suite", report.Suite);
        json.WriteTexts("releases", report.Releases);
        json.WriteNumber("requests", report.Requests);
        json.WriteNumber("joined", report.Joined);
        json.WriteAll("trends", report.Trends, trend => Write(json, trend));
        json.WriteAll("mixes", report.Mixes, mix =>
        {
            json.WriteString("signal", mix.Signal.Name);
            json.WriteString("attribute", mix.Attribute);
            json.WriteNumber("rate", mix.Change.Rate);
            json.WriteNumber("mix", mix.Change.Mix);
            json.WriteBoolean("reversal", mix.Change.IsReversal);
        });
        json.WriteAll("links", report.Links, link => Write(json, link));
        json.WriteTexts("comfort_metrics", report.ComfortMetrics);
    });

    private static void Write(Utf8JsonWriter json, SignalTrend trend)
    {
        json.WriteString("signal", trend.Signal.Name);
        json.WriteString("slice", trend.Slice.ToString());
        json.WriteNumberOrNull("change", trend.Change);
        json.WriteNumberOrNull("lower", trend.Interval.Lower);
        json.WriteNumberOrNull("upper", trend.Interval.Upper);
        json.WriteNumber("p_adjusted", trend.AdjustedPValue);
        json.WriteBoolean("worse", trend.IsWorse);
        json.WriteAll("points", trend.Points, point =>
        {
            json.WriteString("release", point.Release);
            json.WriteNumber("requests", point.Requests);
            json.WriteNumberOrNull("mean", point.Mean);
        });
    }

    private static void Write(Utf8JsonWriter json, EvalLink link)
    {
        json.WriteString("metric", link.Metric.Name);
        json.WriteString("signal", link.Signal.Name);
        json.WriteString("finding", JsonNamingPolicy.SnakeCaseLower.ConvertName(link.Finding.ToString()));
        json.WriteNumberOrNull("rho", link.Rho);
        json.WriteNumberOrNull("lower", link.Interval?.Lower);
        json.WriteNumberOrNull("upper", link.Interval?.Upper);
        json.WriteNumber("agreeing", link.Agreeing);
        json.WriteNumber("moves", link.Moves);
        json.WriteAll("pairs", link.Pairs, pair =>
        {
            json.WriteString("release", pair.Release);
            json.WriteString("slice", pair.Slice);
            json.WriteNumber("offline", pair.Offline);
            json.WriteNumber("online", pair.Online);
        });
    }
}
