using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Reports;

namespace EvalGate.Html.Sections;

/// <summary>Which components stood behind baseline and candidate.</summary>
internal static class StackSection
{
    public static Section Of(SuiteVerdict verdict) => new("stack", "What changed in the stack", verdict.Stack.Count == 0 ? Fragment.Empty : Fragment.Of($"""
        <p>{StackWords.Of(verdict)}</p>
        <div class="scroll"><table><thead><tr><th scope="col">Component</th><th scope="col">Baseline</th><th scope="col">Candidate</th></tr></thead>
        <tbody>{verdict.Stack.OrderBy(s => !s.Changed).Select(Row)}</tbody></table></div>

        """));

    private static Fragment Row(StackChange component) => Fragment.Of($"""
        <tr class="{(component.Changed ? "changed" : "same")}"><th scope="row" dir="auto">{component.Name}</th><td><code>{StackWords.Fingerprint(component.Baseline)}</code></td><td>{Now(component)}</td></tr>

        """);

    private static Fragment Now(StackChange component) => component.Changed ? Fragment.Of($"<code>{StackWords.Fingerprint(component.Candidate)}</code>") : Fragment.Of($"<span class=\"muted\">unchanged</span>");
}
