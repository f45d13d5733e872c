namespace EvalGate.Calibration.Worlds;

/// <summary>Which slices a case is in.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="SliceCount">Number of slices.</param>
/// <param name="Cells">The sets of slices that occur, each with its share of cases alike.</param>
/// <param name="Turns">How many neighbouring cells take turns, case by case, so that a group shares some slices and not others.</param>
public sealed record Layout(string Name, int SliceCount, IReadOnlyList<IReadOnlyList<int>> Cells, int Turns = 1)
{
    /// <summary>One slice.</summary>
    public static Layout Single { get; } = new("1 slice", 1, [[0]]);

    /// <summary>The slice that is broken when one is: the first beside overall, if there is any.</summary>
    public int Target => Math.Min(1, SliceCount - 1);

    /// <summary>Overall and a number of slices that share no case.</summary>
    /// <param name="slices">Number of slices beside overall.</param>
    /// <returns>The layout.</returns>
    public static Layout Disjoint(int slices) =>
        new($"{slices} disjoint slices and overall", slices + 1, [.. Enumerable.Range(1, slices).Select(slice => new[] { 0, slice })]);

    /// <summary>Overall, the values of two attributes and every combination.</summary>
    /// <param name="first">Values of the first attribute; its first value is broken when one is.</param>
    /// <param name="second">Values of the second attribute.</param>
    /// <returns>The layout.</returns>
    public static Layout Crossed(int first, int second) => new(
        $"{1 + first + second + first * second} overlapping slices ({first} × {second})",
        1 + first + second + first * second,
        [.. Enumerable.Range(0, first * second).Select(cell => new[] { 0, 1 + cell / second, 1 + first + cell % second, 1 + first + second + cell })],
        second);

    /// <summary>The slices of a case.</summary>
    /// <param name="index">Number of the case.</param>
    /// <param name="cases">Number of all cases.</param>
    /// <returns>The slices.</returns>
    public IReadOnlyList<int> SlicesOf(int index, int cases) => Cells[index * (Cells.Count / Turns) / cases * Turns + index % Turns];

    /// <summary>Whether a slice holds no case of the target.</summary>
    /// <param name="slice">The slice.</param>
    /// <returns>True when it is untouched by what breaks the target.</returns>
    public bool IsFineBesideTheTarget(int slice) => !Cells.Any(cell => cell.Contains(Target) && cell.Contains(slice));
}
