using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.GitHub;

/// <summary>The reports of all suites as one comment.</summary>
internal static class CommentBody
{
    /// <summary>A comment holds 65,536 characters; some are left for what GitHub adds.</summary>
    private const int Limit = 65_000;

    /// <summary>Worst suite first. When all do not fit, the last reports shrink to their first line; verdicts, changes of the gate and marker are always there.</summary>
    public static string Of(Publication publication)
    {
        var (verdicts, redactor) = (publication.Published, publication.Redactor);
        var changes = GateChanges.Of([.. publication.Changes?.Select(c => c with { Subject = redactor.Clean(c.Subject), Text = redactor.Clean(c.Text) }) ?? []], publication.ChangesProblem);
        if (verdicts.Count == 0)
        {
            return $"## ⚪ EvalGate: not evaluated\n\nThere is no verdict on this commit: no evals ran, or they were cut off. This is no approval.\n{changes}\n{publication.Marker}";
        }

        string[] reports = [.. verdicts.OrderByDescending(v => v.Blocks).ThenByDescending(v => v.Verdict).Select(v => redactor.Clean(MarkdownReport.Write(v)))];
        var page = publication.Job.RunPage is { } run ? $"\n[The whole report]({run})\n" : "";
        var foot = $"{changes}{BaselineAges.Of(verdicts, publication.Now)}{redactor.Clean(AcceptHint.Of(publication.Code, verdicts))}{page}\n{publication.Marker}";
        for (var folded = 0; folded <= reports.Length; folded++)
        {
            var body = string.Join('\n', reports.Select((r, i) => i < reports.Length - folded ? r : r.Split('\n')[0] + "\n")) + foot;
            if (body.Length <= Limit)
            {
                return body;
            }
        }

        return $"## EvalGate: {reports.Length} suites, {verdicts.Count(v => v.Blocks)} of them block\n{foot}";
    }

    /// <summary>What stands in place of a report that was outdated when it arrived.</summary>
    public static string Outdated(Marker marker, string head) =>
        $"## ⚪ EvalGate: outdated\n\nThe pull request moved on from {marker.Head[..7]} to {head[..7]} while the report was written. The commit statuses tell the verdict on {head[..7]}; run its evals again to see their report here.\n\n{marker}";
}
