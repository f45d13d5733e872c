using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.ShadowLogs;

/// <summary>A pair that disagrees.</summary>
/// <param name="Id">The request.</param>
/// <param name="Place">Where it is logged.</param>
/// <param name="Disagreement">How the answers differ.</param>
/// <param name="Slices">The slices it is in.</param>
/// <param name="InputHash">Fingerprint of the input; null where only a hash was logged, which no case can be made of.</param>
public sealed record InformativePair(string Id, SourcePlace Place, Disagreement Disagreement, IReadOnlyList<Slice> Slices, string? InputHash)
{
    /// <summary>
    /// Orders disagreements by what they teach: those of slices that got worse first, the smallest such slice before the larger ones; in each, one of every
    /// kind of edit in turn, kinds that exceed the noise floor most first. Each input counts once.
    /// </summary>
    /// <param name="pairs">All disagreements of the candidate, each as it is grouped.</param>
    /// <param name="verdict">What was judged.</param>
    /// <param name="edits">Kinds of edit, what exceeds the noise floor most first.</param>
    public static IReadOnlyList<InformativePair> Order(IReadOnlyList<InformativePair> pairs, SuiteVerdict verdict, IReadOnlyList<EditGroup> edits)
    {
        var worse = verdict.Comparisons.Where(c => c.Verdict is Verdict.Regressed or Verdict.Inconclusive)
            .GroupBy(c => c.Slice).ToDictionary(g => g.Key, g => (IsRegressed: g.Max(c => c.Verdict) == Verdict.Regressed, Cases: g.Max(c => c.Cases)));
        var rank = edits.Select((e, i) => (e.Edit, i)).ToDictionary();
        return
        [
            .. pairs.DistinctBy(p => p.InputHash ?? p.Id)
                .GroupBy(p => (Where: WorstPlace(p, worse), p.Disagreement))
                .SelectMany(g => g.OrderBy(p => p.Id, StringComparer.Ordinal).Select((p, turn) => (Pair: p, g.Key.Where, Turn: turn, Rank: rank[p.Disagreement])))
                .OrderBy(p => p.Where).ThenBy(p => p.Turn).ThenBy(p => p.Rank)
                .Select(p => p.Pair),
        ];
    }

    /// <summary>The place of the most telling slice that a pair is in: proven before suspected, small before large, none last.</summary>
    private static (int Kind, int Cases) WorstPlace(InformativePair pair, Dictionary<Slice, (bool IsRegressed, int Cases)> worse) =>
        pair.Slices.Where(worse.ContainsKey).Select(s => (worse[s].IsRegressed ? 0 : 1, worse[s].Cases)).DefaultIfEmpty((2, 0)).Min();
}
