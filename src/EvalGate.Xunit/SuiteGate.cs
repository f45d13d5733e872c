using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>Judges a run and says so where people look.</summary>
internal static class SuiteGate
{
    /// <summary>What GitHub takes of all summaries of one step.</summary>
    private const long SummaryLimit = 1024 * 1024;

    /// <summary>The verdict of a run. One that cannot be written is shown as what it is: no verdict, and red.</summary>
    public static ShownVerdict Judge(LoadedSuite loaded, Run run, string folder, EvalEnvironment environment)
    {
        try
        {
            return ShownVerdict.Of(GateCommand.Execute(loaded, run, folder), loaded, environment);
        }
        catch (FilesException e)
        {
            return ShownVerdict.Unwritten(loaded.Suite.Name, e);
        }
    }

    /// <summary>Appends the report to the step summary of GitHub Actions: the whole of it, or its headline where no more fits. A summary that cannot be written is worth a sentence, not a red build.</summary>
    public static ShownVerdict Summarise(ShownVerdict verdict, EvalEnvironment environment)
    {
        if (environment.StepSummary is not { } path || verdict.Report is not { } report)
        {
            return verdict;
        }

        try
        {
            return SharedTextFile.Append(path, report + "\n", SummaryLimit) || SharedTextFile.Append(path, report.Split('\n')[0] + "\n\n", SummaryLimit)
                ? verdict
                : verdict.With("The step summary is full: 1 MiB.");
        }
        catch (FilesException e)
        {
            return verdict.With($"The step summary was not written: {e.Message}");
        }
    }
}
