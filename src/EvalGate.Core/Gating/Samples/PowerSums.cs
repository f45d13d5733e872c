using System.Numerics;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Count and exact sums of whole numbers up to their third power. They add in any order, across shards and engines, to the same bytes.</summary>
/// <remarks>Exact for numbers below 2⁴² in size: Σx³ is kept in two limbs of 64 bits each, so that no addition rounds or overflows.</remarks>
public sealed class PowerSums
{
    private Int128 _cubesHigh;
    private UInt128 _cubesLow;

    /// <summary>The size that no number may reach.</summary>
    public const long Limit = 1L << 42;

    /// <summary>How many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>Σx</summary>
    public Int128 Sum { get; private set; }

    /// <summary>Σx²</summary>
    public Int128 SumOfSquares { get; private set; }

    /// <summary>Σx³</summary>
    public BigInteger SumOfCubes => ((BigInteger)_cubesHigh << 64) + _cubesLow;

    /// <summary>The sums of numbers.</summary>
    internal static PowerSums Of(IEnumerable<long> values)
    {
        var sums = new PowerSums();
        foreach (var value in values)
        {
            sums.Add(value);
        }

        return sums;
    }

    /// <summary>Adds one number.</summary>
    /// <param name="value">Below <see cref="Limit"/> in size; not checked here, because the sums of a run are checked once as a whole.</param>
    public void Add(long value)
    {
        Count++;
        if (value == 0)
        {
            return;
        }

        var square = (Int128)value * value;
        var cube = square * value;
        Sum += value;
        SumOfSquares += square;
        _cubesHigh += cube >> 64;
        _cubesLow += (ulong)cube;
    }

    /// <summary>Adds numbers that were added up elsewhere.</summary>
    internal void Add(long count, Int128 sum, Int128 squares, Int128 cubes)
    {
        Count += count;
        Sum += sum;
        SumOfSquares += squares;
        _cubesHigh += cubes >> 64;
        _cubesLow += (ulong)cubes;
    }

    /// <summary>Adds what another accumulator holds.</summary>
    /// <param name="other">Stays as it is.</param>
    public void Add(PowerSums other)
    {
        Count += other.Count;
        Sum += other.Sum;
        SumOfSquares += other.SumOfSquares;
        _cubesHigh += other._cubesHigh;
        _cubesLow += other._cubesLow;
    }

    /// <summary>Mean, variance and skewness of the numbers divided by a scale.</summary>
    /// <param name="scale">Steps per unit, positive.</param>
    /// <returns>Without numbers the mean is NaN; with fewer than two, or all equal, variance and skewness are exactly 0.</returns>
    public Moments Moments(double scale) => Statistics.Moments.FromSums(Count, Sum, SumOfSquares, SumOfCubes, scale);
}
