using System.Text;
using AngleSharp.Html.Parser;
using EvalGate.Gating;
using EvalGate.Judges;
using EvalGate.Reports;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Html.Tests;

public static class TheReport
{
    [Fact]
    public static void HasTheSameBytesInEveryCulture()
    {
        var usual = Written(ASample.Of(40));

        Assert.Equal(usual, Written(ASample.Of(40)));
        Assert.Equal(usual, CommaCulture.Outside(() => Written(ASample.Of(40))));
    }

    [Fact]
    public static void HasTheSameBytesInEveryTimeZone()
    {
        var input = ASample.Of(40);
        var elsewhere = input.Verdict with { BaselineDate = input.Verdict.BaselineDate!.Value.ToOffset(TimeSpan.FromHours(-9)) };

        Assert.Equal(Written(input), Written(input with { Verdict = elsewhere }));
    }

    [Fact]
    public static void LetsNothingRunButItsOwnScript()
    {
        var page = new HtmlParser().ParseDocument(Written(ASample.Of(40)));

        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[style], [onclick], link, iframe, img, object, script[src]"));
        Assert.Equal(2, page.QuerySelectorAll("script").Length);
    }

    [Fact]
    public static void IdentifiesEachElementOnce()
    {
        var ids = new HtmlParser().ParseDocument(Written(ASample.Of(400))).QuerySelectorAll("[id]").Select(e => e.Id).ToArray();

        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(["slices", "grid", "versions", "power", "history", "stack", "findings", "cases"], id => Assert.Contains(id, ids));
    }

    [Fact]
    public static void SaysHowTheLastReleaseDidInProduction()
    {
        var page = new HtmlParser().ParseDocument(Written(ASample.Of(40)));

        var rows = page.QuerySelectorAll("#production tbody tr").Select(r => string.Join(" | ", r.QuerySelectorAll("th, td").Select(c => c.TextContent))).ToArray();
        Assert.Equal("thumbs_down | overall | 1000 | 10.0 % | 20.0 % | +7.4 to +12.6 pp | WORSE", rows[0]);
        Assert.StartsWith("thumbs_down | language=de | 500 | 10.0 % | 30.0 % | ", rows[1], StringComparison.Ordinal);
        Assert.Equal("correct | thumbs_down | 2 | – |  | insufficient", rows[^1]);
        Assert.Equal(3, rows.Length);
        Assert.Null(new HtmlParser().ParseDocument(Written(ASample.Of(40) with { Outcomes = null })).QuerySelector("#production"));
    }

    [Fact]
    public static void NamesEveryCaseOfTheBaselineThatHasNoPartner()
    {
        var input = ASample.Of(40);

        var page = new HtmlParser().ParseDocument(Written(input with { Verdict = input.Verdict with { Unpaired = new() { Added = ["new <1>"] } } }));

        Assert.Equal("#case=new%20%3C1%3E", page.QuerySelector("#findings a")!.GetAttribute("href"));
    }

    [Fact]
    public static void IsWrittenWithoutABaseline()
    {
        var trial = ASample.Trial(40);
        var verdict = Judge.Decide(trial.Input with { Baseline = null });

        var page = new HtmlParser().ParseDocument(Written(ASample.Of(trial) with { Verdict = verdict, History = [] }));

        Assert.Equal("support NOT JUDGED", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(5, page.QuerySelectorAll(".card").Length);
        Assert.Null(page.QuerySelector("#slices"));
        Assert.NotNull(page.QuerySelector("#cases"));
    }

    [Fact]
    public static void SetsAJudgeAgainstPeopleSliceBySlice()
    {
        var input = ASample.Of(4);
        var confusion = ConfusionTable.Of([(0, 0), (1, 1), (1, 1), (1, 0)], 2);
        var german = new Slice([new("language", "de")]);
        var judge = new JudgeAgreement(input.Metrics[0], 0.6m, ["fail", "pass"], [new(Slice.Overall, confusion), new(german, ConfusionTable.Of([(1, 0)], 2))]);

        var page = new HtmlParser().ParseDocument(Written(input with { Verdict = input.Verdict with { Judges = [judge] } }));

        Assert.Equal(
            ["overall|fail|1|·|3 of 4", "|pass|1|2|", "language=de|pass|1|·|0 of 1"],
            page.QuerySelectorAll("#judges tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))));
        Assert.Equal(["1", "2"], page.QuerySelectorAll("#judges .better-2").Select(cell => cell.TextContent));
        Assert.Null(new HtmlParser().ParseDocument(Written(input)).QuerySelector("#judges"));
    }

    internal static string Written(PageContent input)
    {
        using var stream = new MemoryStream();
        HtmlReport.Write(input, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
