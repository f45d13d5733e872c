namespace EvalGate.Statistics;

/// <summary>Counts of numbers that are not negative, in bins whose edges grow by a constant factor. It merges exactly, in any order, and knows every quantile to within 1 %.</summary>
/// <remarks>
/// Bin k holds the numbers from <see cref="Growth"/>ᵏ up to <see cref="Growth"/>ᵏ⁺¹; zeros have a bin of their own. A number on an edge may fall on
/// either side under another mathematics library. The idea is that of HDR histograms and DDSketch (Masson, Rim and Lee 2019).
/// </remarks>
public sealed class LogHistogram
{
    /// <summary>The factor from one edge to the next.</summary>
    public const double Growth = 1.02;

    /// <summary>The bin of zeros, below all others.</summary>
    public const int Zero = -1_000_000;

    private readonly SortedDictionary<int, long> _bins = [];

    /// <summary>How many numbers it holds.</summary>
    public long Count { get; private set; }

    /// <summary>The counts, from the least bin to the greatest.</summary>
    public IReadOnlyDictionary<int, long> Bins => _bins;

    /// <summary>The bin of a number.</summary>
    /// <param name="value">Finite and not negative.</param>
    public static int BinOf(double value) => value > 0 ? (int)Math.Floor(Math.Log(value) / Math.Log(Growth)) : Zero;

    /// <summary>Adds numbers of one bin.</summary>
    /// <param name="bin">The bin.</param>
    /// <param name="count">How many.</param>
    public void Add(int bin, long count)
    {
        _bins[bin] = _bins.GetValueOrDefault(bin) + count;
        Count += count;
    }

    /// <summary>The number that so many are at or below, by rank: the middle of its bin.</summary>
    /// <param name="probability">From 0 to 1.</param>
    /// <returns>NaN when there are no numbers.</returns>
    public double Quantile(double probability)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(probability * Count));
        foreach (var (bin, count) in _bins)
        {
            rank -= count;
            if (rank <= 0)
            {
                return bin == Zero ? 0 : Math.Pow(Growth, bin + 0.5);
            }
        }

        return double.NaN;
    }
}
