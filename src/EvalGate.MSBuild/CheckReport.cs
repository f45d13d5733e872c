using EvalGate.Commands;
using EvalGate.Reports;

namespace EvalGate.MSBuild;

/// <summary>What a build says of a suite apart from errors.</summary>
internal static class CheckReport
{
    /// <summary>The verdict in a sentence, what stops nothing but is worth knowing, and where to read on.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="folder">The project's folder; paths are relative to it.</param>
    public static IEnumerable<string> Lines(GatedSuite suite, string folder)
    {
        yield return $"EvalGate {TextReport.Headline(suite.Verdict)}";
        foreach (var remark in suite.Remarks)
        {
            // Not in the form of a warning: what reads builds for warnings must not find one here.
            yield return $"  {remark.Place} {remark.Code} {remark.Message}";
        }

        if (suite.ReportPath is { } report)
        {
            yield return $"  Full report: {Near.Path(folder, report)}";
        }

        if (suite.Note is { } note)
        {
            yield return $"  {note}";
        }
    }
}
