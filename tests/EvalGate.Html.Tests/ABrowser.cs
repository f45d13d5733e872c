using EvalGate.Reports;
using Microsoft.Playwright;

namespace EvalGate.Html.Tests;

/// <summary>Debian's Chromium, if there is one; started once for all tests of the class that asks for it.</summary>
public sealed class ABrowser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    /// <summary>What Playwright waits for at most, in milliseconds; its own five seconds for what a page shows are short on a busy machine.</summary>
    private const float Patience = 300_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is { } path)
        {
            Assertions.SetDefaultExpectTimeout(Patience);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"], Timeout = Patience });
        }
    }

    /// <summary>Opens a report from its file; skips the test where no browser is installed.</summary>
    internal async Task<OpenReport> OpenAsync(PageContent input, string hash = "", ColorScheme scheme = ColorScheme.Light)
    {
        Assert.SkipWhen(_browser is null, $"No browser is installed; 'apt-get install chromium' puts one at {Places[0]}.");
        var folder = new TempFolder();
        using (var file = File.Create(folder["report.html"]))
        {
            HtmlReport.Write(input, file);
        }

        var context = await _browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = 1200, Height = 900 } });
        context.SetDefaultTimeout(Patience);
        var report = new OpenReport(folder, await context.NewPageAsync());
        await report.Page.GotoAsync(new Uri(folder["report.html"]).AbsoluteUri + hash);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
