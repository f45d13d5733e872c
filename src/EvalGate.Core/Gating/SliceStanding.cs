using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>How the metrics of one slice stand together.</summary>
public enum Standing
{
    /// <summary>No metric is proven better or worse.</summary>
    Unchanged,

    /// <summary>At least one metric is proven better, none worse.</summary>
    Improved,

    /// <summary>Some metrics are proven better and some worse: a choice, not a mistake.</summary>
    Mixed,

    /// <summary>At least one metric is proven worse and none better: nothing speaks for the candidate.</summary>
    Dominated,
}

/// <summary>The metrics of one slice, seen together.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Standing">What follows from the metrics below.</param>
/// <param name="Better">Metrics proven better: the 90 % interval of the change lies wholly on the good side.</param>
/// <param name="Worse">Metrics that regressed, traded ones included.</param>
public sealed record SliceStanding(Slice Slice, Standing Standing, IReadOnlyList<string> Better, IReadOnlyList<string> Worse)
{
    /// <summary>One per slice in which any metric is proven better or worse, overall first.</summary>
    /// <param name="comparisons">All comparisons of a verdict.</param>
    internal static IReadOnlyList<SliceStanding> Of(IEnumerable<Comparison> comparisons) =>
        [.. comparisons.Where(c => (c.Metric.Kind != MetricKind.Duration || c.Variant is not null) && c is { IsAnchored: false, Weighting: null }).GroupBy(c => c.Slice).OrderBy(g => g.Key).Select(Of).Where(s => s.Standing != Standing.Unchanged)];

    private static SliceStanding Of(IGrouping<Slice, Comparison> slice)
    {
        var better = Names(slice.Where(TradeJudge.IsProvenGain));
        var worse = Names(slice.Where(c => c.Verdict == Verdict.Regressed));
        var standing = (better.Length, worse.Length) switch
        {
            (0, 0) => Standing.Unchanged,
            (_, 0) => Standing.Improved,
            (0, _) => Standing.Dominated,
            _ => Standing.Mixed,
        };
        return new(slice.Key, standing, better, worse);
    }

    private static string[] Names(IEnumerable<Comparison> comparisons) => [.. comparisons.Select(c => c.Metric.Name).Distinct(StringComparer.Ordinal)];
}
