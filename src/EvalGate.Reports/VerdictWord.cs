using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>Verdicts as words, the same in every report; capitals block, so that a red build explains itself without colour.</summary>
public static class VerdictWord
{
    /// <summary>For people: <c>not judged</c>.</summary>
    /// <param name="verdict">A verdict.</param>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Regressed => "regressed",
        Verdict.NotJudged => "not judged",
        Verdict.Inconclusive => "inconclusive",
        Verdict.Clear => "clear",
        _ => "held",
    };

    /// <summary>For a headline.</summary>
    /// <param name="verdict">A suite's verdict.</param>
    public static string Loud(SuiteVerdict verdict) => verdict.IsBlockedByWaiver ? "WAIVER EXPIRED" : Loud(verdict.Verdict, verdict.Blocks);

    /// <summary>For a row of a table.</summary>
    /// <param name="comparison">A comparison.</param>
    public static string Loud(Comparison comparison) => comparison.IsTraded ? "traded" : comparison.IsWaived ? "accepted" : Loud(comparison.Verdict, comparison.Blocks);

    /// <summary>For JSON: <c>not_judged</c>.</summary>
    /// <param name="verdict">A verdict.</param>
    public static string Json(Verdict verdict) => Of(verdict).Replace(' ', '_');

    private static string Loud(Verdict verdict, bool blocks) => (verdict, blocks) switch
    {
        (_, false) => Of(verdict),
        // Only decide: proof blocks what is clear: it wants more than that.
        (Verdict.Clear, true) => "NOT HELD",
        _ => Of(verdict).ToUpperInvariant(),
    };
}
