using EvalGate.Gating;
using EvalGate.Slicing;

namespace EvalGate.Reports;

/// <summary>How a text report is laid out.</summary>
public sealed record TextReportOptions
{
    /// <summary>Columns, at least 60.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Path of the full report, named at the end; null for none.</summary>
    public string? ReportPath { get; init; }
}

/// <summary>A verdict as plain text on one screen: what test runners show.</summary>
public static class TextReport
{
    private const int MostRows = 14;
    private const int MostNotes = 6;

    /// <summary>The verdict in one sentence, on one line.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Headline(SuiteVerdict verdict) => Reports.Headline.Of(verdict);

    /// <summary>The whole report: verdict first, then overall and the worst slices, then what was not judged and why, then what to do.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="options">Width and path.</param>
    public static string Write(SuiteVerdict verdict, TextReportOptions options)
    {
        string[][] parts =
        [
            [.. Wrapping.Lines(Headline(verdict), options.Width)],
            [.. Table(verdict, options.Width)],
            [.. Notes.Of(verdict).Take(MostNotes).SelectMany(n => Wrapping.Lines(n, options.Width, "  "))],
            [.. NextSteps(verdict, options).SelectMany(n => Wrapping.Lines(n, options.Width, "  "))],
        ];
        return string.Join("\n\n", parts.Where(p => p.Length > 0).Select(p => string.Join('\n', p))) + "\n";
    }

    private static IEnumerable<string> Table(SuiteVerdict verdict, int width)
    {
        var shown = verdict.Comparisons.Where(IsShown).ToArray();
        if (shown.Length == 0)
        {
            return [];
        }

        var several = verdict.Comparisons.Select(c => c.Metric.Name).Distinct(StringComparer.Ordinal).Skip(1).Any();
        var rows = shown.OrderByDescending(c => c.Blocks).ThenByDescending(c => c.Verdict).ThenBy(c => c.Slice).Take(MostRows)
            .OrderBy(c => c.Slice.IsOverall ? 0 : 1).Select(c => Row(c, several));
        string[] head = ["slice", "n", "before → after", "change", "90 % interval", "verdict"];
        var lines = TextTable.Lines([head, .. rows], width);
        return shown.Length > MostRows ? lines.Append($"and {shown.Length - MostRows} more in the full report") : lines;
    }

    /// <summary>Overall of every rule, and every slice that is not simply fine.</summary>
    private static bool IsShown(Comparison c) => c.Slice.IsOverall || c.Verdict >= Verdict.Inconclusive || c.Blocks;

    private static string[] Row(Comparison c, bool several)
    {
        var name = c.Slice == Slice.Overall ? "overall" : CleanText.Of(c.Slice.ToString());
        return
        [
            several ? $"{name} {c.Metric.Name}" : name,
            Figures.Fixed(c.Cases, 0),
            c.Baseline is null ? "–" : Change(c),
            c.Difference is { } difference ? Figures.Change(c.Metric, difference) : "–",
            c.Interval is { } interval ? Figures.Interval(c.Metric, interval) : "–",
            c.Verdict == Verdict.Regressed ? "REGRESSED" : VerdictWord.Of(c.Verdict),
        ];
    }

    private static string Change(Comparison c)
    {
        var before = Figures.Value(c.Metric, c.Baseline!.Value);
        return $"{(c.Metric.IsShare ? before[..^2] : before)} → {Figures.Value(c.Metric, c.Candidate!.Value)}";
    }

    private static IEnumerable<string> NextSteps(SuiteVerdict verdict, TextReportOptions options)
    {
        if (verdict.WholeRun is { } reason)
        {
            yield return $"Next: {reason.Remedy}";
        }
        else if (verdict.Blocks)
        {
            yield return "Next: mend it, or if it is intended, accept it: dotnet build -t:EvalGateAccept";
        }

        if (options.ReportPath is { } path)
        {
            yield return $"Full report: {path}";
        }
    }
}
