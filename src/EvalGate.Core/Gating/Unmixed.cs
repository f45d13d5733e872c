using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Metrics whose overall figure cannot be reweighted to production, so that nobody takes silence for assurance.</summary>
internal static class Unmixed
{
    /// <summary>One note per quantile or ratio that a rule on the overall change covers.</summary>
    public static IEnumerable<Diagnostic> Of(ProductionMix? mix, IEnumerable<Metric> metrics, IEnumerable<RuleCoverage> coverages)
    {
        var asked = coverages.Where(c => c.Slice.IsOverall && c.Rule.Bound is MaxChange).Select(c => c.Rule.Metric).ToHashSet(StringComparer.Ordinal);
        return mix is null ? [] : metrics.Where(m => asked.Contains(m.Name) && Why(m) is not null).Select(m => new Diagnostic(
            DiagnosticCodes.NotReweighted,
            Severity.Note,
            $"{m.Label} is not judged in the mix of production (weights: {mix.Attribute}): {Why(m)}. Its rules count every case once.",
            mix.Place));
    }

    private static string? Why(Metric metric) => metric switch
    {
        { Ratio: not null } => "a ratio is no weighted sum of those of slices",
        { Quantile: not null } => "a quantile is no weighted sum of those of slices",
        _ => null,
    };
}
