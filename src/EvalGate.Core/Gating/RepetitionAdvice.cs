using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Says, where cases were repeated, whether more repetitions or more cases would sharpen the verdict.</summary>
internal static class RepetitionAdvice
{
    public static IReadOnlyList<Diagnostic> Of(IEnumerable<Metric> metrics, PairedTable table, SourcePlace place) =>
        [.. metrics.Where(m => m.IsQuality).Select(m => Of(m, table, place)).OfType<Diagnostic>()];

    private static Diagnostic? Of(Metric metric, PairedTable table, SourcePlace place)
    {
        var sample = MetricSample.Of(metric, table);
        if (sample.Unusable is not null || !sample.HasRepetitions || sample.Differing.Count == 0)
        {
            return null;
        }

        var cases = sample.Pairs().Select(p => sample.Results(p.Row))
            .Select(r => new RepeatedCase(PowerSums.Of(r.Baseline).Moments(metric.Scale), PowerSums.Of(r.Candidate).Moments(metric.Scale)));
        return RepetitionVariance.Of([.. cases.OrderBy(c => c.Baseline.Mean).ThenBy(c => c.Candidate.Mean)]) is { } split
            ? new(DiagnosticCodes.RepetitionAdvice, Severity.Note, Text(metric, split), place)
            : null;
    }

    private static string Text(Metric metric, RepetitionVariance split)
    {
        var share = split.OfDifferences > 0 ? Math.Clamp(split.OfRepetitions / split.OfDifferences, 0, 1) : 0;
        var advice = split.RepetitionsPay ? "more repetitions would sharpen the verdict, as more cases would" : "more cases would sharpen the verdict, more repetitions hardly";
        return $"of the variance of {metric.Name}, {Figures.Fixed(100 * share, 0)} % comes from answers that differ between repetitions of a case; {advice}.";
    }
}
