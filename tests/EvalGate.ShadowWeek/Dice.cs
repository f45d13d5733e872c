namespace EvalGate.ShadowWeek;

/// <summary>Numbers that fall the same way for a seed on every machine (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0, below 1.</summary>
    public double Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Falls(double probability) => Next() < probability;

    public T Of<T>(IReadOnlyList<T> choices) => choices[(int)(Next() * choices.Count)];

    /// <summary>One of several, by weight.</summary>
    public string Of(IReadOnlyList<(string Value, double Weight)> choices)
    {
        var left = Next() * choices.Sum(c => c.Weight);
        foreach (var (value, weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        return choices[^1].Value;
    }
}
