using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Cases that always failed, and cases that never did, over the last runs.</summary>
internal static class ConstantCases
{
    public static IEnumerable<Diagnostic> Find(LintInput input)
    {
        Run[] runs = [.. input.Runs.Where(r => r.End is not null).Take(input.Settings.LastRuns)];
        return runs.Length < input.Settings.FewestRuns
            ? []
            : input.Suite.Metrics.Where(m => m.Kind == MetricKind.Binary || m.Pass is not null).SelectMany(m => OfMetric(input, m, runs));
    }

    private static IEnumerable<Diagnostic> OfMetric(LintInput input, Metric metric, Run[] runs)
    {
        var active = input.Active.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var outcomes = runs.SelectMany(r => r.Records)
            .Where(r => active.TryGetValue(r.CaseId, out var now) && now.Hash == r.Hash && r.Scores.GetValueOrDefault(metric.Name) is not null)
            .GroupBy(r => r.CaseId, r => IsGood(metric, r.Scores[metric.Name]!.Value), StringComparer.Ordinal)
            .Where(g => g.Count() >= runs.Length)
            .ToArray();
        var over = string.Create(CultureInfo.InvariantCulture, $"in the last {runs.Length} runs");
        var failing = outcomes.Where(o => o.All(good => !good)).Select(o => active[o.Key]).OrderBy(c => c.Place.Line).ToArray();
        if (failing.Length > 0)
        {
            yield return new(DiagnosticCodes.ConstantCase, Severity.Note, $"{Figures.Count(failing.Length, "case")} failed '{metric.Name}' every time {over}: {CaseList.Some(failing)}. Look at what they expect; a case that nothing passes tells no change apart.", failing[0].Place);
        }

        var passing = outcomes.Where(o => o.All(good => good)).Select(o => active[o.Key]).OrderBy(c => c.Place.Line).ToArray();
        if (passing.Length > 0)
        {
            yield return new(DiagnosticCodes.ConstantCase, Severity.Note, $"{Figures.Count(passing.Length, "case")} passed '{metric.Name}' every time {over}: {CaseList.Some(passing)}. They guard what works; new cases say more than more of these.", passing[0].Place);
        }
    }

    private static bool IsGood(Metric metric, double score) => metric.Pass?.Passes(score) ?? (metric.Better == Direction.Higher ? score >= 1 : score <= 0);
}
