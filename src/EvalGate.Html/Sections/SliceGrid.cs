using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Slicing;

namespace EvalGate.Html.Sections;

/// <summary>Every slice against every metric, coloured by how much of what is allowed was used up.</summary>
internal static class SliceGrid
{
    public static Section Of(SuiteVerdict verdict)
    {
        var comparisons = verdict.Comparisons.WorstPerSlice().Where(c => c.IsPlain()).ToArray();
        var metrics = comparisons.Select(c => c.Metric).Distinct().ToArray();
        var rows = comparisons.GroupBy(c => c.Slice).OrderBy(g => !g.Key.IsOverall).ThenByDescending(g => g.Max(c => c.Verdict)).ThenBy(g => g.Key).Select(g => Row(g.Key, metrics, [.. g]));
        return new("grid", "Every slice and metric", comparisons.Length == 0 ? Fragment.Empty : Fragment.Of($"""
            <p class="muted">Change since the baseline. The stronger the colour, the more of what is allowed is used up; the strongest is more than chance. A slice leads to its cases.</p>
            <div class="scroll"><table class="grid"><thead><tr><th scope="col">Slice</th><th scope="col" class="number">Cases</th>{metrics.Select(m => Fragment.Of($"<th scope=\"col\" dir=\"auto\">{m.Label}</th>"))}</tr></thead>
            <tbody>{rows}</tbody></table></div>

            """));
    }

    private static Fragment Row(Slice slice, Metric[] metrics, Comparison[] own) => Fragment.Of($"""
        <tr><th scope="row">{Labels.Link(slice)}</th><td class="number">{own.Max(c => c.Cases)}</td>{metrics.Select(m => own.FirstOrDefault(c => c.Metric == m) is { } c ? Cell(c) : Fragment.Of($"<td class=\"none\">–</td>"))}</tr>

        """);

    private static Fragment Cell(Comparison c)
    {
        var word = c.IsBad() || c.IsExcused ? Labels.Badge(c) : Fragment.Of($"<span class=\"unseen\">{VerdictWord.Loud(c)}</span>");
        return Fragment.Of($"<td class=\"{Heat(c)}\" title=\"{Details(c)}\"><b>{(c.Difference is { } d ? Figures.Change(c.Metric, d) : "–")}</b> {word}</td>");
    }

    private static string Details(Comparison c)
    {
        var levels = c is { Baseline: { } before, Candidate: { } now } ? $"{Figures.Value(c.Metric, before)} → {Figures.Value(c.Metric, now)}; " : "";
        var interval = c.Interval is { } known ? $"90 % interval {Figures.Interval(c.Metric, known)}; " : "";
        var p = c.AdjustedPValue is { } adjusted ? $"; adjusted p {Figures.PValue(adjusted)}" : "";
        return $"{levels}{interval}{Phrases.Limit(c)}{p}; {c.Gains} gained, {c.Losses} lost{(c.Reason is { } reason ? $"; {reason}" : "")}";
    }

    private static string Heat(Comparison c)
    {
        if (c.Difference is not { } difference || difference == 0 || c.Tolerance is not { } tolerance)
        {
            return "even";
        }

        var used = tolerance > 0 ? Math.Abs(difference) / tolerance : 3;
        var degree = used < 0.5 ? 1 : used <= 1 || c.Verdict is Verdict.Clear ? 2 : 3;
        return $"{(difference > 0 == (c.Metric.Better == Direction.Higher) ? "better" : "worse")}-{degree}";
    }
}
