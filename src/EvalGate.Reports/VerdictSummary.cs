using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>A verdict in words, for reports that lay them out themselves. Every text is one harmless line of plain text; none is markup.</summary>
/// <param name="Word">The verdict: <c>REGRESSED</c>, in capitals when it blocks.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Notes">What a reader should know beside it, the most important first.</param>
/// <param name="Next">What to do; null when there is nothing.</param>
public sealed record VerdictSummary(string Word, string Reason, IReadOnlyList<string> Notes, string? Next)
{
    /// <summary>Sums up a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public static VerdictSummary Of(SuiteVerdict verdict) => new(
        VerdictWord.Loud(verdict),
        CleanText.Of(Headline.Reason(verdict)),
        [.. Reports.Notes.Of(verdict).Concat(CensusNote.Of(verdict)).Select(n => CleanText.Of(n))],
        NextStep.Of(verdict) is { } next ? CleanText.Of(next) : null);
}
