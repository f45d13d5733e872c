using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>A case with the same content in baseline and candidate, active on both sides.</summary>
internal sealed record Pair(Case Case, IReadOnlyList<Slice> Slices, BaselineCase Baseline, IReadOnlyList<RunRecord> Records);

/// <summary>Which cases of baseline and candidate can be compared, and what became of the others.</summary>
internal sealed record Pairing(IReadOnlyList<Pair> Pairs, Unpaired Unpaired, int BaselineCases, IReadOnlyDictionary<Slice, int> BaselineCasesBySlice)
{
    /// <summary>Under this share of the baseline's cases nothing is judged.</summary>
    public const decimal LeastShare = 0.8m;

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

    private static string[] Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];
}
