namespace EvalGate.Scoring;

/// <summary>Scores as whole numbers of fixed steps, so that sums are exact and merge in any order to the same bytes.</summary>
public static class FixedPoint
{
    /// <summary>What scores of this size and above become: so large that no sample with one of them is judged.</summary>
    public const long Largest = 1L << 62;

    /// <summary>A score in steps, rounded to the nearest, halves away from zero; at most <see cref="Largest"/> in size.</summary>
    /// <param name="value">A finite score.</param>
    /// <param name="scale">Steps per unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not a number.</exception>
    public static long Of(double value, long scale)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A score is a number.");
        }

        return (long)Math.Clamp(Math.Round(value * scale, MidpointRounding.AwayFromZero), -Largest, Largest);
    }
}
