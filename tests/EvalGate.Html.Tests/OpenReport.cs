using Microsoft.Playwright;

namespace EvalGate.Html.Tests;

/// <summary>A report in a browser that keeps what the page complained about and asked for.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly TempFolder _folder;

    public OpenReport(TempFolder folder, IPage page)
    {
        (_folder, Page) = (folder, page);
        page.Console += (_, message) => Complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Complaints.Add(error);
        page.Dialog += (_, dialog) => Complaints.Add($"dialog: {dialog.Message}");
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    /// <summary>Rows of the case list.</summary>
    public ILocator Rows => Page.Locator("#case-list > details");

    /// <summary>A filter.</summary>
    public ILocator Field(string name) => Page.Locator($"#filters [name={name}]");

    /// <summary><c>600 of 600 cases · 26 lost, 12 gained</c></summary>
    public Task<string?> CountAsync() => Page.Locator("#case-count").TextContentAsync();

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        _folder.Dispose();
    }
}
