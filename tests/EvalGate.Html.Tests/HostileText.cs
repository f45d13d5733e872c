using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CsCheck;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Html.Tests;

/// <summary>Text of models and data sets that tries to be more than text.</summary>
public partial class HostileText(ABrowser browser) : IClassFixture<ABrowser>
{
    private const int Payloads = 5000;
    private const int PerReport = 250;

    private static readonly string[] Parts =
    [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<!--", "-->", "<!--<script>", "]]>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)", "javascript:alert(1)", "&lt;b&gt;", "&#60;b&#62;", "&amp;", "{{constructor}}", "${alert(1)}", "{0}", "#{x}", "<%= x %>", "`", "\\", "\\u003cscript\\u003e", "</style>", "</title>", "<base href=//evil>",
        "<meta http-equiv=refresh content=0>", "<iframe src=//evil>", "\u202e", "\u2066", "\u200b", "\u2028", "\u2029", "\0", "\u001b[31m", "\uffff", "\ud83d", "\ude00", "\ue000", "\r\n", "\t", "=1+1", "@everyone", "::error::", "##[error]",
        "](https://evil.example)", "![x](u)", "|", "שלום", "日本語", "👩‍👩‍👧", "e\u0301", "plain words", "", " ",
    ];

    private static readonly Gen<string> Any = Gen.OneOf(Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]), Gen.String).Array[1, 6].Select(string.Concat);

    [Fact]
    public void IsNeverMarkup() => Property.HoldsFor(Any.Array[PerReport], Payloads / PerReport, texts =>
    {
        var written = TheReport.Written(Input(texts));
        var page = new HtmlParser().ParseDocument(written);

        // What the parser finds is what the templates wrote, whatever the texts are.
        Assert.Equal(["html", "head", "meta", "meta", "meta", "title", "style"], page.QuerySelectorAll("html, head, head *").Select(e => e.LocalName));
        Assert.Equal(["data", ""], page.QuerySelectorAll("script").Select(e => e.Id ?? ""));
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, base, link, [style], [src]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.QuerySelectorAll("a").Cast<IHtmlAnchorElement>(), a => Assert.Matches("^#([a-z]+$|(slice|case)=)", a.GetAttribute("href")!));
        Assert.DoesNotMatch(Hidden(), page.Source.Text);

        // The data is JSON that says what was given, and holds no character that could end it.
        var data = page.QuerySelector("#data")!.TextContent;
        Assert.DoesNotContain('<', data);
        using var json = JsonDocument.Parse(data);
        Assert.Equal(texts.Select(Sound), json.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("o")[0].GetString()));
    });

    [Fact]
    public async Task IsShownAsItIsInABrowser()
    {
        string[] texts = [.. Parts.Where(p => p.Trim().Length > 1)];
        await using var report = await browser.OpenAsync(Input(texts));

        await report.Page.EvaluateAsync("document.querySelectorAll('#case-list > details').forEach(d => { d.open = true; })");
        await Microsoft.Playwright.Assertions.Expect(report.Page.Locator("#case-list figure")).ToHaveCountAsync(3 * texts.Length);

        var shown = await report.Page.Locator("#case-list figure:last-child pre").EvaluateAllAsync<string[]>("all => all.map(pre => pre.textContent)");
        Assert.Equal(texts.Select(Visible).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Empty(report.Complaints);
        Assert.Single(report.Requests);
    }

    [Fact]
    public void OfAMillionLettersIsCut()
    {
        var (text, trial) = (new string('x', 1_000_000), ASample.Trial(1));
        var record = trial.Cases[0].Records[0] with { Output = ACase.Json(Quoted(text)), Errors = [new(ErrorKind.Subject, text)] };

        var written = TheReport.Written(ASample.Of(trial with { Cases = [trial.Cases[0] with { Records = [record], Case = trial.Cases[0].Case with { Input = record.Output, Expected = record.Output } }] }));

        Assert.InRange(written.Length, 40_000, 150_000);
        Assert.Equal(4, written.Split("… (992").Length - 1);
    }

    /// <summary>Every text as id, slice, input, expected value, output, error, component and reason.</summary>
    private static PageContent Input(string[] texts)
    {
        var trial = texts.Index().Aggregate(new Trial { Metrics = [AMetric.PassFail("correct" + texts[0])], Rules = [ARule.MaxDrop("correct" + texts[0], 0.02m)], MaxErrors = new(null, 1m) }, (t, text) => t.With(
            ACase.Of($"{text.Index} {text.Item}", Quoted(text.Item), Quoted(text.Item), ("language", text.Index % 10 == 0 ? text.Item : "de")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct" + texts[0]] = [1] },
            [new Dictionary<string, double?> { ["correct" + texts[0]] = text.Index % 2 }]));
        trial = trial with { Cases = [.. trial.Cases.Zip(texts, (c, text) => c with { Records = [c.Records[0] with { Output = ACase.Json(Quoted(text)), Errors = [new(ErrorKind.Scorer, text)] }] })] };
        var input = ASample.Of(trial);
        return input with { Outcomes = ProductionOf.Releases(trial.Metrics[0], texts[1], texts[2], texts[3]), Verdict = input.Verdict with { Suite = texts[0], Stack = [.. texts.Take(9).Select(t => new StackChange(t, t, null))], Findings = [.. input.Verdict.Findings, .. texts.Select(t => new Diagnostic("EG2003", Severity.Note, t, default))] } };
    }

    /// <summary>Half a letter cannot be written; files hold U+FFFD in its place.</summary>
    private static string Sound(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>What is not seen is written out.</summary>
    private static string Visible(string text) => Hidden().Replace(Sound(text), m => FormattableString.Invariant($"\\u{(int)m.Value[0]:x4}"));

    private static string Quoted(string text) => JsonSerializer.Serialize(Sound(text));

    [GeneratedRegex("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]")]
    private static partial Regex Hidden();
}
