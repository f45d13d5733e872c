using System.Collections.Immutable;
using System.Runtime.InteropServices;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>Turns the results of two sides into what the gate judges: rows of one id are a pair, the others are told apart.</summary>
internal static class ComparedTable
{
    /// <summary>Pairs the cases of both sides by id. Slices and groups are the candidate's; where it has no result, the baseline's.</summary>
    public static (PairedTable Table, Unpaired Unpaired) Of(ResultTable baseline, ResultTable candidate, IReadOnlyList<Metric> metrics, ComparedSlices slices)
    {
        var pairs = Pairs(baseline, candidate);
        var cells = new List<IReadOnlyList<Slice>>();
        var cellsOfPairs = new SliceCells(candidate.Slices, slices, cells);
        int[] cellOfRow = [.. pairs.Candidate.Select(cellsOfPairs.Of)];
        var cellsOfGone = new SliceCells(baseline.Slices, slices, cells);
        var unpaired = new Unpaired { Added = Sorted(candidate.Ids, pairs.OnlyCandidate), Vanished = Sorted(baseline.Ids, pairs.OnlyBaseline) };
        var table = new PairedTable
        {
            Ids = new CaseNames(candidate.Ids, pairs.Candidate),
            Cells = cells,
            CellOfRow = ImmutableCollectionsMarshal.AsImmutableArray(cellOfRow),
            Groups = candidate.Groups is { } groups ? new CaseNames(groups.Names, [.. Enumerable.Range(0, groups.Names.Count)]) : [],
            GroupOfRow = candidate.Groups is { } named ? [.. pairs.Candidate.Select(c => named.Numbers[c])] : [],
            Scores = Scores(baseline, candidate, metrics, pairs),
            BaselineCases = baseline.Ids.Count,
            BaselineCasesBySlice = Count(cellOfRow.Concat(pairs.OnlyBaseline.Select(cellsOfGone.Of)), cells),
        };
        return (table, unpaired);
    }

    private static PairedCases Pairs(ResultTable baseline, ResultTable candidate)
    {
        var pairs = new PairedCases([], [], [], []);
        var isPaired = new bool[candidate.Ids.Count];
        for (var before = 0; before < baseline.Ids.Count; before++)
        {
            if (candidate.Ids.Find(baseline.Ids[before]) is >= 0 and var now)
            {
                pairs.Baseline.Add(before);
                pairs.Candidate.Add(now);
                isPaired[now] = true;
            }
            else
            {
                pairs.OnlyBaseline.Add(before);
            }
        }

        pairs.OnlyCandidate.AddRange(Enumerable.Range(0, isPaired.Length).Where(i => !isPaired[i]));
        return pairs;
    }

    private static Dictionary<string, PairedScores> Scores(ResultTable baseline, ResultTable candidate, IReadOnlyList<Metric> metrics, PairedCases pairs)
    {
        var (before, now) = (new CaseScores(baseline), new CaseScores(candidate));
        return metrics.Index().ToDictionary(
            m => m.Item.Name,
            m => new PairedScores(before.Column(m.Index, m.Item, pairs.Baseline), now.Column(m.Index, m.Item, pairs.Candidate), ImmutableHashSet<int>.Empty),
            StringComparer.Ordinal);
    }

    private static Dictionary<Slice, int> Count(IEnumerable<int> cellOfCase, List<IReadOnlyList<Slice>> cells)
    {
        var counts = new Dictionary<Slice, int>();
        foreach (var (cell, cases) in cellOfCase.CountBy(c => c))
        {
            foreach (var slice in cells[cell].Where(s => !s.IsOverall))
            {
                counts[slice] = counts.GetValueOrDefault(slice) + cases;
            }
        }

        return counts;
    }

    private static string[] Sorted(NameTable names, IEnumerable<int> numbers) => [.. numbers.Select(names.Text).Order(StringComparer.Ordinal)];

    /// <summary>Case numbers: of pairs side by side, and of cases that one side has alone.</summary>
    private sealed record PairedCases(List<int> Baseline, List<int> Candidate, List<int> OnlyBaseline, List<int> OnlyCandidate);
}
