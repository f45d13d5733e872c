using System.Globalization;
using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Reports;

namespace EvalGate.Html.Sections;

/// <summary>The verdict, why, of what, and what to do.</summary>
internal static class Masthead
{
    public static Fragment Of(SuiteVerdict verdict)
    {
        var summary = VerdictSummary.Of(verdict);
        var next = summary.Next is { } step ? Fragment.Of($"<p class=\"next\"><b>Next:</b> {step}</p>") : Fragment.Empty;
        var notes = summary.Notes.Count == 0 ? Fragment.Empty : Fragment.Of($"<ul class=\"notes\">{summary.Notes.Select(n => Fragment.Of($"<li dir=\"auto\">{n}</li>"))}</ul>");
        return Fragment.Of($"""
            <header class="{Labels.Class(verdict.Verdict)}">
            <p class="brand">EvalGate</p>
            <h1><bdi>{verdict.Suite}</bdi> {Labels.Badge(summary.Word, verdict.Verdict)}</h1>
            <p class="reason" dir="auto">{summary.Reason}</p>
            <p class="facts">{Facts(verdict)}</p>
            {next}{notes}
            </header>

            """);
    }

    private static IEnumerable<Fragment> Facts(SuiteVerdict verdict)
    {
        (string Name, string? Value)[] facts =
        [
            ("cases", Figures.Fixed(verdict.Cases, 0)),
            ("errors", verdict.Errors > 0 ? Figures.Fixed(verdict.Errors, 0) : null),
            ("candidate", Short(verdict.Commit)),
            ("baseline", verdict.BaselineDate is { } date ? $"{date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} {Short(verdict.BaselineCommit)}".TrimEnd() : "none"),
            ("run", verdict.RunId.Length > 0 ? verdict.RunId : null),
        ];
        return facts.Where(f => f.Value is not null).Select(f => Fragment.Of($"<span><span class=\"key\">{f.Name}</span> {f.Value}</span> "));
    }

    private static string? Short(string? commit) => commit is { Length: > 7 } ? commit[..7] : commit;
}
