namespace EvalGate.Statistics;

internal static class Guard
{
    public static void InsideUnit(double value, string name)
    {
        if (!(value is > 0 and < 1))
            throw new ArgumentOutOfRangeException(name, value, "The value must lie strictly between 0 and 1.");
    }

    public static void UpToOne(double value, string name)
    {
        if (!(value is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, "The value must lie in [0, 1].");
    }

    public static void Positive(double value, string name)
    {
        if (!(value > 0))
            throw new ArgumentOutOfRangeException(name, value, "The value must be positive.");
    }

    public static void NotNegative(double value, string name)
    {
        if (!(value >= 0))
            throw new ArgumentOutOfRangeException(name, value, "The value must not be negative.");
    }
}
