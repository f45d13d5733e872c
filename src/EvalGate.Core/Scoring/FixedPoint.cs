namespace EvalGate.Scoring;

/// <summary>Scores as whole numbers of fixed steps, so that sums are exact and merge in any order to the same bytes.</summary>
public static class FixedPoint
{
    /// <summary>A score in steps, rounded to the nearest, halves away from zero.</summary>
    /// <param name="value">A finite score.</param>
    /// <param name="scale">Steps per unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not finite, or too large for 63 bits.</exception>
    public static long Of(double value, long scale)
    {
        var steps = Math.Round(value * scale, MidpointRounding.AwayFromZero);
        return Math.Abs(steps) < long.MaxValue
            ? (long)steps
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A score at scale {scale} must stay below {long.MaxValue / scale}.");
    }
}
