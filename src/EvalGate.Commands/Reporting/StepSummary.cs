using EvalGate.Files;

namespace EvalGate.Commands;

/// <summary>The step summary of GitHub Actions.</summary>
public static class StepSummary
{
    /// <summary>What GitHub takes of all summaries of one step.</summary>
    private const long Limit = 1024 * 1024;

    /// <summary>Appends a report: the whole of it, or its headline where no more fits.</summary>
    /// <param name="report">The report as Markdown; null for none, which is not written.</param>
    /// <param name="environment">Names the summary; outside GitHub there is none.</param>
    /// <returns>Why it was not written, or null. A summary that cannot be written is worth a sentence, not a red build.</returns>
    public static string? Append(string? report, EvalEnvironment environment)
    {
        if (environment.StepSummary is not { } path || report is null)
        {
            return null;
        }

        try
        {
            return SharedTextFile.Append(path, report + "\n", Limit) || SharedTextFile.Append(path, report.Split('\n')[0] + "\n\n", Limit)
                ? null
                : "The step summary is full: 1 MiB.";
        }
        catch (FilesException e)
        {
            return $"The step summary was not written: {e.Message}";
        }
    }
}
