using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Pairs the durations of an A/B session, in which two variants of the subject answered every case in turn on one machine.</summary>
internal static class AbSession
{
    private const string RunAgain = "run the A/B session again";

    /// <summary>Steps of a logarithm: a millionth is a millionth of the duration.</summary>
    private const long LogarithmScale = 1_000_000;

    /// <summary>What no clock tells from nothing, in milliseconds.</summary>
    private const double Least = 0.001;

    /// <summary>One judge per duration whose change rules ask for; none without a session.</summary>
    /// <param name="input">Suite, cases and the run that is judged.</param>
    /// <param name="earlier">Earlier runs of the same candidate; those against the same variant count too.</param>
    /// <param name="slicer">Puts cases into slices.</param>
    /// <param name="coverages">What rules ask for.</param>
    public static IReadOnlyList<IMetricJudge> JudgesOf(JudgeInput input, IReadOnlyList<Run> earlier, CaseSlicer slicer, IReadOnlyList<RuleCoverage> coverages)
    {
        var asked = coverages.Where(c => input.Suite.IsChangeOfDuration(c.Rule)).ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        var metrics = input.Suite.Metrics.Where(m => asked.Contains(m.Name)).ToArray();
        if (input.Run.Header.Variant is not { } variant || metrics.Length == 0)
        {
            return [];
        }

        // What is read from a file is shown.
        var name = ShownText.Of(variant);
        var run = Reruns.Pool(input.Run, [.. earlier.Where(r => r.Header.Variant == variant)]);
        if (Obstacle(run, name) is { } obstacle)
        {
            return [.. metrics.Select(m => new UnjudgedMetric(m, [.. asked[m.Name]], obstacle))];
        }

        var table = Pair(input, run, slicer, metrics).Table(metrics.Select(Measured)) with { Remedy = $"mend the variant '{name}', and {RunAgain}" };
        return [.. metrics.Select(m => JudgeOf(m, name, MetricSample.Of(Measured(m), table), table, [.. asked[m.Name]]))];
    }

    private static IMetricJudge JudgeOf(Metric metric, string variant, MetricSample sample, PairedTable table, RuleCoverage[] coverages) =>
        sample.Unusable is { } obstacle ? new UnjudgedMetric(metric, coverages, obstacle)
        : metric.Quantile is null ? new FactorJudge(metric, variant, sample, table, coverages)
        : new VariantJudge(variant, new QuantileJudge(sample, table, coverages));

    private static Obstacle? Obstacle(Run run, string variant)
    {
        var calls = run.Records.Select(r => r.Reference).OfType<ReferenceCall>().ToArray();
        if (calls.Length == 0)
        {
            return new($"'{variant}' knows none of these cases as they are now", $"compare with code that has them, and {RunAgain}");
        }

        if (calls.All(c => c.Error is not null))
        {
            return new($"the variant '{variant}' answered no case ({ShownText.Of(calls[0].Error!.Message, 200)})", $"mend the variant '{variant}', and {RunAgain}");
        }

        return calls.Any(c => c.SawVariant)
            ? null
            : new("the subject never looked at context.Variant, so both sides of the A/B session ran the same code", $"let the subject switch by context.Variant, and {RunAgain}");
    }

    /// <summary>The metric as it is measured: of a factor the logarithm, so that its mean is the logarithm of a geometric mean.</summary>
    private static Metric Measured(Metric metric) => metric.Quantile is null ? metric with { Kind = MetricKind.Continuous, Scale = LogarithmScale } : metric;

    private static Pairing Pair(JudgeInput input, Run run, CaseSlicer slicer, Metric[] metrics)
    {
        var active = input.Cases.Where(c => c.Status == CaseStatus.Active).OrderBy(c => c.Id, StringComparer.Ordinal).ToArray();
        var records = run.Records.Where(r => r.Reference is { Error: null } && metrics.All(m => r.Scores.GetValueOrDefault(m.Name) is not null))
            .ToLookup(r => r.CaseId, StringComparer.Ordinal);
        var pairs = active.Where(c => records.Contains(c.Id)).Select(c => new Pair(
            c,
            slicer.Of(c).Slices,
            new(c.Id, c.Hash, metrics.ToDictionary(m => m.Name, m => (IReadOnlyList<double>)[.. records[c.Id].Select(r => Value(m, r.Reference!.DurationMs))], StringComparer.Ordinal)),
            [.. records[c.Id].Select(r => r with { Scores = metrics.ToDictionary(m => m.Name, m => (double?)Value(m, r.Scores[m.Name]!.Value), StringComparer.Ordinal) })]));
        return new([.. pairs], new(), active.Length, active.SelectMany(c => slicer.Of(c).Slices).CountBy(s => s).ToDictionary());
    }

    private static double Value(Metric metric, double milliseconds) => metric.Quantile is null ? Math.Log(Math.Max(Least, milliseconds)) : milliseconds;
}
