using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.Xunit;

/// <summary>A verdict as a runner shows it.</summary>
internal sealed record ShownVerdict(string Suite, Effect Effect, string Headline, string Text)
{
    // The platform indents a test's message by two.
    private const int Width = 78;

    /// <summary>What was written about it.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>The report as Markdown; null when there is none.</summary>
    public string? Report { get; init; }

    public static ShownVerdict Of(GateResult result, LoadedSuite loaded, EvalEnvironment environment)
    {
        var options = new TextReportOptions
        {
            Width = Width,
            ReportPath = Nearest(result.ReportPath, loaded.Root.ProjectFolder),
            OpenCommand = ReportCommand.Opening(result.Verdict.Suite),
        };
        return new(
            result.Verdict.Suite,
            Enforcement.Of(result.Verdict, loaded.Suite.Gate!.Inconclusive, environment),
            TextReport.Headline(result.Verdict),
            TextReport.Write(result.Verdict, options))
        {
            Files = [result.ReportPath, result.JsonPath, .. result.PackPath is { } pack ? [pack] : Array.Empty<string>()],
            Report = result.Report,
        };
    }

    /// <summary>A verdict that could not be written: nothing may pass because of it.</summary>
    public static ShownVerdict Unwritten(string suite, FilesException reason)
    {
        var headline = $"{suite}: NOT JUDGED – the verdict could not be written";
        return new(suite, Effect.Blocks, headline, $"{headline}\n\n{reason.Message}\n");
    }

    /// <summary>The same with a sentence more.</summary>
    public ShownVerdict With(string note) => this with { Text = $"{Text}{note}\n" };

    /// <summary>A path as short as it reads: from the current folder if it lies below, else from the project's name on, else whole.</summary>
    private static string Nearest(string path, string project)
    {
        string?[] folders = [Environment.CurrentDirectory, Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(project))];
        return folders.Where(f => !string.IsNullOrEmpty(f)).Select(f => FolderPath.Below(f!, path)).FirstOrDefault(p => p is not null) ?? path;
    }
}
