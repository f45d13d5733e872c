namespace EvalGate.Statistics;

/// <summary>The change of a ratio metric ΣY/ΣX, made linear per case so that tests of means apply to it.</summary>
/// <remarks>
/// Formula: ψᵢ = (yᵢ − R·xᵢ)/x̄ is what case i adds to an arm's ratio R; the differences R_C − R_B + ψᵢ(C) − ψᵢ(B) have the change as their mean and
/// its standard error as theirs. Give them, or their sums per group, to <see cref="HallT"/> or <see cref="ClusterRobustMean"/>.
/// Assumes independent cases and denominators well away from 0, see <see cref="IsReliable"/>. Source: Deng, Knoblich and Lu 2018, arXiv 1803.06336.
/// </remarks>
public sealed record RatioChange
{
    private const double LargestInstability = 0.05;

    private RatioChange() { }

    /// <summary>The baseline's ΣY/ΣX; NaN without cases, infinite or NaN when ΣX is 0.</summary>
    public required double Baseline { get; init; }

    /// <summary>The candidate's ΣY/ΣX; NaN without cases, infinite or NaN when ΣX is 0.</summary>
    public required double Candidate { get; init; }

    /// <summary>Candidate minus baseline, in units of Y per X.</summary>
    public double Difference => Candidate - Baseline;

    /// <summary>The change as a share of the baseline's ratio.</summary>
    public double RelativeChange => Candidate / Baseline - 1;

    /// <summary>One value per case, in the given order, whose mean is <see cref="Difference"/>.</summary>
    public required IReadOnlyList<double> Differences { get; init; }

    /// <summary>One value per case, in the given order, whose mean is ln(candidate/baseline); NaN unless both ratios are positive.</summary>
    public required IReadOnlyList<double> LogRatios { get; init; }

    /// <summary>Fieller's g of the worse arm: (1.96 · standard error of x̄ / x̄)²; +∞ with fewer than two cases or a mean of 0.</summary>
    public required double Instability { get; init; }

    /// <summary>Whether both denominators are known well enough to linearise: g at most 0.05. At g ≥ 1 even Fieller's interval has no end.</summary>
    public bool IsReliable => Instability <= LargestInstability;

    /// <summary>Linearises the change.</summary>
    /// <remarks>No cases give NaN ratios, no values and infinite instability; one case, or all equal, give values without spread.</remarks>
    /// <param name="cases">The parts of every case, finite.</param>
    /// <returns>The change.</returns>
    public static RatioChange Of(IReadOnlyList<RatioCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var before = Arm.Of([.. cases.Select(item => (item.BaselineNumerator, item.BaselineDenominator))]);
        var after = Arm.Of([.. cases.Select(item => (item.CandidateNumerator, item.CandidateDenominator))]);
        var log = Math.Log(after.Ratio) - Math.Log(before.Ratio);
        return new()
        {
            Baseline = before.Ratio,
            Candidate = after.Ratio,
            Differences = [.. after.Influences.Zip(before.Influences, (c, b) => after.Ratio - before.Ratio + c - b)],
            LogRatios = [.. after.Influences.Zip(before.Influences, (c, b) => log + c / after.Ratio - b / before.Ratio)],
            Instability = Math.Max(before.Instability, after.Instability),
        };
    }

    private sealed record Arm(double Ratio, double Instability, IReadOnlyList<double> Influences)
    {
        public static Arm Of((double Y, double X)[] parts)
        {
            var ratio = parts.Sum(part => part.Y) / parts.Sum(part => part.X);
            var denominators = Moments.Of([.. parts.Select(part => part.X)]);
            return new(ratio, InstabilityOf(denominators), [.. parts.Select(part => (part.Y - ratio * part.X) / denominators.Mean)]);
        }

        private static double InstabilityOf(Moments denominators)
        {
            if (denominators.Count < 2 || denominators.Mean == 0)
                return double.PositiveInfinity;
            var z = NormalCurve.Quantile(0.975);
            return z * z * denominators.Variance / denominators.Count / (denominators.Mean * denominators.Mean);
        }
    }
}
