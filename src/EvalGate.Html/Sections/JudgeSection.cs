using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Reports;

namespace EvalGate.Html.Sections;

/// <summary>What judges and people said of the same outputs, slice by slice; where they agree is coloured.</summary>
internal static class JudgeSection
{
    public static Section Of(SuiteVerdict verdict)
    {
        var tables = JudgeTable.Of(verdict).Select(Whole).ToArray();
        return new("judges", "Judges and people", tables.Length == 0 ? Fragment.Empty : Fragment.Of($"{tables}"));
    }

    private static Fragment Whole(JudgeTable table) => Fragment.Of($"""
        <p>{table.Sentence}</p>
        <div class="scroll"><table class="grid"><thead><tr><th scope="col" dir="auto">{table.Judge.Metric.Label}</th><th scope="col">{JudgeTable.Corner}</th>{table.Grades.Select(g => Fragment.Of($"<th scope=\"col\" class=\"number\">{g}</th>"))}<th scope="col">agree</th></tr></thead>
        <tbody>{table.Slices.SelectMany(s => s.Rows.Select((row, i) => Row(s, row, i == 0)))}</tbody></table></div>

        """);

    private static Fragment Row(JudgeSlice slice, JudgeRow row, bool isFirst) => Fragment.Of($"""
        <tr><th scope="row"><bdi>{(isFirst ? slice.Name : "")}</bdi></th><td class="number">{row.Grade}</td>{row.Counts.Select((count, judge) => Cell(count, judge == row.Index))}<td>{(isFirst ? slice.Agreed : "")}</td></tr>

        """);

    private static Fragment Cell(long count, bool isAgreed) => count == 0
        ? Fragment.Of($"<td class=\"number none\">·</td>")
        : Fragment.Of($"<td class=\"number {(isAgreed ? "better-2" : "worse-2")}\">{Figures.Fixed(count, 0)}</td>");
}
