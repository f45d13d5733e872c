using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Outcomes;

namespace EvalGate.Commands;

/// <summary>What a verdict is told of the eval set itself: leaks, lint, what the suite's <c>coverage:</c> and <c>labels:</c> say, and what production says of its metrics.</summary>
/// <param name="Findings">Warnings, a few of each code, and errors where leaks block; notes are for the commands.</param>
/// <param name="LeftOut">Cases that nothing is judged by.</param>
internal sealed record EvalSetCheck(IReadOnlyList<Diagnostic> Findings, IReadOnlyList<string> LeftOut)
{
    private const int MostOfACode = 3;

    /// <summary>Comparing every case with every other takes seconds beyond; the build that a change of the cases makes does it then.</summary>
    private const int MostLinted = 1_000;

    /// <summary>How releases did in production; null where nothing is known of it.</summary>
    public OutcomeReport? Outcomes { get; init; }

    /// <summary>Checks the eval set of a suite.</summary>
    /// <param name="loaded">The suite.</param>
    /// <param name="run">The run that is judged: what is stale is stale on its day.</param>
    public static EvalSetCheck Of(LoadedSuite loaded, Run run)
    {
        var (suite, name) = (loaded.Suite, loaded.Suite.Name);
        var leakage = LeakageCommand.Of(loaded);
        var leftOut = suite.Leakage is { Consequence: LeakConsequence.Exclude } && leakage is { Leaked: [_, ..] leaked } ? leaked : [];
        var today = DateOnly.FromDateTime(run.Header.Started.UtcDateTime);
        var outcomes = OutcomesCommand.Of(loaded);
        var lint = loaded.Cases.Count > MostLinted ? [] : DatasetLint.Check(new() { Suite = suite, Cases = loaded.Cases, Today = today });
        return new(
            [
                .. leftOut.Count > 0 ? [LeakEffect.Finding(suite, run, leftOut)] : Array.Empty<Diagnostic>(),
                .. Bounded(LeaksOf(suite, leakage), $"evalgate leakage {name}"),
                .. Bounded(lint, $"evalgate cases lint {name}"),
                .. Bounded(CoverageCommand.FindingsOf(loaded, run).Select(AsWarning), $"evalgate coverage {name}"),
                .. Bounded(LabelsCommand.FindingsOf(loaded).Select(AsWarning), $"evalgate labels report --suite {name}"),
                .. Bounded(outcomes.Problems.Select(AsWarning), $"evalgate outcomes {name}"),
            ],
            leftOut)
        {
            Outcomes = outcomes.Report,
        };
    }

    private static IEnumerable<Diagnostic> LeaksOf(Suite suite, LeakageResult? leakage) => leakage is null ? []
        : suite.Leakage!.Consequence == LeakConsequence.Block ? leakage.Findings.Concat(leakage.Problems)
        : leakage.Findings.Concat(leakage.Problems).Select(AsWarning);

    /// <summary>A verdict names some of many; the command names them all.</summary>
    private static IEnumerable<Diagnostic> Bounded(IEnumerable<Diagnostic> findings, string command) =>
        findings.Where(f => f.Severity >= Severity.Warning).GroupBy(f => f.Code, StringComparer.Ordinal).Select(g => g.ToArray()).SelectMany(g => g.Length <= MostOfACode ? g
            : [.. g.Take(MostOfACode - 1), g[MostOfACode - 1] with { Message = $"{g[MostOfACode - 1].Message} ({g.Length - MostOfACode} more like this: {command})" }]);

    /// <summary>What a command fails by is no reason to stop a build.</summary>
    private static Diagnostic AsWarning(Diagnostic finding) => finding.Severity == Severity.Error ? finding with { Severity = Severity.Warning } : finding;
}
