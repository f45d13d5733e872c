using MathNet.Numerics;

namespace EvalGate.Statistics;

/// <summary>How much cases of one group resemble each other, and what that costs: finds groups that nobody declared.</summary>
/// <remarks>
/// Formula: one-way analysis of variance, ICC = (MSB − MSW)/(MSB + (n₀ − 1)·MSW) with n₀ = (N − Σn²/N)/(G − 1); design effect 1 + (Σn²/N − 1)·ICC;
/// F test of MSB/MSW. Assumes groups drawn independently; the F test assumes roughly normal values. Fewer than two groups, no group of two,
/// or all values equal show nothing: ICC 0, effect 1, p = 1. Source: Donner 1986, Int Stat Rev 54:67; Kish 1965.
/// </remarks>
public sealed record DesignEffect
{
    private const double WorthWarning = 1.5;

    private const double WarningLevel = 0.01;

    private DesignEffect() { }

    /// <summary>Intraclass correlation: 0 when groups mean nothing, 1 when all cases of a group are alike, below 0 when they avoid each other.</summary>
    public double IntraclassCorrelation { get; private init; }

    /// <summary>Average size of a group as the analysis of variance weighs it, n₀; 1 when nothing can be shown.</summary>
    public double GroupSize { get; private init; } = 1;

    /// <summary>Variance inflation by the groups: N cases are worth N divided by it.</summary>
    public double Value { get; private init; } = 1;

    /// <summary>p-value of "the groups mean nothing".</summary>
    public double PValue { get; private init; } = 1;

    /// <summary>Whether an undeclared grouping deserves a warning: effect above 1.5, and at 1 % not explained by chance (few large groups scatter widely).</summary>
    public bool IsWorthWarning => Value > WorthWarning && PValue <= WarningLevel;

    /// <summary>Estimates the effect of a grouping.</summary>
    /// <param name="groups">Moments of the differences of every group; empty groups are ignored.</param>
    /// <returns>The effect.</returns>
    public static DesignEffect Of(IReadOnlyList<Moments> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Moments[] filled = [.. groups.Where(group => group.Count > 0)];
        double cases = filled.Sum(group => group.Count);
        double between = filled.Length - 1, within = cases - filled.Length;
        if (between < 1 || within < 1)
            return new();
        var mean = filled.Sum(group => group.Mean * group.Count) / cases;
        var meanSquareBetween = filled.Sum(group => group.Count * Math.Pow(group.Mean - mean, 2)) / between;
        var meanSquareWithin = filled.Sum(group => group.Variance * (group.Count - 1)) / within;
        var weightedSize = filled.Sum(group => (double)group.Count * group.Count) / cases;
        var size = (cases - weightedSize) / between;
        var total = meanSquareBetween + (size - 1) * meanSquareWithin;
        if (!(total > 1e-28 * mean * mean))
            return new();
        var correlation = (meanSquareBetween - meanSquareWithin) / total;
        return new()
        {
            IntraclassCorrelation = correlation,
            GroupSize = size,
            Value = 1 + (weightedSize - 1) * correlation,
            PValue = UpperTail(between, meanSquareBetween, within, meanSquareWithin),
        };
    }

    // P(F ≥ between/within): the incomplete beta function at the share of the squares within.
    private static double UpperTail(double freedomBetween, double meanSquareBetween, double freedomWithin, double meanSquareWithin)
    {
        double squaresBetween = freedomBetween * meanSquareBetween, squaresWithin = freedomWithin * meanSquareWithin;
        return SpecialFunctions.BetaRegularized(freedomWithin / 2, freedomBetween / 2, squaresWithin / (squaresWithin + squaresBetween));
    }
}
