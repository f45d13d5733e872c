namespace EvalGate.Statistics.Tests.Permutation;

// The textbook form, for judging the fast one: every assignment's sums are listed, nothing is shared.
internal static class NaiveStepDown
{
    public static (double[] PValues, double[] Adjusted) Of(double[] observed, IReadOnlyList<double[]> assignments)
    {
        var slices = Enumerable.Range(0, observed.Length).ToArray();
        var deviations = slices.Select(slice => Math.Sqrt(assignments.Average(sums => sums[slice] * sums[slice]))).ToArray();
        double T(double[] sums, int slice) => -sums[slice] / deviations[slice];
        var adjusted = new double[observed.Length];
        var remaining = slices.OrderByDescending(slice => T(observed, slice)).ToList();
        double largest = 0;
        while (remaining.Count > 0)
        {
            var strongest = remaining[0];
            var share = assignments.Count(sums => remaining.Max(slice => T(sums, slice)) >= T(observed, strongest) - 1e-9)
                / (double)assignments.Count;
            adjusted[strongest] = largest = Math.Max(largest, share);
            remaining.RemoveAt(0);
        }

        double[] single = [.. slices.Select(slice => assignments.Count(sums => sums[slice] <= observed[slice] + 1e-9) / (double)assignments.Count)];
        return (single, adjusted);
    }

    // Every sum that arises when one vector per unit is picked in all ways.
    public static IReadOnlyList<double[]> Combine(IEnumerable<IReadOnlyList<double[]>> units) =>
        units.Aggregate(
            (IReadOnlyList<double[]>)[[]],
            (sums, choices) => [.. sums.SelectMany(sum => choices.Select(choice => Add(sum, choice)))]);

    private static double[] Add(double[] sum, double[] choice) =>
        sum.Length == 0 ? choice : [.. sum.Zip(choice, (left, right) => left + right)];
}
