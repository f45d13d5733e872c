using System.Globalization;
using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.GitHub;

/// <summary>The answer to a command, in Markdown: exactly what was accepted and until when, or why nothing was.</summary>
public static class AcceptReply
{
    private const int LongestName = 120;

    /// <summary>Nothing was accepted.</summary>
    /// <param name="reason">Why, in Markdown.</param>
    public static string Refusal(string reason) => $"**EvalGate accepted nothing:** {reason}.\n";

    /// <summary>Something was accepted, or could be.</summary>
    /// <param name="command">The command.</param>
    /// <param name="login">Who gave it.</param>
    /// <param name="plan">What it became, and how many snapshots are approved.</param>
    /// <param name="commit">The commit that says it; null when somebody has to make it.</param>
    public static string Of(CommentCommand command, string login, (AcceptPlan Plan, int Snapshots) plan, string? commit)
    {
        var isDone = commit is not null;
        var rows = plan.Plan.Waivers.Select(w =>
            $"| {MarkdownText.Name(w.Suite, LongestName)} | {MarkdownText.Name(w.Waiver.Slice.ToString(), LongestName)} | {MarkdownText.Name(w.Waiver.Metric, LongestName)} | {w.Ceiling} | {w.Waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} |\n");
        var table = plan.Plan.Waivers.Count == 0 ? "" : "\n| Suite | Slice | Metric | Accepted up to | Until |\n|:--|:--|:--|--:|:--|\n" + string.Concat(rows);
        var approved = plan.Snapshots == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\n{Figures.Count(plan.Snapshots, "snapshot")} of group {string.Join(", ", command.Snapshots.Select(s => MarkdownText.Name(s, LongestName)))}, for good.\n");
        var title = $"**EvalGate: {(isDone ? "accepted by" : "nothing is written yet; a suggestion for")} {MarkdownText.Name(login, LongestName)}**, result `{command.Code}`.";
        var written = isDone ? $"\nCommitted as {commit![..7]}. The next run of the evals judges with it.\n" : "";
        return $"{title}\n{table}{approved}\nReason: {MarkdownText.Of(command.Reason, 600)}\n{written}";
    }
}
