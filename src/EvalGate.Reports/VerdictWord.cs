using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>Verdicts as words, the same in every report.</summary>
internal static class VerdictWord
{
    /// <summary>For people: <c>not judged</c>.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Regressed => "regressed",
        Verdict.NotJudged => "not judged",
        Verdict.Inconclusive => "inconclusive",
        Verdict.Clear => "clear",
        _ => "held",
    };

    /// <summary>For a headline: what blocks stands out without colour.</summary>
    public static string Loud(SuiteVerdict verdict) => verdict.Blocks ? Of(verdict.Verdict).ToUpperInvariant() : Of(verdict.Verdict);

    /// <summary>For JSON: <c>not_judged</c>.</summary>
    public static string Json(Verdict verdict) => Of(verdict).Replace(' ', '_');
}
