using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Which columns of result files are read. A column of JSON Lines is a key, or a path of keys such as <c>output.correct</c>.</summary>
public sealed record ResultColumns
{
    /// <summary>The column that says which case a row is about.</summary>
    public string Id { get; init; } = "id";

    /// <summary>Columns of numbers, at least one.</summary>
    public required IReadOnlyList<ScoreColumnName> Scores { get; init; }

    /// <summary>Columns whose values name slices.</summary>
    public IReadOnlyList<string> Slices { get; init; } = [];

    /// <summary>Whether the files must have the columns of <see cref="Slices"/> and <see cref="Group"/>.</summary>
    public bool NeedsSlices { get; init; } = true;

    /// <summary>The column whose value cases of one group share; null when every case stands for itself.</summary>
    public string? Group { get; init; }

    /// <summary>True when rows of one id are repetitions of one case; else a second row is a mistake.</summary>
    public bool Repetitions { get; init; }
}

/// <summary>A column of numbers.</summary>
/// <param name="Name">The column.</param>
/// <param name="Range">What its numbers must lie in; null for no bounds.</param>
public sealed record ScoreColumnName(string Name, ValueRange? Range);
