using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Decides which regressions are the price of a gain that the suite said is worth it.</summary>
internal static class TradeJudge
{
    /// <summary>The comparisons, with regressions marked as traded where the trade is fulfilled.</summary>
    /// <remarks>
    /// Fulfilled when the metric that shall gain does so overall by its figure, with a one-sided 95 % bound above 0 (the near end of the 90 %
    /// interval), and regressed in no slice. Then a regression of a metric that may pay for it is traded where it stays within its allowance.
    /// </remarks>
    public static IReadOnlyList<Comparison> Apply(Trade? trade, IReadOnlyList<Comparison> comparisons)
    {
        if (trade is null || !IsEarned(trade, [.. comparisons.Where(c => c.Metric.Name == trade.For && c is { IsAnchored: false, Weighting: null })]))
        {
            return comparisons;
        }

        return [.. comparisons.Select(c => c is { Verdict: Verdict.Regressed, IsWithinTrade: true } ? c with { IsTraded = true, Blocks = false, Reason = Price(trade) } : c)];
    }

    private static bool IsEarned(Trade trade, Comparison[] gains) =>
        gains.All(c => c.Verdict is not (Verdict.Regressed or Verdict.NotJudged))
        && gains.Any(c => c.Slice.IsOverall && c.Rule.Bound is MaxChange && IsProvenGain(c) && Reaches(trade.Gain, c));

    /// <summary>Whether the change is for the better beyond the near end of its 90 % interval.</summary>
    internal static bool IsProvenGain(Comparison c) =>
        c.Interval is { } interval && (c.Metric.Better == Direction.Higher ? interval.Lower > 0 : interval.Upper < 0);

    private static bool Reaches(Tolerance gain, Comparison c) =>
        Math.Abs(c.Difference!.Value) >= gain.InUnits(c.Baseline!.Value) * (1 - 1e-12);

    private static string Price(Trade trade) => $"traded for a gain of {trade.For}";
}
