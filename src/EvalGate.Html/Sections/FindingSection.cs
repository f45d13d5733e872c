using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Model;

namespace EvalGate.Html.Sections;

/// <summary>Every broken rule at its place, and the cases that no partner was found for.</summary>
internal static class FindingSection
{
    private const int MostCases = 50;

    public static Section Of(SuiteVerdict verdict)
    {
        var findings = verdict.Findings.Select(Finding).ToArray();
        var unpaired = Unpaired(verdict.Unpaired).ToArray();
        return new("findings", "Findings", findings.Length + unpaired.Length == 0 ? Fragment.Empty : Fragment.Of($"<ul class=\"findings\">{findings}{unpaired}</ul>\n"));
    }

    private static Fragment Finding(Diagnostic finding) => Fragment.Of($"""
        <li class="{finding.Severity.ToString().ToLowerInvariant()}" dir="auto"><b>{finding.Code}</b> {finding.Message} <code>{finding.Place.ToString()}</code></li>

        """);

    private static IEnumerable<Fragment> Unpaired(Unpaired unpaired)
    {
        (string What, IReadOnlyList<string> Ids)[] kinds =
            [("New cases", unpaired.Added), ("Changed cases", unpaired.Changed), ("Retired cases", unpaired.Retired), ("Vanished cases", unpaired.Vanished)];
        return kinds.Where(k => k.Ids.Count > 0).Select(k => Fragment.Of($"""
            <li>{k.What}: {k.Ids.Take(MostCases).Select(id => Fragment.Of($"<span>{Labels.LinkToCase(id)} </span>"))}{(k.Ids.Count > MostCases ? $"and {k.Ids.Count - MostCases} more" : "")}</li>

            """));
    }
}
