using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.GitHub;

/// <summary>The name of a result: of one commit, with its rules, figures and waiting snapshots. Another result has another name.</summary>
public static class ResultCode
{
    // Long enough that nobody finds a second commit with the same one.
    private const int Digits = 16;

    /// <summary>The code. When and where the run was made is no part of it: the same result keeps its name.</summary>
    /// <param name="head">The commit that was measured.</param>
    /// <param name="verdicts">The verdicts.</param>
    public static string Of(string head, IReadOnlyList<SuiteVerdict> verdicts) => ContentHash.Of(string.Join(
        '\n',
        verdicts.OrderBy(v => v.Suite, StringComparer.Ordinal).Select(v => ContentHash.Of(JsonReport.Write(v with { RunId = "", PooledRuns = [] }))).Prepend(head)))[..Digits];
}
