using System.Collections.Immutable;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>A case with the same content in baseline and candidate, active on both sides.</summary>
internal sealed record Pair(Case Case, IReadOnlyList<Slice> Slices, BaselineCase Baseline, IReadOnlyList<RunRecord> Records);

/// <summary>Which cases of baseline and candidate can be compared, and what became of the others.</summary>
internal sealed record Pairing(IReadOnlyList<Pair> Pairs, Unpaired Unpaired, int BaselineCases, IReadOnlyDictionary<Slice, int> BaselineCasesBySlice)
{
    public static Pairing Of(JudgeInput input, Baseline baseline, CaseSlicer slicer)
    {
        var cases = input.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var before = baseline.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var known = baseline.Cases.Where(old => cases.ContainsKey(old.Id)).Select(old => (Old: old, Now: cases[old.Id])).ToArray();
        var active = known.Where(c => c.Now.Status == CaseStatus.Active).ToLookup(c => c.Now.Hash == c.Old.Hash);
        var unpaired = new Unpaired
        {
            Added = Sorted(input.Cases.Where(c => c.Status == CaseStatus.Active && !before.Contains(c.Id)).Select(c => c.Id)),
            Changed = Sorted(active[false].Select(c => c.Old.Id)),
            Retired = Sorted(known.Where(c => c.Now.Status == CaseStatus.Retired).Select(c => c.Old.Id)),
            Vanished = Sorted(baseline.Cases.Where(old => !cases.ContainsKey(old.Id)).Select(old => old.Id)),
        };
        var records = input.Run.Records.OrderBy(r => r.Repetition).ToLookup(r => r.CaseId, StringComparer.Ordinal);
        var pairs = active[true].Select(c => new Pair(c.Now, slicer.Of(c.Now).Slices, c.Old, records[c.Old.Id].ToArray()));
        var bySlice = known.SelectMany(c => slicer.Of(c.Now).Slices).CountBy(s => s).ToDictionary();
        return new([.. pairs], unpaired, baseline.Cases.Count, bySlice);
    }

    /// <summary>The pairs column by column, with the scores of these metrics.</summary>
    public PairedTable Table(IEnumerable<Metric> metrics)
    {
        var cells = new Dictionary<string, int>(StringComparer.Ordinal);
        var sets = new List<IReadOnlyList<Slice>>();
        var groups = Pairs.Select(p => p.Case.Group).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var indices = groups.Select((name, i) => (name, i)).ToDictionary(g => g.name, g => g.i, StringComparer.Ordinal);
        return new()
        {
            Ids = [.. Pairs.Select(p => p.Case.Id)],
            CellOfRow = [.. Pairs.Select(p => CellOf(p.Slices))],
            Cells = sets,
            Groups = groups,
            GroupOfRow = groups.Length == 0 ? [] : [.. Pairs.Select(p => p.Case.Group is { } group ? indices[group] : -1)],
            Scores = metrics.ToDictionary(m => m.Name, ScoresOf, StringComparer.Ordinal),
            BaselineCases = BaselineCases,
            BaselineCasesBySlice = BaselineCasesBySlice,
        };

        int CellOf(IReadOnlyList<Slice> slices)
        {
            var key = string.Join('\u001d', slices.Select(s => s.Key));
            if (!cells.TryGetValue(key, out var cell))
            {
                cells[key] = cell = sets.Count;
                sets.Add(slices);
            }

            return cell;
        }
    }

    private static string[] Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];

    private PairedScores ScoresOf(Metric metric)
    {
        var sign = metric.Better == Direction.Higher ? 1 : -1;
        Func<double, long> oriented = s => sign * FixedPoint.Of(s, metric.Scale);
        var candidates = Pairs.Select(p => CandidateScores.Of(metric, p.Records)).ToArray();
        return new(
            ScoreColumn.Of([.. Pairs.Select(p => (p.Baseline.Scores.GetValueOrDefault(metric.Name) ?? []).Select(oriented).ToArray())]),
            ScoreColumn.Of([.. candidates.Select(c => c.Values.Select(oriented).ToArray())]),
            candidates.Index().Where(c => !c.Item.IsMeasured).Select(c => c.Index).ToImmutableHashSet());
    }
}
