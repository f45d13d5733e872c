using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EvalGate.GitHub.Tests;

/// <summary>Stoplight's Prism as a proxy before the fake: it lets through, both ways, only what GitHub's description allows.</summary>
internal sealed class Prism : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Prism(Process process, int port)
    {
        (_process, Address) = (process, new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}/"));
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException(string.Join('\n', _lines)));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>What it refused, or found wrong.</summary>
    public IEnumerable<string> Complaints => _lines.Where(l => l.Contains("error ", StringComparison.Ordinal) || l.Contains("Violation:", StringComparison.Ordinal));

    /// <summary>Starts it; installing it takes npm some seconds at the first time.</summary>
    public static async Task<Prism> StartAsync(FakeGitHub github)
    {
        await GitHubDescription.LoadAsync();
        var port = FreePort();
        var prism = new Prism(NodeScript.Start("Description/prism.mjs", port.ToString(CultureInfo.InvariantCulture), github.Api.GetLeftPart(UriPartial.Authority)), port);
        await prism._ready.Task.WaitAsync(TimeSpan.FromMinutes(3));
        github.Front = prism.Address;
        return prism;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        _lines.Enqueue(line ?? "");
        if (line?.Contains("Prism is listening", StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
