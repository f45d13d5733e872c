namespace EvalGate.Statistics;

internal static class SortedQuantile
{
    // Rank ⌈np⌉, from 1: a value that occurred. A product that is whole on paper may exceed it in the last bits.
    public static int Rank(int count, double probability) => Math.Clamp((int)Math.Ceiling(count * probability * (1 - 1e-12)), 1, count);

    // Type 7 of Hyndman and Fan 1996.
    public static double Interpolated(double[] sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var lower = (int)position;
        var upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + (position - lower) * (sorted[upper] - sorted[lower]);
    }
}
