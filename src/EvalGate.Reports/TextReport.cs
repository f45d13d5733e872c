using EvalGate.Gating;

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
    private const int MostNotes = 7;

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
            [.. ComparisonTable.Lines(verdict, options.Width)],
            [.. Notes.Of(verdict).Take(MostNotes).SelectMany(n => Wrapping.Lines(n, options.Width, "  "))],
            [.. NextSteps(verdict, options).SelectMany(n => Wrapping.Lines(n, options.Width, "  "))],
        ];
        return string.Join("\n\n", parts.Where(p => p.Length > 0).Select(p => string.Join('\n', p))) + "\n";
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
