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
        var records = input.Run.Records.ToLookup(r => r.CaseId, StringComparer.Ordinal);
        var cases = input.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var before = baseline.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var pairs = new List<Pair>();
        var changed = new List<string>();
        var retired = new List<string>();
        var vanished = new List<string>();
        var bySlice = new Dictionary<Slice, int>();
        foreach (var old in baseline.Cases)
        {
            if (!cases.TryGetValue(old.Id, out var now))
            {
                vanished.Add(old.Id);
                continue;
            }

            var slices = slicer.Of(now).Slices;
            foreach (var slice in slices)
            {
                bySlice[slice] = bySlice.GetValueOrDefault(slice) + 1;
            }

            if (now.Status == CaseStatus.Retired)
            {
                retired.Add(old.Id);
            }
            else if (now.Hash != old.Hash)
            {
                changed.Add(old.Id);
            }
            else
            {
                pairs.Add(new(now, slices, old, [.. records[old.Id].OrderBy(r => r.Repetition)]));
            }
        }

        var added = input.Cases.Where(c => c.Status == CaseStatus.Active && !before.Contains(c.Id)).Select(c => c.Id);
        var unpaired = new Unpaired { Added = Sorted(added), Changed = Sorted(changed), Retired = Sorted(retired), Vanished = Sorted(vanished) };
        return new(pairs, unpaired, baseline.Cases.Count, bySlice);
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

    private static long[] Oriented(Metric metric, IEnumerable<double> scores)
    {
        var sign = metric.Better == Direction.Higher ? 1 : -1;
        return [.. scores.Select(s => sign * FixedPoint.Of(s, metric.Scale))];
    }

    private PairedScores ScoresOf(Metric metric)
    {
        var candidates = Pairs.Select(p => CandidateScores.Of(metric, p.Records)).ToArray();
        return new(
            ScoreColumn.Of([.. Pairs.Select(p => Oriented(metric, p.Baseline.Scores.GetValueOrDefault(metric.Name) ?? []))]),
            ScoreColumn.Of([.. candidates.Select(c => Oriented(metric, c.Values))]),
            candidates.Index().Where(c => !c.Item.IsMeasured).Select(c => c.Index).ToImmutableHashSet());
    }
}
