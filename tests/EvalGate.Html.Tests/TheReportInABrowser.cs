using EvalGate.Reports;
using Microsoft.Playwright;

namespace EvalGate.Html.Tests;

public class TheReportInABrowser(ABrowser browser) : IClassFixture<ABrowser>
{
    private static readonly PageContent Large = ASample.Of(10_000);
    private static readonly PageContent Usual = ASample.Of(600);

    [Fact]
    public async Task OpensFromItsFileAloneAndWithoutComplaint()
    {
        await using var report = await browser.OpenAsync(Usual);

        Assert.Equal("support REGRESSED", await report.Page.Locator("h1").TextContentAsync());
        Assert.Equal(50, await report.Rows.CountAsync());
        Assert.Empty(report.Complaints);
        Assert.Equal([report.Page.Url], report.Requests);
    }

    [Fact]
    public async Task FiltersByEverythingAtOnce()
    {
        await using var report = await browser.OpenAsync(Usual);

        await report.Field("slice").SelectOptionAsync("category=refund, language=de");
        await report.Field("flip").SelectOptionAsync("lost");
        await report.Field("text").FillAsync("GERMAN NOBODY WROTE");
        Assert.StartsWith("0 of 600 cases", await report.CountAsync(), StringComparison.Ordinal);

        await report.Field("text").FillAsync("ZURÜCKGEBEN");
        var lost = await report.Rows.CountAsync();
        Assert.Equal($"{lost} of 600 cases · {lost} lost, 0 gained", await report.CountAsync());
        Assert.InRange(lost, 5, 40);

        await report.Page.GetByText("Clear", new() { Exact = true }).ClickAsync();
        await report.Field("errors").CheckAsync();
        await report.Field("to").FillAsync("0");
        Assert.StartsWith("6 of 600 cases", await report.CountAsync(), StringComparison.Ordinal);
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task LeadsToASlice()
    {
        await using var report = await browser.OpenAsync(Usual);

        await report.Page.Locator("#grid").GetByText("language=ar", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(report.Field("slice")).ToHaveValueAsync(await ValueOf(report, "language=ar"));
        var count = await report.CountAsync();

        await using var linked = await browser.OpenAsync(Usual, "#slice=language%3Dar");
        Assert.Equal(count, await linked.CountAsync());
        Assert.DoesNotContain("600 of 600", count, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WritesItsFiltersIntoItsAddress()
    {
        await using var report = await browser.OpenAsync(Usual);
        await report.Field("metric").SelectOptionAsync("refused");
        await report.Field("flip").SelectOptionAsync("lost");
        await report.Field("text").FillAsync("+ & = ü");

        await report.Page.WaitForFunctionAsync("hash => location.hash === hash", "#metric=refused&flip=lost&text=%2B%20%26%20%3D%20%C3%BC");
        await report.Page.ReloadAsync();
        Assert.Equal("+ & = ü", await report.Field("text").InputValueAsync());
        Assert.Equal("lost", await report.Field("flip").InputValueAsync());
    }

    [Fact]
    public async Task OpensACaseWithTheDiffOfItsSnapshot()
    {
        await using var report = await browser.OpenAsync(Usual, "#case=refund-0035");

        Assert.Equal(1, await report.Rows.CountAsync());
        Assert.Equal("Sie können den Artikel innerhalb von 14 Tagen zurückgeben.", await report.Page.Locator(".diff .removed").First.TextContentAsync());
        Assert.Equal(
            ["Sie können den Artikel innerhalb von 30 Tagen zurückgeben.", "Vielen Dank."],
            await report.Page.Locator(".diff .added").AllTextContentsAsync());
        Assert.Empty(report.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(246, 247, 249)")]
    [InlineData(ColorScheme.Dark, "rgb(15, 18, 22)")]
    public async Task IsAsLightOrDarkAsItsReaderWants(ColorScheme scheme, string expected)
    {
        await using var report = await browser.OpenAsync(Usual, scheme: scheme);

        Assert.Equal(expected, await report.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task FiltersTenThousandCasesWithinAFifthOfASecond()
    {
        await using var report = await browser.OpenAsync(Large);
        await report.Field("flip").SelectOptionAsync("lost");

        List<double> times = [];
        foreach (var flip in (string[])["lost", "gained", "same", ""])
        {
            var before = await report.WorkedAsync();
            await report.Page.EvaluateAsync(
                """
                flip => {
                  const form = document.getElementById('filters');
                  form.elements.flip.value = flip;
                  form.dispatchEvent(new Event('input'));
                  document.body.offsetHeight;
                }
                """,
                flip);
            times.Add(await report.WorkedAsync() - before);
        }

        Assert.InRange(times.Order().ElementAt(1), 0.1, 200);
        Assert.StartsWith("10000 of 10000 cases", await report.CountAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("日本語のお問い合わせ（返品・交換）")]
    [InlineData("ERSATZTEILE UND REPARATUR")]
    public async Task ShowsNamesOfSlicesWhole(string name)
    {
        var trial = new Trial { Repeatable = true }.With(name, bothPass: 20, losses: 8).With("en", bothPass: 40);
        await using var report = await browser.OpenAsync(ASample.Of(trial));

        var lefts = await report.Page.Locator("#slices text").EvaluateAllAsync<double[]>("all => all.map(t => t.getBoundingClientRect().left - t.closest('svg').getBoundingClientRect().left)");
        Assert.All(lefts, left => Assert.InRange(left, 0, 1200));
    }

    [Fact]
    public async Task IsWalkedThroughByKeyboard()
    {
        await using var report = await browser.OpenAsync(Usual);

        await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the cases", await report.Page.EvaluateAsync<string>("document.activeElement.textContent"));
        await report.Page.Locator("#case-list summary").First.FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(report.Rows.First.Locator("pre").First).ToBeVisibleAsync();
        Assert.Equal(0, await report.Page.Locator("svg.chart:not(:has(title)), [role=img]:not(:has(title))").CountAsync());
    }

    private static Task<string> ValueOf(OpenReport report, string slice) =>
        report.Page.EvaluateAsync<string>("name => [...document.getElementById('filters').elements.slice.options].find(o => o.textContent === name).value", slice);
}
