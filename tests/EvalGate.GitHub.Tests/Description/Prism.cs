using System.Collections.Concurrent;
using System.Diagnostics;

namespace EvalGate.GitHub.Tests;

/// <summary>Stoplight's Prism as a proxy before the fake: it lets through, both ways, only what GitHub's description allows.</summary>
internal sealed class Prism : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Prism(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException(string.Join('\n', _lines)));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => _ready.Task.Result;

    /// <summary>Starts it; installing it takes npm some seconds at the first time.</summary>
    public static async Task<Prism> StartAsync(FakeGitHub github)
    {
        await GitHubDescription.LoadAsync();
        var prism = new Prism(NodeScript.Start("Description/prism.mjs", github.Api.GetLeftPart(UriPartial.Authority)));
        github.Front = await prism._ready.Task.WaitAsync(TimeSpan.FromMinutes(10));
        return prism;
    }

    /// <summary>What it refused, or found wrong. It ends with this, so that all it wrote has been read.</summary>
    public async Task<IReadOnlyList<string>> ComplaintsAsync()
    {
        await StopAsync();
        return [.. _lines.Where(l => l.Contains("error ", StringComparison.Ordinal) || l.Contains("Violation:", StringComparison.Ordinal))];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private async Task StopAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    private void Take(string? line)
    {
        _lines.Enqueue(line ?? "");
        if (line?.Split("Prism is listening on ") is [_, var address])
        {
            _ready.TrySetResult(new(address.Trim() + "/"));
        }
    }
}
