using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.Xunit;

/// <summary>How the extra test of a suite ends.</summary>
internal enum NodeState
{
    /// <summary>Clear or held.</summary>
    Passed,

    /// <summary>Shown without blocking.</summary>
    Skipped,

    /// <summary>Blocks.</summary>
    Failed,
}

/// <summary>A verdict as a runner shows it.</summary>
internal sealed record ShownVerdict(string Suite, NodeState State, string Headline, string Text, IReadOnlyList<string> Files)
{
    public static ShownVerdict Of(GateResult result, EvalEnvironment environment)
    {
        var options = new TextReportOptions { ReportPath = Nearest(result.ReportPath) };
        return new(
            result.Verdict.Suite,
            StateOf(result.Verdict, environment),
            TextReport.Headline(result.Verdict),
            TextReport.Write(result.Verdict, options),
            [result.ReportPath, result.JsonPath]);
    }

    /// <summary>A path as short as it reads: below the current folder relative, elsewhere whole.</summary>
    private static string Nearest(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static NodeState StateOf(SuiteVerdict verdict, EvalEnvironment environment) => verdict switch
    {
        { WholeRun.Kind: NotJudgedKind.Shard } => NodeState.Skipped,
        { WholeRun.Kind: NotJudgedKind.NoBaseline or NotJudgedKind.Partial } when !environment.IsCi => NodeState.Skipped,
        { Blocks: true } => environment.Mode == EvalMode.Warn ? NodeState.Skipped : NodeState.Failed,
        { Verdict: Verdict.Inconclusive } => NodeState.Skipped,
        _ => NodeState.Passed,
    };
}
