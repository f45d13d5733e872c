using System.Globalization;
using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.GitHub;

/// <summary>What a comment says of the baselines: which they are, and how old.</summary>
internal static class BaselineAges
{
    private const int Listed = 10;
    private const int LongestName = 60;
    private const int Stale = 30;

    /// <summary>One line; empty when nothing has a baseline.</summary>
    public static string Of(IReadOnlyList<SuiteVerdict> verdicts, DateTimeOffset now)
    {
        var dated = verdicts.Where(v => v.BaselineDate is not null).ToArray();
        return dated.Length == 0 ? "" : $"\nBaseline{(dated.Length == 1 ? "" : "s")}: {string.Join("; ", dated.Take(Listed).Select(v => Of(v, now)))}{(dated.Length > Listed ? "; …" : "")}.\n";
    }

    private static string Of(SuiteVerdict verdict, DateTimeOffset now)
    {
        var days = Math.Max(0, (int)(now - verdict.BaselineDate!.Value).TotalDays);
        var commit = verdict.BaselineCommit is { Length: > 0 } hash ? $" at {MarkdownText.Name(hash[..Math.Min(7, hash.Length)], LongestName)}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{MarkdownText.Name(verdict.Suite, LongestName)} of {verdict.BaselineDate:yyyy-MM-dd}{commit}, {Figures.Count(days, "day")} old{(days > Stale ? " (stale: accept a newer run)" : "")}");
    }
}
