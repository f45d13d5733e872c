using EvalGate.Gating;

namespace EvalGate.ShadowLogs;

/// <summary>Whether the candidate may take the incumbent's place.</summary>
public enum CutOverAnswer
{
    /// <summary>It is shown to be no worse than tolerated overall, and looks worse in no slice.</summary>
    Ready,

    /// <summary>It is shown to be worse.</summary>
    NotReady,

    /// <summary>Neither is shown.</summary>
    CannotTell,
}

/// <summary>The answer that a shadow is run for.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="PairsNeeded">About how many further pairs would tell, if nothing changed; null when that is not what is missing.</param>
/// <param name="Reasons">Why it is not <see cref="CutOverAnswer.Ready"/>, one sentence each.</param>
public sealed record CutOver(CutOverAnswer Answer, long? PairsNeeded, IReadOnlyList<string> Reasons)
{
    // Standard normal quantiles: "held" is shown at 5 %, one-sided, and shall be shown four times in five.
    private const double Sure = 1.6448536269514722;
    private const double FourInFive = 0.8416212335729143;

    // What a drop takes to be proven among some dozens of slices, in standard errors.
    private const double ProvenAmongMany = 3.5;

    /// <summary>The answer that a verdict gives.</summary>
    /// <param name="verdict">The judged metrics.</param>
    /// <param name="hasNoiseFloor">Whether the incumbent was held against itself.</param>
    public static CutOver Of(SuiteVerdict verdict, bool hasNoiseFloor)
    {
        var regressed = verdict.Comparisons.Where(c => c.Verdict == Verdict.Regressed && !c.IsTraded).ToArray();
        if (regressed.Length > 0)
        {
            return new(CutOverAnswer.NotReady, null, [.. regressed.OrderByDescending(c => Math.Abs(c.Difference ?? 0)).Select(c => $"{c.Metric.Label} regressed on {c.Slice}.")]);
        }

        var open = verdict.Comparisons.Select(c => Open(c, verdict.Cases)).OfType<(string Reason, long? Needed)>().ToArray();
        string[] reasons = [.. open.Select(o => o.Reason), .. hasNoiseFloor ? (string[])[] : ["There is no noise floor to hold agreement against: log some pairs of the incumbent with itself (NoiseShare)."]];
        return reasons.Length == 0 ? new(CutOverAnswer.Ready, null, []) : new(CutOverAnswer.CannotTell, open.Max(o => o.Needed), reasons);
    }

    /// <summary>What a comparison leaves open; null when it leaves nothing that matters.</summary>
    private static (string Reason, long? Needed)? Open(Comparison c, int pairs)
    {
        var needed = Further(c) is { } own && c.Cases > 0 ? (long?)Math.Ceiling(own * (double)pairs / c.Cases) : null;
        return c.Verdict switch
        {
            Verdict.NotJudged => ($"{c.Metric.Label} was not judged on {c.Slice}: {c.Reason}.", null),
            Verdict.Inconclusive => ($"{c.Metric.Label} looks worse on {c.Slice}, with too few pairs to be sure.", needed),
            Verdict.Clear when c.Slice.IsOverall && c.Metric.IsQuality && c.Rule.Bound is MaxChange =>
                ($"{c.Metric.Label} is not yet shown to be within what is allowed.", needed),
            _ => null,
        };
    }

    /// <summary>
    /// Further pairs of the slice: for a suspicion, until it is proven if it is as large as it looks; else until the interval lies within the tolerance if
    /// nothing changed.
    /// </summary>
    private static double? Further(Comparison c)
    {
        if (c is not { Interval: { } interval, Difference: { } difference, Tolerance: > 0 and var tolerance })
        {
            return c.CasesNeeded;
        }

        var error = (interval.Upper - interval.Lower) / (2 * Sure);
        var (distance, errors) = c.Verdict == Verdict.Inconclusive ? (Math.Abs(difference), ProvenAmongMany) : (tolerance, Sure);
        return Math.Max(1, c.CasesNeeded ?? (c.Cases * (Math.Pow((errors + FourInFive) * error / distance, 2) - 1)));
    }
}
