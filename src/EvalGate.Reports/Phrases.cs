using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>Parts of sentences about a comparison.</summary>
public static class Phrases
{
    private const int LongestName = 50;

    /// <summary><c>language=de: correct</c></summary>
    internal static string Place(Comparison c) => $"{Slice(c)}: {Metric(c.Metric)}{Anchor(c)}";

    /// <summary><c>correct in language=de</c>, <c>correct overall</c></summary>
    internal static string Within(Comparison c) => $"{Metric(c.Metric)} {(c.Slice.IsOverall ? "" : "in ")}{Slice(c)}{Anchor(c)}";

    private static string Anchor(Comparison c) => c.IsAnchored ? " (against the anchor)"
        : c.Variant is { } variant ? $" (against '{CleanText.Of(variant, LongestName)}' in one session)"
        : c.Weighting is { } mix ? $" (weighted by {CleanText.Of(mix.Attribute, LongestName)} as in production)"
        : "";

    internal static string Slice(Comparison c) => CleanText.Of(c.Slice.ToString(), LongestName);

    internal static string Metric(Metric metric) => CleanText.Of(metric.Label, LongestName);

    /// <summary><c>language=de: correct fell 23.5 pp, from 92.2 % to 68.6 %</c></summary>
    internal static string Moved(Comparison c)
    {
        var verb = c.Metric.Better == Direction.Higher ? "fell" : "rose";
        return $"{Place(c)} {verb} {Figures.Amount(c.Metric, Math.Abs(c.Difference ?? 0))}, "
            + $"from {Figures.Value(c.Metric, c.Baseline ?? 0)} to {Figures.Value(c.Metric, c.Candidate ?? 0)}";
    }

    /// <summary><c>allowed 5.0 pp</c>, <c>at least 80.0 %</c></summary>
    /// <param name="c">A comparison.</param>
    public static string Limit(Comparison c) => c.Rule.Bound is LevelBound ? Allowed(c) : $"allowed {Allowed(c)}";

    /// <summary><c>5.0 pp</c>, <c>at least 80.0 %</c></summary>
    /// <param name="c">A comparison.</param>
    public static string Allowed(Comparison c) => c.Rule.Bound is LevelBound level
        ? $"{(c.Metric.Better == Direction.Higher ? "at least" : "at most")} {Figures.Value(c.Metric, (double)level.Value)}"
        : c.Tolerance is { } tolerance ? Figures.Amount(c.Metric, tolerance) : "–";

    /// <summary>A message that stands alone.</summary>
    internal static string Sentence(string message) => char.ToUpperInvariant(message[0]) + message[1..];

    /// <summary>The first so many, then how many more.</summary>
    /// <param name="items">What to name.</param>
    /// <param name="named">How many are named.</param>
    /// <param name="separator">What stands between them.</param>
    public static string Some(IReadOnlyCollection<string> items, int named, string separator = ", ") =>
        string.Join(separator, items.Take(named)) + (items.Count > named ? $" and {items.Count - named} more" : "");
}
