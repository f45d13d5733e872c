using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What a verdict does to a test run or a build.</summary>
public enum Effect
{
    /// <summary>Nothing: clear or held.</summary>
    Passes,

    /// <summary>It is shown, and stops nothing.</summary>
    Shows,

    /// <summary>It stops the build.</summary>
    Blocks,
}

/// <summary>Decides what a verdict does, alike in every host.</summary>
public static class Enforcement
{
    /// <summary>The effect of a verdict where it was made: a missing baseline blocks on a build server, and is shown on a desk.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="inconclusive">What the suite says of inconclusive verdicts.</param>
    /// <param name="environment">The mode, and whether this is a build server.</param>
    public static Effect Of(SuiteVerdict verdict, InconclusivePolicy inconclusive, EvalEnvironment environment) => verdict switch
    {
        { WholeRun.Kind: NotJudgedKind.Shard } => Effect.Shows,
        { WholeRun.Kind: NotJudgedKind.NoBaseline or NotJudgedKind.Partial } when !environment.IsCi => Effect.Shows,
        { Blocks: true } => environment.Mode == EvalMode.Warn ? Effect.Shows : Effect.Blocks,
        // What is worth seeing is shown: runners and builds say nothing of what passed.
        { Verdict: Verdict.Inconclusive } => inconclusive == InconclusivePolicy.Pass ? Effect.Passes : Effect.Shows,
        { Snapshots.IsChanged: true } => Effect.Shows,
        { Verdict: Verdict.Held or Verdict.Clear } when !verdict.Comparisons.Any(c => c.IsExcused) => Effect.Passes,
        _ => Effect.Shows,
    };
}
