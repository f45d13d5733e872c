using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>What to do about a verdict; nothing about one that asks for nothing.</summary>
internal static class NextStep
{
    private const string Accept = "accept it: dotnet build -t:EvalGateAccept";

    public static string? Of(SuiteVerdict verdict) => verdict switch
    {
        { WholeRun: { } reason } => reason.Remedy,
        { IsBlockedByWaiver: true } => "remove the waiver from waivers.yaml; or, if it is still intended, give it a later 'expires'",
        { Verdict: Verdict.Regressed, Blocks: true } => $"mend it; or, if it is intended, {Otherwise(verdict)}",
        { Verdict: Verdict.NotJudged } when Origin.IsOfFiles(verdict) => "compare results of the same cases: both sides need the same ids and metrics",
        { Verdict: Verdict.NotJudged } when verdict.Comparisons.Where(c => c.Verdict == Verdict.NotJudged).WorstFirst().FirstOrDefault() is { } first => first.Remedy ?? "accept a run: dotnet build -t:EvalGateAccept",
        { Verdict: Verdict.NotJudged } when verdict.Findings.All(f => f.Code != DiagnosticCodes.CasesVanished) => "mend what is named above",
        { Verdict: Verdict.NotJudged } => "mend the cases; or, if it is intended, accept a run: dotnet build -t:EvalGateAccept",
        { Verdict: Verdict.Inconclusive, Blocks: true } => $"mend the lost cases, or add cases to settle it; or, if it is intended, {Otherwise(verdict)}",
        { Blocks: true } => $"add cases until it is shown{Further(verdict)}; or, if it is intended, {Otherwise(verdict)}",
        { Verdict: Verdict.Inconclusive } => "nothing blocks; look at the lost cases, and add cases to settle it",
        _ => null,
    };

    private static string Otherwise(SuiteVerdict verdict) => Origin.IsOfFiles(verdict) ? "compare the next candidate with this one"
        : verdict.Comparisons.Where(c => c.Blocks).All(c => c.Variant is not null) ? "allow it in the rule"
        : Accept;

    private static string Further(SuiteVerdict verdict) =>
        verdict.Comparisons.Where(c => c.Blocks).WorstFirst().First() is { CasesNeeded: > 0 and var cases } worst
            ? $" (about {Figures.Fixed(cases, 0)} in {Phrases.Slice(worst)})"
            : "";
}
