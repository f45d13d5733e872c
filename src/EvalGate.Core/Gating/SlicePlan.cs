using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What a slice could have seen, and how many cases it would take.</summary>
internal static class SlicePlan
{
    /// <summary>How many cases of the whole suite a slice's own flip rate is weighed against: small slices borrow the suite's noise.</summary>
    public const double BorrowedCases = 20;

    public static double? SmallestDetectable(MetricContext context, SliceSample slice, double tolerance)
    {
        if (context.IsBlind(slice))
        {
            return null;
        }

        return slice.IsPassFail
            ? Planning.SmallestDetectableDrop(PassFail(context, slice, tolerance))
            : Planning.SmallestDetectableDrop(Mean(context, slice, tolerance));
    }

    /// <summary>Further cases for "held" at 80 % power if nothing changed.</summary>
    public static long? CasesNeeded(MetricContext context, SliceSample slice, double tolerance)
    {
        if (context.Metric.Range is not { } range)
        {
            return null;
        }

        var total = slice.IsPassFail
            ? Planning.CasesForHeld(PassFail(context, slice, tolerance))
            : Planning.CasesForHeld(Mean(context, slice, tolerance), (double)range.Width);
        return total is { } cases ? Math.Max(0, cases - slice.Independent) : null;
    }

    public static long? CasesToCatch(MetricContext context, SliceSample slice, double tolerance) =>
        slice.IsPassFail ? Planning.CasesToCatch(PassFail(context, slice, tolerance)) : null;

    private static PassFailPlan PassFail(MetricContext context, SliceSample slice, double tolerance)
    {
        var (flips, cases) = (context.Measured.Differing, context.Measured.Cases);
        var suite = (flips + 1.0) / (cases + 2.0);
        var own = slice.Gains + slice.Losses;
        var rate = (own + (BorrowedCases * suite)) / (slice.Cases + BorrowedCases);
        return new(slice.Cases, rate, tolerance, context.PlanningLevel);
    }

    private static MeanPlan Mean(MetricContext context, SliceSample slice, double tolerance)
    {
        var own = slice.VarianceOfUnits;
        var suite = context.Slices.Values.MaxBy(s => s.Cases) is { } largest ? largest.VarianceOfUnits : own;
        var degrees = Math.Max(0, slice.Independent - 1);
        var variance = ((degrees * own) + (BorrowedCases * suite)) / (degrees + BorrowedCases);
        return new(slice.Independent, Math.Sqrt(variance), tolerance, context.PlanningLevel);
    }
}
