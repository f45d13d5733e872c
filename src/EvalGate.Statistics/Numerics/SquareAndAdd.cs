namespace EvalGate.Statistics;

// Zou and Donner 2008 ("MOVER"): the interval of a difference from the intervals of its two correlated parts.
internal static class SquareAndAdd
{
    public static ConfidenceInterval Difference(Estimate first, Estimate second, double correlation)
    {
        var difference = first.Value - second.Value;
        return new(
            difference - Distance(first.Value - first.Interval.Lower, second.Interval.Upper - second.Value, correlation),
            difference + Distance(first.Interval.Upper - first.Value, second.Value - second.Interval.Lower, correlation),
            first.Interval.Confidence);
    }

    private static double Distance(double first, double second, double correlation) =>
        double.IsInfinity(first) || double.IsInfinity(second)
            ? double.PositiveInfinity
            : Math.Sqrt(Math.Max(0, first * first - 2 * correlation * first * second + second * second));

    internal readonly record struct Estimate(double Value, ConfidenceInterval Interval);
}
