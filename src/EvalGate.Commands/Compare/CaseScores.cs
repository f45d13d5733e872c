using System.Runtime.InteropServices;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Commands;

/// <summary>The scores of one side, case by case in fixed point.</summary>
/// <param name="table">The side.</param>
internal sealed class CaseScores(ResultTable table)
{
    private readonly ILookup<int, int>? _rows = table.HasRepetitions ? Enumerable.Range(0, table.Cases.Count).ToLookup(row => table.Cases[row]) : null;

    /// <summary>The scores of cases under one metric, oriented.</summary>
    /// <param name="column">The metric's column.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="cases">Which cases, in order.</param>
    public ScoreColumn Column(int column, Metric metric, IReadOnlyList<int> cases)
    {
        var values = table.Scores[column].Values;
        var sign = metric.Better == Direction.Higher ? 1 : -1;
        if (_rows is null && table.Scores[column].Count == values.Count)
        {
            var steps = new long[cases.Count];
            for (var i = 0; i < steps.Length; i++)
            {
                steps[i] = sign * FixedPoint.Of(values[cases[i]], metric.Scale);
            }

            return ScoreColumn.Single(ImmutableCollectionsMarshal.AsImmutableArray(steps));
        }

        // Sorted, because repetitions have no order of their own.
        return ScoreColumn.Of([.. cases.Select(c => Rows(c).Select(r => values[r]).Where(v => !double.IsNaN(v)).Select(v => sign * FixedPoint.Of(v, metric.Scale)).Order().ToArray())]);
    }

    private IEnumerable<int> Rows(int caseNumber) => _rows?[caseNumber] ?? [caseNumber];
}
