namespace EvalGate.Statistics;

/// <summary>Wilcoxon's signed-rank test, for reports only: it asks whether differences are symmetric about 0, not whether their mean is.</summary>
/// <remarks>
/// Formula: differences that are 0 are dropped (Wilcoxon 1945), equal sizes share their mean rank, and the ranks of losses are summed.
/// The p-value is exact over all signs of these ranks, ties included, up to 100 differences; beyond, normal with variance Σ rank²/4 and continuity
/// correction ½. Assumes independent cases and, under the null, differences symmetric about 0. Never gate a mean with it: use <see cref="WestfallYoung"/>.
/// No differences, or all 0: p-values are 1; one loss: ½. Source: Wilcoxon 1945; Pratt and Gibbons 1981 for the conditional distribution under ties.
/// </remarks>
public sealed record SignedRank
{
    private const int MostExact = 100;

    private SignedRank() { }

    /// <summary>Sum of the ranks of gains.</summary>
    public required double GainRanks { get; init; }

    /// <summary>Sum of the ranks of losses.</summary>
    public required double LossRanks { get; init; }

    /// <summary>Number of differences that are not 0.</summary>
    public required int Differing { get; init; }

    /// <summary>Whether the p-values are exact.</summary>
    public bool IsExact => Differing <= MostExact;

    /// <summary>One-sided p-value of "the candidate is not worse"; small means that losses outweigh gains.</summary>
    public required double PValueWorse { get; init; }

    /// <summary>Two-sided p-value: twice the smaller one-sided, at most 1.</summary>
    public required double PValueTwoSided { get; init; }

    /// <summary>Ranks the differences and tests them.</summary>
    /// <remarks>No differences give rank sums of 0 and p-values of 1.</remarks>
    /// <param name="differences">Candidate − baseline per case, finite; round them first when they carry rounding noise, or ties are missed.</param>
    /// <returns>The test.</returns>
    public static SignedRank Of(IReadOnlyList<double> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        double[] ordered = [.. differences.Where(difference => difference != 0).OrderBy(Math.Abs)];
        var doubled = DoubledRanks(ordered);
        var losses = ordered.Zip(doubled).Where(pair => pair.First < 0).Sum(pair => pair.Second);
        var gains = doubled.Sum() - losses;
        double worse = AtLeast(doubled, losses), better = AtLeast(doubled, gains);
        return new()
        {
            GainRanks = gains / 2.0,
            LossRanks = losses / 2.0,
            Differing = ordered.Length,
            PValueWorse = worse,
            PValueTwoSided = Math.Min(1, 2 * Math.Min(worse, better)),
        };
    }

    // Twice the mean rank is whole.
    private static long[] DoubledRanks(double[] ordered)
    {
        var ranks = new long[ordered.Length];
        for (int first = 0, next; first < ordered.Length; first = next)
        {
            next = first;
            while (next < ordered.Length && Math.Abs(ordered[next]) == Math.Abs(ordered[first]))
                next++;
            Array.Fill(ranks, first + 1L + next, first, next - first);
        }

        return ranks;
    }

    private static double AtLeast(long[] ranks, long sum)
    {
        if (ranks.Length > MostExact)
            return NormalCurve.Below((ranks.Sum() / 2.0 - sum + 1) / Math.Sqrt(ranks.Sum(rank => (double)rank * rank) / 4));
        return Math.Min(1, SumDistribution(ranks).Skip((int)sum).Sum());
    }

    // Entry s is the chance that the ranks given a fair sign each add up to s.
    private static double[] SumDistribution(long[] ranks)
    {
        var chances = new double[ranks.Sum() + 1];
        chances[0] = 1;
        long reached = 0;
        foreach (var rank in ranks)
        {
            reached += rank;
            for (var sum = reached; sum >= 0; sum--)
                chances[sum] = (chances[sum] + (sum >= rank ? chances[sum - rank] : 0)) / 2;
        }

        return chances;
    }
}
