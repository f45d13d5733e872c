using System.Collections.Immutable;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>The paired cases of baseline and candidate, column by column: a million of them cost no object each.</summary>
public sealed record PairedTable
{
    /// <summary>The id of each row's case.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>The sets of slices that cases are in, each once.</summary>
    public required IReadOnlyList<IReadOnlyList<Slice>> Cells { get; init; }

    /// <summary>Which of <see cref="Cells"/> each row is in.</summary>
    public required ImmutableArray<int> CellOfRow { get; init; }

    /// <summary>Names of groups: cases of one group stand and fall together.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Which of <see cref="Groups"/> each row is in, −1 for none; empty when there are no groups.</summary>
    public ImmutableArray<int> GroupOfRow { get; init; } = [];

    /// <summary>Scores by metric.</summary>
    public required IReadOnlyDictionary<string, PairedScores> Scores { get; init; }

    /// <summary>How many cases the baseline has, paired or not.</summary>
    public required int BaselineCases { get; init; }

    /// <summary>The same by slice, overall excepted.</summary>
    public required IReadOnlyDictionary<Slice, int> BaselineCasesBySlice { get; init; }

    /// <summary>What would pair more cases; null for accepting a run.</summary>
    public string? Remedy { get; init; }

    /// <summary>How many rows there are.</summary>
    public int Rows => CellOfRow.Length;

    internal int GroupOf(int row) => GroupOfRow.IsEmpty ? -1 : GroupOfRow[row];

    /// <summary>Whether a row is in a slice.</summary>
    internal Predicate<int> RowsOf(Slice slice)
    {
        bool[] cells = [.. Cells.Select(c => c.Contains(slice))];
        return row => cells[CellOfRow[row]];
    }

    /// <summary>How many of these rows each slice has.</summary>
    internal Dictionary<Slice, int> CountBySlice(IEnumerable<int> rows)
    {
        var byCell = new int[Cells.Count];
        foreach (var row in rows)
        {
            byCell[CellOfRow[row]]++;
        }

        var counts = new Dictionary<Slice, int>();
        for (var cell = 0; cell < byCell.Length; cell++)
        {
            foreach (var slice in byCell[cell] == 0 ? [] : Cells[cell])
            {
                counts[slice] = counts.GetValueOrDefault(slice) + byCell[cell];
            }
        }

        return counts;
    }
}

/// <summary>The scores of both arms under one metric.</summary>
/// <param name="Baseline">The baseline's, none where the metric did not apply.</param>
/// <param name="Candidate">The candidate's, none where the metric did not apply or has no score.</param>
/// <param name="Unmeasured">Rows that have no candidate score because of an error that is no score.</param>
public sealed record PairedScores(ScoreColumn Baseline, ScoreColumn Candidate, IReadOnlySet<int> Unmeasured);
