using System.Numerics;

namespace EvalGate.Gating;

/// <summary>A mean of oriented scores as a sum of whole steps, compared in whole numbers: what is equal on paper is equal.</summary>
/// <param name="Sum">The sum, in steps.</param>
/// <param name="Count">How many were added; 0 for none, whose mean counts as 0.</param>
/// <param name="StepsPerUnit">Steps that make one of the metric's unit.</param>
internal readonly record struct ExactMean(BigInteger Sum, long Count, BigInteger StepsPerUnit)
{
    /// <summary>The mean as a number in the metric's unit.</summary>
    public double InUnits => Count == 0 ? 0 : (double)Sum / (double)StepsPerUnit / Count;

    /// <summary>Whether it is worse than the baseline's by strictly more than the tolerance.</summary>
    public bool IsWorseThan(ExactMean baseline, Tolerance tolerance)
    {
        var (numerator, denominator) = Fraction(tolerance.Value);
        var allowed = numerator * Count * (tolerance.IsRelative ? BigInteger.Abs(baseline.Sum) : StepsPerUnit * baseline.Count);
        return ((baseline.Sum * Count) - (Sum * baseline.Count)) * denominator > allowed;
    }

    /// <summary>Whether it is below a level that is oriented as the scores are.</summary>
    public bool IsBelow(decimal level)
    {
        var (numerator, denominator) = Fraction(level);
        return Sum * denominator < numerator * StepsPerUnit * Count;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal value)
    {
        var denominator = BigInteger.Pow(10, value.Scale);
        return (new BigInteger(value * (decimal)denominator), denominator);
    }
}
