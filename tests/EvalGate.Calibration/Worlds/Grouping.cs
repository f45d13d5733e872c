namespace EvalGate.Calibration.Worlds;

/// <summary>How cases come in groups.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Sizes">Sizes of successive groups, repeated; all 1 means no groups.</param>
public sealed record Grouping(string Name, IReadOnlyList<int> Sizes)
{
    /// <summary>Chance that a case takes part in what its group does; pairs then correlate with its square, about one half.</summary>
    public const double Cohesion = 0.7;

    /// <summary>Every case for itself.</summary>
    public static Grouping None { get; } = new("", [1]);

    /// <summary>Groups of five.</summary>
    public static Grouping Equal { get; } = new("groups of 5", [5]);

    /// <summary>One large group among small ones.</summary>
    public static Grouping Unequal { get; } = new("groups of 1 to 12", [1, 2, 1, 12, 3, 1]);

    /// <summary>Whether there are groups.</summary>
    public bool HasGroups => Sizes.Any(size => size > 1);

    /// <summary>The group of a case.</summary>
    /// <param name="index">Number of the case.</param>
    /// <returns>Number of the first case of its group.</returns>
    public int GroupOf(int index)
    {
        var first = index / Sizes.Sum() * Sizes.Sum();
        foreach (var size in Sizes)
        {
            if (index < first + size)
                break;
            first += size;
        }

        return first;
    }
}
