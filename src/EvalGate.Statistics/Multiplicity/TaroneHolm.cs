namespace EvalGate.Statistics;

/// <summary>Holm's adjustment after Tarone's screening: hypotheses that could not be rejected whatever happened cost nothing.</summary>
public static class TaroneHolm
{
    /// <summary>Screens the hypotheses at <paramref name="level"/> and adjusts those that remain.</summary>
    /// <remarks>
    /// Formula: in ascending order of smallest possible p over weight, the longest run of hypotheses whose last ratio times their total weight is at most
    /// the level (equal weights: at least as many as Tarone's smallest k keeps). Those enter weighted <see cref="Holm"/>; the others are blind.
    /// Hypotheses with equal p_min over weight enter or leave together. Assumes that the smallest p-values are fixed by what the null leaves free.
    /// No hypotheses give none; one is blind when even its smallest p-value exceeds the level. Source: Tarone 1990, Biometrics 46:515; Holm 1979.
    /// </remarks>
    /// <param name="hypotheses">The family.</param>
    /// <param name="level">Chance of any false alarm, in (0, 1).</param>
    /// <returns>Adjusted p-values in the given order; null is blind.</returns>
    public static IReadOnlyList<double?> Adjust(IReadOnlyList<TaroneHypothesis> hypotheses, double level)
    {
        ArgumentNullException.ThrowIfNull(hypotheses);
        Guard.InsideUnit(level, nameof(level));
        foreach (var hypothesis in hypotheses)
        {
            Guard.UpToOne(hypothesis.PValue, nameof(hypotheses));
            Guard.UpToOne(hypothesis.SmallestPossiblePValue, nameof(hypotheses));
            Guard.Positive(hypothesis.Weight, nameof(hypotheses));
        }

        var testable = Testable(hypotheses, level);
        var adjusted = Holm.Adjust(
            [.. testable.Select(index => hypotheses[index].PValue)], [.. testable.Select(index => hypotheses[index].Weight)]);
        var result = new double?[hypotheses.Count];
        for (var rank = 0; rank < testable.Length; rank++)
            result[testable[rank]] = adjusted[rank];
        return result;
    }

    private static int[] Testable(IReadOnlyList<TaroneHypothesis> hypotheses, double level)
    {
        double weight = 0;
        var run = new List<int>();
        var longest = 0;
        foreach (var equals in Enumerable.Range(0, hypotheses.Count).GroupBy(index => Ratio(hypotheses[index])).OrderBy(group => group.Key))
        {
            run.AddRange(equals);
            weight += equals.Sum(index => hypotheses[index].Weight);
            // A product that equals the level on paper may exceed it in the last bits.
            if (equals.Key * weight <= level * (1 + 1e-12))
                longest = run.Count;
        }

        return [.. run.Take(longest)];
    }

    private static double Ratio(TaroneHypothesis hypothesis) => hypothesis.SmallestPossiblePValue / hypothesis.Weight;
}
