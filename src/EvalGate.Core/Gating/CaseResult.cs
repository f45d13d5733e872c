using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What became of one case, in the baseline and in the candidate.</summary>
public sealed record CaseResult
{
    /// <summary>The case as it is today.</summary>
    public required Case Case { get; init; }

    /// <summary>Where it belongs, overall first.</summary>
    public required IReadOnlyList<Slice> Slices { get; init; }

    /// <summary>Means over the repetitions, one per metric of the suite in the order written.</summary>
    public required IReadOnlyList<CaseScore> Scores { get; init; }

    /// <summary>What the candidate did, by repetition.</summary>
    public required IReadOnlyList<RunRecord> Records { get; init; }

    /// <summary>Every active case of a suite, one after the other: a large suite need not be held as a whole.</summary>
    /// <param name="suite">Says what is measured and how cases are sliced.</param>
    /// <param name="cases">Today's cases.</param>
    /// <param name="run">The candidate.</param>
    /// <param name="baseline">The baseline, or null. A case whose content changed since has no scores in it.</param>
    public static IEnumerable<CaseResult> Of(Suite suite, IEnumerable<Case> cases, Run run, Baseline? baseline)
    {
        var slicer = new CaseSlicer(suite);
        var records = run.Records.ToLookup(r => r.CaseId, StringComparer.Ordinal);
        var before = (baseline?.Cases ?? []).ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var active in cases.Where(c => c.Status == CaseStatus.Active))
        {
            var old = before.GetValueOrDefault(active.Id) is { } known && known.Hash == active.Hash ? known : null;
            RunRecord[] own = [.. records[active.Id].OrderBy(r => r.Repetition)];
            yield return new()
            {
                Case = active,
                Slices = slicer.Of(active).Slices,
                Scores = [.. suite.Metrics.Select(m => new CaseScore(Mean(old?.Scores.GetValueOrDefault(m.Name)), Mean(CandidateScores.Of(m, own).Values)))],
                Records = own,
            };
        }
    }

    private static double? Mean(IReadOnlyList<double>? scores) => scores is null or [] ? null : StableSum.Mean(scores);
}

/// <summary>A case under one metric.</summary>
/// <param name="Baseline">Its mean in the baseline; null where it has none.</param>
/// <param name="Candidate">Its mean in the candidate, a subject that broke down counted as the worst; null where it has none.</param>
public readonly record struct CaseScore(double? Baseline, double? Candidate);
