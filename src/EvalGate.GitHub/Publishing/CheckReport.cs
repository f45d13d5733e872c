using System.Text;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using Octokit;

namespace EvalGate.GitHub;

/// <summary>A verdict as a check run: its report, and its findings at their lines in the suite.</summary>
/// <remarks>Beside the commit status, which is what a branch rule can require: GitHub may list a check run under another workflow.</remarks>
internal sealed class CheckReport(SuiteVerdict verdict, string folder)
{
    /// <summary>How many annotations one request may have.</summary>
    public const int Batch = 50;

    private const int Most = 500;
    private const int LongestTitle = 255;
    private const int LongestMessage = 8_000;
    private const int LongestSummary = 65_535;

    /// <summary>The run with its first annotations.</summary>
    public NewCheckRun First(string head) => new($"EvalGate report / {CleanText.Of(verdict.Suite, 80)}", head)
    {
        Status = CheckStatus.Completed,
        Conclusion = verdict.Blocks ? CheckConclusion.Failure : CheckConclusion.Success,
        Output = Output(0),
    };

    /// <summary>The further annotations, a request each.</summary>
    public IEnumerable<CheckRunUpdate> Further => Enumerable.Range(1, Math.Max(0, (Count - 1) / Batch)).Select(i => new CheckRunUpdate { Output = Output(i) });

    private int Count => Math.Min(Most, verdict.Findings.Count);

    private NewCheckRunOutput Output(int batch) => new(Title, Summary)
    {
        Annotations = [.. verdict.Findings.Take(Most).Skip(batch * Batch).Take(Batch).Select(Of)],
    };

    private string Title => ShownText.Of(CleanText.Of($"{VerdictWord.Loud(verdict)} on {verdict.Cases} cases"), LongestTitle - 1);

    /// <summary>The report where it fits in bytes, else its first line.</summary>
    private string Summary => MarkdownReport.Write(verdict) is var report && Encoding.UTF8.GetByteCount(report) <= LongestSummary ? report : report.Split('\n')[0];

    private NewCheckRunAnnotation Of(Diagnostic finding)
    {
        var line = Math.Max(1, finding.Place.Line);
        var path = CleanText.Of(string.IsNullOrEmpty(finding.Place.File) ? "evals" : finding.Place.File, 400);
        return new(folder.Length == 0 ? path : $"{folder}/{path}", line, line, Level(finding.Severity), CleanText.Of(finding.Message, LongestMessage)) { Title = CleanText.Of($"{finding.Code} {verdict.Suite}", LongestTitle - 1) };
    }

    private static CheckAnnotationLevel Level(Severity severity) => severity switch
    {
        Severity.Error => CheckAnnotationLevel.Failure,
        Severity.Warning => CheckAnnotationLevel.Warning,
        _ => CheckAnnotationLevel.Notice,
    };
}
