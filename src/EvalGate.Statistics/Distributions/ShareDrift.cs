using MathNet.Numerics.Distributions;

namespace EvalGate.Statistics;

/// <summary>How far the shares of one set of categories are from those of another, such as an eval set and production.</summary>
/// <remarks>Assumes that both are independent draws. All distances are 0 for equal shares. Without categories, or with an empty side, they are NaN.</remarks>
public sealed record ShareDrift
{
    private const double Smoothing = 0.5;

    private ShareDrift() { }

    /// <summary>Population stability index, Σ(p − q)·ln(p/q), with half an item added to every cell against zeros.</summary>
    /// <remarks>Source: Lewis 1994; the usual marks 0.1 and 0.25 ignore the sizes of the samples: see <see cref="CriticalPopulationStability"/>.</remarks>
    public required double PopulationStability { get; init; }

    /// <summary>Jensen and Shannon's divergence in nats, from 0 to ln 2; finite with zeros.</summary>
    /// <remarks>Source: Lin 1991.</remarks>
    public required double JensenShannon { get; init; }

    /// <summary>Total variation, ½Σ|p − q|, from 0 to 1: the share that would have to move.</summary>
    public required double TotalVariation { get; init; }

    /// <summary>Number of categories that either side has, or that were given.</summary>
    public required int Categories { get; init; }

    private double Scale { get; init; }

    /// <summary>Compares counts of the same categories.</summary>
    /// <param name="first">Counts of the one side.</param>
    /// <param name="second">Counts of the other, in the same order.</param>
    /// <returns>The distances.</returns>
    public static ShareDrift Of(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Count, first.Count);
        double n = first.Sum(), m = second.Sum();
        double[] p = [.. first.Select(count => count / n)], q = [.. second.Select(count => count / m)];
        return new()
        {
            PopulationStability = n > 0 && m > 0 ? first.Zip(second, (a, b) => Stability(Smoothed(a, n), Smoothed(b, m))).Sum() : double.NaN,
            JensenShannon = p.Zip(q, (a, b) => (Divergence(a, (a + b) / 2) + Divergence(b, (a + b) / 2)) / 2).DefaultIfEmpty(double.NaN).Sum(),
            TotalVariation = p.Zip(q, (a, b) => Math.Abs(a - b) / 2).DefaultIfEmpty(double.NaN).Sum(),
            Categories = first.Count,
            Scale = 1 / n + 1 / m,
        };

        double Smoothed(long count, double total) => (count + Smoothing) / (total + Smoothing * first.Count);
    }

    /// <summary>What the index exceeds with a given chance although the shares are the same.</summary>
    /// <remarks>Formula: (1/n + 1/m)·χ²_{B−1}. Large samples; 0 with fewer than two categories. Source: Yurdakul and Naranjo 2020, J Risk Model Validation 14:89.</remarks>
    /// <param name="level">The chance, in (0, 1).</param>
    /// <returns>The critical value.</returns>
    public double CriticalPopulationStability(double level)
    {
        Guard.InsideUnit(level, nameof(level));
        return Categories < 2 ? 0 : Scale * ChiSquared.InvCDF(Categories - 1, 1 - level);
    }

    private static double Stability(double p, double q) => (p - q) * Math.Log(p / q);

    private static double Divergence(double p, double middle) => p > 0 ? p * Math.Log(p / middle) : double.IsNaN(p) ? p : 0;
}
