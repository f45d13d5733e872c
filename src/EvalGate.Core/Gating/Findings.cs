using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>What blocks or needs attention, as sentences at their place in the suite.</summary>
internal static class Findings
{
    private const int NamedCases = 5;

    public static Diagnostic OfWholeRun(Suite suite, NotJudgedReason reason) =>
        new(DiagnosticCodes.NotJudged, Severity.Error, $"{suite.Name} was not judged: {reason.Message}. To mend it, {reason.Remedy}.", suite.Gate!.Place);

    /// <summary>One finding per comparison that blocks or is inconclusive, the worst verdict first.</summary>
    public static IReadOnlyList<Diagnostic> Of(IEnumerable<Comparison> comparisons) =>
    [
        .. comparisons.Where(c => c.Blocks || c.IsExcused || c.Verdict == Verdict.Inconclusive)
            .OrderByDescending(c => c.Verdict).ThenBy(c => c.AdjustedPValue ?? 1).ThenBy(c => c.Slice)
            .Select(Of),
    ];

    private static Diagnostic Of(Comparison comparison) => comparison switch
    {
        { IsTraded: true } => At(comparison, DiagnosticCodes.Traded, $"{Fall(comparison)} It is {comparison.Reason}."),
        { IsWaived: true } => At(comparison, DiagnosticCodes.Waived, $"{Fall(comparison)} It is {comparison.Reason}."),
        { Verdict: Verdict.NotJudged } => At(comparison, DiagnosticCodes.NotJudged, $"{Where(comparison)} was not judged: {comparison.Reason}."),
        { IsWithoutVote: true } => At(comparison, DiagnosticCodes.Inconclusive, $"{Fall(comparison)} The judge that says so has no vote."),
        { Verdict: Verdict.Regressed, Reason: not null, Rule.Decide: Decision.Estimate } => At(comparison, DiagnosticCodes.BeyondEstimate, $"{Fall(comparison)} This is {comparison.Reason}."),
        { Verdict: Verdict.Regressed } => At(comparison, DiagnosticCodes.Regressed, $"{Fall(comparison)}{Beside(comparison)}{Otherwise(comparison)}"),
        { Blocks: true } => At(comparison, DiagnosticCodes.NotShown, $"{Standing(comparison)}, and the rule blocks what is not shown to be no worse. {Needed(comparison)}"),
        _ => At(comparison, DiagnosticCodes.Inconclusive, $"{Fall(comparison)} Too few cases to be sure. {Needed(comparison)}"),
    };

    /// <summary>Why a waiver does not help.</summary>
    private static string Beside(Comparison c) => c is { Rule.Bound: MaxChange, Reason: { } reason } ? $" This is {reason}." : "";

    private static string Otherwise(Comparison c) => c.Variant is not null ? " If intended, allow it in the rule."
        : c.Rule.IsOfSuite ? " If intended, accept it: dotnet build -t:EvalGateAccept."
        : "";

    private static Diagnostic At(Comparison comparison, string code, string message) =>
        new(code, comparison.Blocks ? Severity.Error : comparison.IsExcused ? Severity.Note : Severity.Warning, message, comparison.Rule.Place);

    private static string Where(Comparison c) => $"{(c.Slice.IsOverall ? "overall" : $"slice {c.Slice}")}: {c.Metric.Label}{(c.IsAnchored ? ", held against the anchor," : c.Variant is { } variant ? $", against '{variant}' in one session," : c.Weighting is { } mix ? $", weighted by {mix.Attribute} as in production," : "")}";

    private static string Fall(Comparison c)
    {
        if (c.SparedShare is not null)
        {
            return $"{Where(c)} is too {(c.Metric.Kind == MetricKind.Duration ? "long" : "high")}: {c.Reason} (limit {Limit(c)}; adjusted p {Figures.PValue(c.AdjustedPValue!.Value)}).";
        }

        var verb = c.Metric.Better == Direction.Higher ? "fell" : "rose";
        var interval = c.Interval is { } known ? $"; 90 % interval {Figures.Interval(c.Metric, known)}" : "";
        return $"{Where(c)} {verb} {Figures.Amount(c.Metric, Math.Abs(c.Difference!.Value))}, from {Figures.Value(c.Metric, c.Baseline!.Value)} "
            + $"to {Figures.Value(c.Metric, c.Candidate!.Value)} of {c.Cases} cases ({Limit(c)}{interval}; adjusted p {Figures.PValue(c.AdjustedPValue!.Value)}).{Lost(c)}";
    }

    private static string Standing(Comparison c) =>
        $"{Where(c)} went from {Figures.Value(c.Metric, c.Baseline!.Value)} to {Figures.Value(c.Metric, c.Candidate!.Value)} of {c.Cases} cases ({Limit(c)})";

    private static string Limit(Comparison c) => c.Rule.Bound switch
    {
        LevelBound level => $"{(c.Metric.Better == Direction.Higher ? "at least" : "at most")} {Figures.Value(c.Metric, (double)level.Value)}",
        _ => $"allowed {Figures.Amount(c.Metric, c.Tolerance!.Value)}",
    };

    private static string Lost(Comparison c)
    {
        if (c.Losses == 0)
        {
            return "";
        }

        var more = c.Losses > NamedCases ? $" and {c.Losses - NamedCases} more" : "";
        return $" Lost: {string.Join(", ", c.LosingCases.Take(NamedCases))}{more}.";
    }

    private static string Needed(Comparison c) => c.CasesNeeded is > 0 and var needed
        ? $"About {needed} further cases would settle it."
        : "More cases would settle it.";
}
