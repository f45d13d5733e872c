using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What can be said for a slice: how large the change may be, and whether a loss as large as the tolerance is ruled out.</summary>
internal static class Assurance
{
    /// <summary>One-sided level of "held"; the shown interval is the matching two-sided one.</summary>
    public const double Level = 0.05;

    /// <summary>Coverage of shown intervals.</summary>
    public const double Confidence = 1 - (2 * Level);

    /// <summary>Below so many degrees of freedom a cluster-robust figure is worth nothing.</summary>
    private const double LeastDegreesOfFreedom = 4;

    /// <summary>90 % interval of candidate − baseline in the metric's own direction; null where none can be given.</summary>
    public static ConfidenceInterval? Interval(Metric metric, SliceSample slice) => OrientedInterval(slice) is { } interval ? Shown(metric, interval) : null;

    /// <summary>An oriented interval in the metric's own direction, no wider than the metric can change; null for an infinite one.</summary>
    public static ConfidenceInterval? Shown(Metric metric, ConfidenceInterval known)
    {
        if (!double.IsFinite(known.Lower) || !double.IsFinite(known.Upper))
        {
            return null;
        }

        var most = metric.Range is { } range ? (double)range.Width : double.PositiveInfinity;
        var (lower, upper) = (Math.Max(known.Lower, -most), Math.Min(known.Upper, most));
        return metric.Better == Direction.Higher ? new(lower, upper, Confidence) : new(-upper, -lower, Confidence);
    }

    /// <summary>Whether "lost the tolerance or more" is rejected, and a loss of that size would probably have shown.</summary>
    public static bool IsHeld(Metric metric, SliceSample slice, double tolerance)
    {
        if (metric.Range is not { } range)
        {
            return false;
        }

        var worst = (double)range.Width;
        return RareLoss.IsRuledOut(slice.Independent, tolerance, worst, Level) && NonInferiority(slice, tolerance, worst) <= Level;
    }

    /// <summary>Whether the candidate's own level is above a floor (or below a ceiling) with 95 % assurance.</summary>
    public static bool IsLevelHeld(Metric metric, SliceSample slice, decimal level)
    {
        var sign = metric.Better == Direction.Higher ? 1 : -1;
        return metric.Range is not null && LowerBound(slice, sign) > sign * (double)level;
    }

    private static double LowerBound(SliceSample slice, int sign)
    {
        if (slice.HasGroups)
        {
            var robust = slice.GroupedCandidate;
            return robust.DegreesOfFreedom < LeastDegreesOfFreedom ? double.NegativeInfinity : robust.Interval(Confidence).Lower;
        }

        if (!slice.IsPassFail)
        {
            return HallT.Interval(slice.CandidateScores, Confidence).Lower;
        }

        var wilson = Wilson.Interval(slice.CandidatePasses, slice.Cases, Confidence);
        return sign > 0 ? wilson.Lower : -wilson.Upper;
    }

    private static ConfidenceInterval? OrientedInterval(SliceSample slice)
    {
        if (slice.IsPassFail)
        {
            return TangoScore.Interval(slice.Gains, slice.Losses, slice.Cases, Confidence);
        }

        if (slice.HasNoSpread)
        {
            return null;
        }

        return slice.HasGroups ? slice.GroupedDifferences.Interval(Confidence) : HallT.Interval(slice.Differences, Confidence);
    }

    private static double NonInferiority(SliceSample slice, double tolerance, double worst)
    {
        if (slice.IsPassFail)
        {
            return TangoScore.NonInferiorityPValue(slice.Gains, slice.Losses, slice.Cases, tolerance);
        }

        if (!slice.HasGroups)
        {
            return AnticipatedLoss.Of(slice.Differences, worst).PValueAbove(-tolerance);
        }

        var robust = slice.GroupedDifferencesWithALoss(worst);
        return robust.DegreesOfFreedom < LeastDegreesOfFreedom ? 1 : robust.PValueAbove(-tolerance);
    }
}
