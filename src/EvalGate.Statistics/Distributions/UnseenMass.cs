namespace EvalGate.Statistics;

/// <summary>The share of a population whose kind a sample never met, from the kinds that it met once (Good and Turing).</summary>
/// <remarks>Assumes independent draws. An empty sample has met nothing: mass 1.</remarks>
public sealed record UnseenMass
{
    private const double Error = 0.05;

    private UnseenMass() { }

    /// <summary>Number of draws n.</summary>
    public required long Draws { get; init; }

    /// <summary>Kinds met exactly once.</summary>
    public required long Once { get; init; }

    /// <summary>Kinds met exactly twice.</summary>
    public required long Twice { get; init; }

    /// <summary>Kinds met at all.</summary>
    public required long Kinds { get; init; }

    /// <summary>The estimate f₁/n.</summary>
    /// <remarks>Source: Good 1953, Biometrika 40:237.</remarks>
    public double Mass => Draws == 0 ? 1 : (double)Once / Draws;

    /// <summary>Its standard error √(f₁(1 − f₁/n) + 2f₂)/n; infinite for an empty sample.</summary>
    /// <remarks>Source: Esty 1983, Ann Statist 11:905.</remarks>
    public double StandardError => Draws == 0 ? double.PositiveInfinity : Math.Sqrt(Once * (1 - Mass) + 2 * Twice) / Draws;

    /// <summary>A 95 % upper bound that holds at every size, and is loose below some ten thousand draws; at most 1.</summary>
    /// <remarks>Formula: f₁/n + (2√2 + √3)·√(ln(3/0.05)/n). Source: McAllester and Schapire 2000, COLT.</remarks>
    public double UpperBound => Draws == 0 ? 1 : Math.Min(1, Mass + (2 * Math.Sqrt(2) + Math.Sqrt(3)) * Math.Sqrt(Math.Log(3 / Error) / Draws));

    /// <summary>How many kinds there are at least (Chao's estimate, bias-corrected).</summary>
    /// <remarks>Formula: kinds + f₁(f₁ − 1)/(2(f₂ + 1)). Source: Chao 1984, Scand J Stat 11:265.</remarks>
    public double EstimatedKinds => Kinds + Once * (Once - 1) / (2.0 * (Twice + 1));

    /// <summary>Estimates from the counts of each kind.</summary>
    /// <param name="counts">How often each kind was met; zeros are ignored.</param>
    /// <returns>The estimate.</returns>
    public static UnseenMass Of(IEnumerable<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        long[] met = [.. counts.Where(count => count != 0)];
        foreach (var count in met)
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        return new() { Draws = met.Sum(), Once = met.Count(count => count == 1), Twice = met.Count(count => count == 2), Kinds = met.Length };
    }
}
