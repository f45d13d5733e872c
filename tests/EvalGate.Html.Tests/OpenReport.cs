using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace EvalGate.Html.Tests;

/// <summary>A report in a browser that keeps what the page complained about and asked for.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private ICDPSession? _cdp;

    public OpenReport(TempFolder folder, IPage page)
    {
        (_folder, Page) = (folder, page);
        page.Console += (_, message) => Complaints.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Enqueue(error);
        page.Dialog += (_, dialog) => Complaints.Enqueue($"dialog: {dialog.Message}");
        page.Request += (_, request) => Requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    public ConcurrentQueue<string> Complaints { get; } = [];

    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Rows of the case list.</summary>
    public ILocator Rows => Page.Locator("#case-list > details");

    /// <summary>A filter.</summary>
    public ILocator Field(string name) => Page.Locator($"#filters [name={name}]");

    /// <summary><c>600 of 600 cases · 26 lost, 12 gained</c></summary>
    public Task<string?> CountAsync() => Page.Locator("#case-count").TextContentAsync();

    /// <summary>How long the page's thread has worked so far, in milliseconds; while other programs have the processor, it does not.</summary>
    public async Task<double> WorkedAsync()
    {
        _cdp ??= await Page.Context.NewCDPSessionAsync(Page);
        await _cdp.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        var metrics = (await _cdp.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray();
        return 1000 * metrics.Single(m => m.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        _folder.Dispose();
    }
}
