using System.Collections.Immutable;

namespace EvalGate.Gating;

/// <summary>The scores of one arm under one metric, row by row: fixed-point, oriented so that more is better, the repetitions of a case side by side.</summary>
public sealed class ScoreColumn
{
    private readonly ImmutableArray<long> _values;
    private readonly ImmutableArray<int> _starts;

    private ScoreColumn(ImmutableArray<long> values, ImmutableArray<int> starts) => (_values, _starts) = (values, starts);

    /// <summary>The scores of one row; none where the metric did not apply.</summary>
    /// <param name="row">From 0.</param>
    public ReadOnlySpan<long> this[int row] => _starts.IsDefault
        ? _values.AsSpan(row, 1)
        : _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>A column with one score in every row.</summary>
    /// <param name="values">One per row.</param>
    public static ScoreColumn Single(ImmutableArray<long> values) => new(values, default);

    /// <summary>A column whose rows have any number of scores.</summary>
    /// <param name="rows">The scores of each row; none where the metric did not apply.</param>
    public static ScoreColumn Of(IReadOnlyList<IReadOnlyList<long>> rows)
    {
        var starts = ImmutableArray.CreateBuilder<int>(rows.Count + 1);
        var values = ImmutableArray.CreateBuilder<long>(rows.Count);
        starts.Add(0);
        foreach (var row in rows)
        {
            values.AddRange(row);
            starts.Add(values.Count);
        }

        return rows.All(r => r.Count == 1) ? Single(values.DrainToImmutable()) : new(values.DrainToImmutable(), starts.MoveToImmutable());
    }

    /// <summary>How many scores rows have, each number once, none excepted.</summary>
    internal IReadOnlyCollection<int> Repetitions => _starts.IsDefault
        ? [1]
        : Enumerable.Range(0, _starts.Length - 1).Select(r => _starts[r + 1] - _starts[r]).Where(k => k > 0).ToHashSet();

    /// <summary>A common multiple of how many scores rows of two columns have; 1 when no row has several.</summary>
    internal static Int128 CommonMultiple(ScoreColumn a, ScoreColumn b) =>
        a.Repetitions.Union(b.Repetitions).Aggregate((Int128)1, (multiple, k) => multiple > PowerSums.Limit ? multiple : multiple / Divisor(multiple, k) * k);

    /// <summary>The mean of a row that has scores, in steps of which so many make one of the scores'.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="denominator">A multiple of how many scores the row has.</param>
    internal long Mean(int row, long denominator)
    {
        long sum = 0;
        var scores = this[row];
        foreach (var score in scores)
        {
            sum += score;
        }

        return sum * (denominator / scores.Length);
    }

    private static Int128 Divisor(Int128 a, Int128 b) => b == 0 ? a : Divisor(b, a % b);

    /// <summary>Whether the repetitions of every row say the same.</summary>
    internal bool IsConstantPerRow => _starts.IsDefault || Enumerable.Range(0, _starts.Length - 1).All(r => this[r].Length < 2 || !this[r].ContainsAnyExcept(this[r][0]));

    /// <summary>The same column with one copy of each row's score.</summary>
    internal ScoreColumn WithoutCopies() => _starts.IsDefault
        ? this
        : Of([.. Enumerable.Range(0, _starts.Length - 1).Select(r => this[r].Length == 0 ? (long[])[] : [this[r][0]])]);

    /// <summary>The least and the greatest score; null without any.</summary>
    internal (long Least, long Greatest)? Extremes => _values.IsEmpty ? null : (_values.Min(), _values.Max());
}
