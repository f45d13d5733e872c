using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads a metric that is the ratio of two others: <c>{ ratio: cost_usd / correct, better: lower }</c>.</summary>
/// <param name="problems">Where problems go.</param>
/// <param name="scored">The metrics that scorers give, and the names of all.</param>
internal sealed class RatioReader(Problems problems, DeclaredMetrics scored)
{
    private const long Scale = 1_000_000;

    /// <summary>Whether a metric says that it is a ratio.</summary>
    public static bool IsRatio(Node node) => node is Map map && map.Entries.Any(e => e.Key.Text == "ratio");

    public Metric? Read(Scalar name, Node node)
    {
        var map = new MapReader((Map)node, problems, $"metric '{ShownText.Of(name.Text)}'");
        var ratio = map.RequiredScalar("ratio");
        var better = MetricsReader.Better(map, null);
        map.Finish();
        if (ratio is null)
        {
            return null;
        }

        if (ratio.Text.Split('/') is not [var above, var below] || above.Trim() is not { Length: > 0 } of || below.Trim() is not { Length: > 0 } per)
        {
            problems.Add(DiagnosticCodes.WrongValue, ratio, $"'ratio' is {ratio.Kind}; write two metrics, such as cost_usd / correct.");
            return null;
        }

        return Part(ratio, of) is { } first && Part(ratio, per) is { } second && !IsSame(ratio, first, second) ? Of(name, first, second, better) : null;
    }

    private Metric Of(Scalar name, Metric of, Metric per, Direction better) => new()
    {
        Name = name.Text,
        Scorer = new("ratio", false, new Dictionary<string, string>()),
        Ratio = new(of.Name, per.Name),
        Kind = MetricKind.Continuous,
        Better = better,
        Scale = Scale,
        Unit = of.Unit,
        Place = problems.At(name),
    };

    private bool IsSame(Scalar ratio, Metric of, Metric per)
    {
        if (of.Name == per.Name)
        {
            problems.Add(DiagnosticCodes.WrongValue, ratio, $"'ratio' is {ratio.Kind}, which is always 1; write two different metrics.");
        }

        return of.Name == per.Name;
    }

    private Metric? Part(Scalar ratio, string name)
    {
        var at = ratio with { Column = ratio.Column + ratio.Text.IndexOf(name, StringComparison.Ordinal) + (ratio.IsPlain ? 0 : 1), Text = name };
        if (scored.Find(at, problems) is { Kind: not MetricKind.Duration } metric)
        {
            return metric;
        }

        if (scored.Sound.Any(m => m.Name == name))
        {
            problems.Add(DiagnosticCodes.WrongValue, at, $"'{ShownText.Of(name)}' is a duration: it changes with the machine, and so would the ratio. Use costs, tokens or counts.");
        }
        else if (scored.Ratios.Contains(name))
        {
            problems.Add(DiagnosticCodes.WrongValue, at, $"'{ShownText.Of(name)}' is a ratio itself; a ratio is made of two metrics that scorers give.");
        }

        return null;
    }
}
