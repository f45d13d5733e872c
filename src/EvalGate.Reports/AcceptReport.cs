using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>What an acceptance says it accepted.</summary>
public static class AcceptReport
{
    /// <summary>When, of which commit and stack, how many cases, which metrics repeat, and how it compares with the baseline it replaces.</summary>
    /// <param name="baseline">The new baseline.</param>
    /// <param name="path">Where it was written.</param>
    /// <param name="againstOld">The verdict against the old baseline; null without one.</param>
    public static string Write(Baseline baseline, string path, SuiteVerdict? againstOld)
    {
        var header = baseline.Header;
        var commit = header.Commit is { Length: >= 7 } sha ? $", commit {sha[..7]}" : ", outside a git repository";
        string[] lines =
        [
            $"EvalGate: accepted {header.Suite}: {baseline.Cases.Count} cases, {header.Runs.Count} {(header.Runs.Count == 1 ? "run" : "runs")} of "
                + $"{header.Date.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC{commit}",
            $"  baseline:   {path}",
            $"  stack:      {(header.Stack.Count == 0 ? "none named" : string.Join(", ", header.Stack.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{CleanText.Of(s.Key, 30)} {CleanText.Of(s.Value, 8).TrimEnd('…')}")))}",
            $"  repeatable: {Names(header, true)}; sampled: {Names(header, false)}",
            $"  against the old baseline: {(againstOld is null ? "there was none" : Headline.Of(againstOld))}",
            "Commit it with the change it belongs to; it is reviewed like code.",
        ];
        return string.Join('\n', lines);
    }

    private static string Names(BaselineHeader header, bool repeatable)
    {
        var names = header.Metrics.Where(m => m.Value.Repeatable == true == repeatable).Select(m => m.Key).Order(StringComparer.Ordinal).ToArray();
        return names.Length == 0 ? "none" : string.Join(", ", names);
    }
}
