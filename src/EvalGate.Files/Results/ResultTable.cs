namespace EvalGate.Files;

/// <summary>The results of one side of a comparison, column by column: a million rows are a handful of arrays.</summary>
public sealed class ResultTable
{
    internal ResultTable(NameTable ids, IReadOnlyList<int> cases, IReadOnlyList<ScoreValues> scores)
    {
        Ids = ids;
        Cases = cases;
        Scores = scores;
    }

    /// <summary>The id of each case, in the order the cases first came.</summary>
    public NameTable Ids { get; }

    /// <summary>The case of each row: its number in <see cref="Ids"/>. Rows of one case are its repetitions.</summary>
    public IReadOnlyList<int> Cases { get; }

    /// <summary>True when some case has several rows.</summary>
    public bool HasRepetitions => Cases.Count > Ids.Count;

    /// <summary>The columns of numbers, in the order asked for.</summary>
    public IReadOnlyList<ScoreValues> Scores { get; }

    /// <summary>The columns of slice values, in the order asked for; empty for a column that the files do not have.</summary>
    public required IReadOnlyList<SliceValues> Slices { get; init; }

    /// <summary>The group of each case; null when no group was asked for, or the files do not have the column.</summary>
    public NameValues? Groups { get; init; }
}

/// <summary>A column of numbers.</summary>
/// <param name="Name">The column.</param>
/// <param name="Values">One per row; NaN where the row has none.</param>
public sealed record ScoreValues(string Name, IReadOnlyList<double> Values)
{
    /// <summary>How many rows have a number.</summary>
    public required int Count { get; init; }

    /// <summary>True when every number is 0 or 1.</summary>
    public required bool IsPassFail { get; init; }

    /// <summary>True when every number is whole.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The largest number without its sign; 0 when there is none.</summary>
    public required double Largest { get; init; }
}

/// <summary>A column of names, one per case.</summary>
/// <param name="Names">The different names.</param>
/// <param name="Numbers">The name of each case: its number in <paramref name="Names"/>, or −1 for a case without one.</param>
public sealed record NameValues(NameTable Names, IReadOnlyList<int> Numbers);

/// <summary>A column of slice values.</summary>
/// <param name="Name">The column.</param>
/// <param name="Sets">The different sets of values that a case has: mostly one value, none for a case without, several where the file has a list.</param>
/// <param name="Numbers">The set of each case: its number in <paramref name="Sets"/>.</param>
public sealed record SliceValues(string Name, IReadOnlyList<IReadOnlyList<string>> Sets, IReadOnlyList<int> Numbers);
