namespace EvalGate.Statistics;

internal static class SortedQuantile
{
    // Type 7 of Hyndman and Fan 1996.
    public static double Interpolated(double[] sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var lower = (int)position;
        var upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + (position - lower) * (sorted[upper] - sorted[lower]);
    }
}
