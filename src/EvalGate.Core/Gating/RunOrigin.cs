using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Whether a run was made from the suite and the cases it is judged with: a run file on disk outlives edits.</summary>
internal static class RunOrigin
{
    /// <summary>Every way in which the run is of something else; none for a run of exactly this suite and these cases.</summary>
    public static IEnumerable<string> ProblemsOf(Suite suite, IReadOnlyList<Case> cases, Run run)
    {
        if (run.Header.Suite != suite.Name)
        {
            yield return $"the run is of suite '{ShownText.Of(run.Header.Suite)}'";
        }

        if (run.Header.DatasetHash != ContentHash.OfDataset(cases))
        {
            yield return "the cases changed since the run";
        }
        else if (WithOtherContent(cases, run) is { } record)
        {
            yield return $"the result of '{ShownText.Of(record.CaseId)}' is of other content than the case has";
        }

        foreach (var metric in suite.Scored.Where(m => run.Header.Metrics.GetValueOrDefault(m.Name) != m.Fingerprint))
        {
            yield return $"metric '{metric.Name}' is defined differently since the run";
        }
    }

    private static RunRecord? WithOtherContent(IReadOnlyList<Case> cases, Run run)
    {
        var hashes = cases.Where(c => c.Status == CaseStatus.Active).ToDictionary(c => c.Id, c => c.Hash, StringComparer.Ordinal);
        return run.Records.Where(r => hashes.TryGetValue(r.CaseId, out var hash) && hash != r.Hash).MinBy(r => r.CaseId, StringComparer.Ordinal);
    }
}
