using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using Octokit;

namespace EvalGate.GitHub;

/// <summary>The commit status of a suite: what a branch rule can require.</summary>
/// <param name="Context">Its name, such as <c>EvalGate / support</c>.</param>
/// <param name="State">Whether it lets the commit pass.</param>
/// <param name="Description">One line, at most 140 characters.</param>
public sealed record SuiteStatus(string Context, CommitState State, string Description)
{
    private const int Longest = 140;

    /// <summary>The status of a verdict: success when nothing blocks, failure when something does, error when it could not be judged.</summary>
    /// <param name="verdict">The verdict.</param>
    public static SuiteStatus Of(SuiteVerdict verdict) => new(
        $"EvalGate / {CleanText.Of(verdict.Suite, 80)}",
        verdict switch
        {
            { Verdict: Verdict.NotJudged } => CommitState.Error,
            { Blocks: true } => CommitState.Failure,
            _ => CommitState.Success,
        },
        ShownText.Of(CleanText.Of(Sentence(verdict)), Longest - 1));

    private static string Sentence(SuiteVerdict verdict) => Redactor.Usual.Clean(verdict switch
    {
        { Verdict: Verdict.NotJudged } => $"could not judge: {CleanText.Of(verdict.WholeRun?.Message ?? FirstFinding(verdict) ?? "see the report")}",
        { Blocks: true } => CleanText.Of(FirstFinding(verdict) ?? "blocked: see the report"),
        _ => $"{verdict.Verdict.ToString().ToLowerInvariant()} on {verdict.Cases.ToString(System.Globalization.CultureInfo.InvariantCulture)} cases",
    });

    private static string? FirstFinding(SuiteVerdict verdict) => verdict.Findings.Count == 0 ? null : verdict.Findings[0].Message;
}
