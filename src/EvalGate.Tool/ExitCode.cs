using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.Tool;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    public const int NothingBlocks = 0;
    public const int Blocked = 1;
    public const int NotJudged = 2;

    /// <summary>EvalGate failed, or was called wrongly.</summary>
    public const int Failed = 3;

    /// <summary>That of several suites: a proven regression of one counts more than what another could not say.</summary>
    public static int Worst(IEnumerable<SuiteVerdict> verdicts)
    {
        int[] codes = [.. verdicts.Select(JsonReport.ExitCode)];
        return codes.Contains(Blocked) ? Blocked : codes.Max();
    }
}
