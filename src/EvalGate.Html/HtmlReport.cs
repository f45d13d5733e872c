using System.Text;
using EvalGate.Html.Cases;
using EvalGate.Html.Markup;
using EvalGate.Html.Page;
using EvalGate.Html.Sections;
using EvalGate.Reports;

namespace EvalGate.Html;

/// <summary>A verdict and its run as one HTML file that needs nothing beside itself: no network, no other file.</summary>
public static class HtmlReport
{
    /// <summary>Writes the file.</summary>
    /// <param name="input">What it shows. The same input makes the same bytes.</param>
    /// <param name="output">Where it goes; left open.</param>
    public static void Write(PageContent input, Stream output)
    {
        output.Write(Encoding.UTF8.GetBytes(Head(input).ToString()));
        new CaseData(input).Write(output);
        output.Write(Encoding.UTF8.GetBytes(Tail.ToString()));
    }

    private static Fragment Tail => Fragment.Of($"""
        </script>
        <script>{Fragment.Made(Resource.Script.Text)}</script>
        </body>
        </html>

        """);

    private static Fragment Head(PageContent input)
    {
        var sections = Sections(input).Where(s => s.Body != Fragment.Empty).ToArray();
        return Fragment.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{Resource.Style.Hash}'; script-src '{Resource.Script.Hash}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{input.Verdict.Suite}: {Reports.VerdictWord.Loud(input.Verdict)}</title>
            <style>{Fragment.Made(Resource.Style.Text)}</style>
            </head>
            <body>
            <a class="skip" href="#cases">Skip to the cases</a>
            {Masthead.Of(input.Verdict)}{MetricCards.Of(input.Verdict)}<nav aria-label="Parts of the report">{sections.Select(s => s.Link)}</nav>
            <main>
            {sections.Select(s => s.Whole)}</main>
            <footer>Intervals cover the true change 9 times out of 10; p-values are adjusted for every slice and metric looked at.</footer>
            <script type="application/json" id="data">
            """);
    }

    private static IEnumerable<Section> Sections(PageContent input) =>
    [
        ForestSection.Of(input.Verdict),
        SliceGrid.Of(input.Verdict),
        VersionSection.Of(input.Verdict, input.History),
        PowerSection.Of(input.Verdict),
        HistorySection.Of(input.Verdict, input.History),
        OutcomeSection.Of(input.Outcomes),
        StackSection.Of(input.Verdict),
        JudgeSection.Of(input.Verdict),
        FindingSection.Of(input.Verdict),
        CaseSection.Whole,
    ];
}
