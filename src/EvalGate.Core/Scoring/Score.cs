namespace EvalGate;

/// <summary>The number a scorer gives, or that the metric does not apply to the case.</summary>
public readonly record struct Score
{
    private Score(double value, bool applies) => (Value, Applies) = (value, applies);

    /// <summary>Pass: 1.</summary>
    public static Score Pass { get; } = new(1, true);

    /// <summary>Fail: 0.</summary>
    public static Score Fail { get; } = new(0, true);

    /// <summary>The metric says nothing about this case; the case drops out for this metric, it does not count as zero.</summary>
    public static Score NotApplicable { get; } = new(0, false);

    /// <summary>The number; 0 when the metric does not apply.</summary>
    public double Value { get; }

    /// <summary>False for <see cref="NotApplicable"/>.</summary>
    public bool Applies { get; }

    /// <summary>A score.</summary>
    /// <param name="value">Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN or infinite.</exception>
    public static Score Of(double value) => double.IsFinite(value)
        ? new(value, true)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A score is a finite number.");

    /// <summary>Pass or fail.</summary>
    /// <param name="passed">Whether it passed.</param>
    public static Score Of(bool passed) => passed ? Pass : Fail;
}
