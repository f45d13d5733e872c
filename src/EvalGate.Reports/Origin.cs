using System.Globalization;
using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>What was compared with what, in one line of Markdown.</summary>
internal static class Origin
{
    /// <summary>Whether plain files were compared, with no suite, run or accepted baseline behind them.</summary>
    public static bool IsOfFiles(SuiteVerdict verdict) => verdict.RunId.Length == 0;

    public static string Of(SuiteVerdict verdict) => IsOfFiles(verdict)
        ? $"{Figures.Count(verdict.Cases, "case")} with results on both sides"
        : $"{Figures.Count(verdict.Cases, "case")} · candidate{Commit(verdict.Commit)} · {Baseline(verdict)}";

    private static string Baseline(SuiteVerdict verdict) => verdict.BaselineDate is { } date
        ? $"baseline of {date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{Commit(verdict.BaselineCommit)}"
        : "no baseline";

    private static string Commit(string? commit) => commit is { Length: >= 7 } && commit.All(char.IsAsciiLetterOrDigit) ? $" `{commit[..7]}`" : "";
}
