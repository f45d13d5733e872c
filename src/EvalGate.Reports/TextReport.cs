using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>How a text report is laid out.</summary>
public sealed record TextReportOptions
{
    /// <summary>Columns, at least 60.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Whether the report ends with what to do next. Default true; false where the caller says it better.</summary>
    public bool HasNextStep { get; init; } = true;

    /// <summary>Path of the full report, named at the end; null for none.</summary>
    public string? ReportPath { get; init; }

    /// <summary>The command that opens the report of this run in a browser, named last; null for none.</summary>
    public string? OpenCommand { get; init; }
}

/// <summary>A verdict as plain text on one screen: what test runners show.</summary>
public static class TextReport
{
    private const int MostNotes = 8;

    /// <summary>The verdict in one sentence, on one line.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Headline(SuiteVerdict verdict) => Reports.Headline.Of(verdict);

    /// <summary>The whole report: verdict first, then overall and the worst slices, then what was not judged and why, then what to do.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="options">Width and path.</param>
    /// <returns>No line is wider than asked, except one that is the path or the command: one that was cut leads nowhere.</returns>
    public static string Write(SuiteVerdict verdict, TextReportOptions options)
    {
        string[][] parts =
        [
            [.. Wrapping.Lines(Headline(verdict), options.Width)],
            [.. ComparisonTable.Lines(verdict, options.Width)],
            [.. Notes.Of(verdict).Take(MostNotes).Concat(CensusNote.Of(verdict)).SelectMany(n => Wrapping.Lines(n, options.Width, "  "))],
            [.. JudgeLines.Of(verdict, options.Width)],
            [.. NextLines(verdict, options), .. PathLines(options), .. OpenLines(options)],
        ];
        return string.Join("\n\n", parts.Where(p => p.Length > 0).Select(p => string.Join('\n', p))) + "\n";
    }

    private static IEnumerable<string> NextLines(SuiteVerdict verdict, TextReportOptions options) =>
        options.HasNextStep && NextStep.Of(verdict) is { } next ? Wrapping.Lines($"Next: {next}", options.Width, "  ") : [];

    private static IEnumerable<string> PathLines(TextReportOptions options)
    {
        const string Label = "Full report: ";
        return options.ReportPath switch
        {
            null => [],
            var path when Columns.Of(Label + path) <= options.Width => [Label + path],
            var path => [Label.TrimEnd(), path],
        };
    }

    private static IEnumerable<string> OpenLines(TextReportOptions options) =>
        options.OpenCommand is { } command ? [$"In a browser: {command}"] : [];
}
