using System.Text.Json;

namespace EvalGate.Shadow.Tests;

/// <summary>A shadow of two functions from text to text, with a log in a folder that goes when the test ends.</summary>
internal sealed class AShadow : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    public AShadow(Func<string, CancellationToken, Task<string>>? candidate = null, Func<string, CancellationToken, Task<string>>? incumbent = null, ShadowOptions? options = null, ShadowLogOptions? log = null, Func<string, ShadowRequest?>? describe = null)
    {
        Log = new((log ?? new() { Folder = "" }) with { Folder = Path.Combine(_folder.Path, log?.Folder ?? ""), CloseTimeout = Patience });
        Shadow = new(
            new()
            {
                Incumbent = incumbent ?? Says("incumbent"),
                Candidate = candidate ?? Says("candidate"),
                Describe = describe ?? (input => new(input)),
            },
            Log,
            options ?? Everything);
    }

    /// <summary>Longer than the busiest machine keeps anything that is not stuck.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Every request is shadowed, and inputs are logged.</summary>
    public static ShadowOptions Everything { get; } = new() { Inputs = ShadowInputs.Value, Rate = 1, Timeout = Patience };

    public Shadow<string, string> Shadow { get; }

    public ShadowLog Log { get; }

    public string Folder => _folder.Path;

    public string[] Files => [.. Directory.GetFiles(_folder.Path, "*.jsonl").Order(StringComparer.Ordinal)];

    public static Func<string, CancellationToken, Task<string>> Says(string text) => (_, _) => Task.FromResult(text);

    /// <summary>Waits for what is in flight, closes the log and reads its pairs.</summary>
    public async Task<JsonElement[]> PairsAsync()
    {
        await Shadow.WhenIdleAsync(TestContext.Current.CancellationToken);
        await Log.DisposeAsync();
        return [.. Files.SelectMany(f => File.ReadAllLines(f).Skip(1)).Select(l => JsonElement.Parse(l))];
    }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        _folder.Dispose();
    }
}
