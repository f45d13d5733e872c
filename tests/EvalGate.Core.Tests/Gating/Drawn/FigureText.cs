using System.Collections;
using System.Globalization;
using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Core.Tests.Gating.Drawn;

/// <summary>Figures as text, to eleven digits: further ones differ between machines.</summary>
internal static class FigureText
{
    /// <summary>A line per comparison, standing, level and finding.</summary>
    public static IEnumerable<string> Of(SuiteVerdict verdict) =>
    [
        $"{verdict.Verdict}{(verdict.Blocks ? ", blocks" : "")}; rules {string.Join(' ', verdict.Rules.Select(r => $"{r.Verdict}{(r.Blocks ? "!" : "")}"))}; pooled {string.Join(' ', verdict.PooledRuns)}",
        .. verdict.Comparisons.Select(Of),
        .. verdict.Standings.Select(s => $"{s.Slice}: {s.Standing}, better {string.Join(' ', s.Better)}, worse {string.Join(' ', s.Worse)}"),
        .. verdict.Levels.Select(l => $"level {l.Metric.Name} {l.Slice}: {Line(l.Cases, l.Value, l.Baseline)} {l.Note}"),
        .. verdict.Findings.Select(f => $"{f.Severity} {f.Code}"),
    ];

    /// <summary>Figures with spaces between them, <c>-</c> for none.</summary>
    public static string Line(params object?[] figures) => string.Join(' ', figures.Select(Of));

    private static string Of(Comparison c) =>
        $"{c.Metric.Name} {c.Slice} {c.Rule.Bound.GetType().Name}: {c.Verdict}{(c.Blocks ? ", blocks" : "")}"
        + $"{(c.IsAnchored ? ", anchored" : "")}{(c.IsTraded ? ", traded" : "")}{(c.IsBlind ? ", blind" : "")}"
        + $"; n {Line(c.Cases, c.BaselineCases, c.Groups, c.Weighting?.EffectiveCases)}; {Line(c.Baseline, c.Candidate, c.Difference, c.Interval)}; p {Line(c.PValue, c.AdjustedPValue, c.Level, c.EValue)}"
        + $"; tolerance {Line(c.Tolerance)}; {Line(c.Gains, c.Losses, c.LosingCases)}; plan {Line(c.SmallestDetectable, c.CasesNeeded, c.CasesToCatch)}; {c.Method}; {c.Reason}; {c.Remedy}";

    private static string Of(object? figure) => figure switch
    {
        null => "-",
        double number => number.ToString("G11", CultureInfo.InvariantCulture),
        ConfidenceInterval interval => $"[{Of(interval.Lower)} {Of(interval.Upper)}]",
        Slice slice => slice.ToString(),
        string text => text,
        IEnumerable many => $"({string.Join(' ', many.Cast<object?>().Select(Of))})",
        _ => Convert.ToString(figure, CultureInfo.InvariantCulture)!,
    };
}
