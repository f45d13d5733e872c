using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EvalGate.ModelServer;

/// <summary>A model service on a free port of this machine.</summary>
public sealed class LoopbackModel : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Func<ModelCall, ModelReply> _script;
    private readonly ConcurrentDictionary<string, int> _attempts = new(StringComparer.Ordinal);
    private int _calls;
    private int _inFlight;
    private int _mostInFlight;

    private LoopbackModel(Func<ModelCall, ModelReply> script)
    {
        _script = script;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(ServeAsync);
    }

    /// <summary>Where it listens, as clients want it: with the version in the path.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/v1");

    /// <summary>Calls so far, refused ones included.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>Most calls that were in flight at once.</summary>
    public int MostInFlight => Volatile.Read(ref _mostInFlight);

    /// <summary>Starts a server.</summary>
    /// <param name="script">What it does with each call; called from several threads.</param>
    public static async Task<LoopbackModel> StartAsync(Func<ModelCall, ModelReply> script)
    {
        var server = new LoopbackModel(script);
        await server._application.StartAsync();
        server.Address = new Uri($"{server._application.Urls.Single()}/v1");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext http)
    {
        var number = Interlocked.Increment(ref _calls);
        Raise(ref _mostInFlight, Interlocked.Increment(ref _inFlight));
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body);
            var prompt = PromptOf(body.RootElement);
            var call = new ModelCall(number, body.RootElement.GetProperty("model").GetString()!, prompt, _attempts.AddOrUpdate(prompt, 1, (_, n) => n + 1));
            await ReplyAsync(http, body.RootElement, call, _script(call));
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private static async Task ReplyAsync(HttpContext http, JsonElement body, ModelCall call, ModelReply reply)
    {
        if (reply is Says { After: var delay } && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, http.RequestAborted);
        }

        switch (reply)
        {
            case Refuses refusal:
                http.Response.StatusCode = refusal.Status;
                http.Response.Headers.RetryAfter = refusal.RetryAfter;
                await http.Response.WriteAsJsonAsync(new { error = new { message = $"refused: {refusal.Code}", type = "error", code = refusal.Code } });
                break;
            case Babbles:
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("{\"id\": \"chatcmpl-1\", \"choices\": [{");
                break;
            case var _ when http.Request.Path.Value!.EndsWith("/embeddings", StringComparison.Ordinal):
                await http.Response.WriteAsJsonAsync(WireFormat.Embeddings(body, call));
                break;
            case var _ when body.TryGetProperty("stream", out var stream) && stream.GetBoolean():
                await StreamAsync(http, call, reply);
                break;
            case BreaksOff:
                http.Response.ContentLength = 5000;
                // Kestrel closes a connection whose answer is shorter than it said.
                await http.Response.WriteAsync("{\"id\": \"chatcmpl-1\",");
                break;
            default:
                await http.Response.WriteAsJsonAsync(WireFormat.Completion(call, reply));
                break;
        }
    }

    private static async Task StreamAsync(HttpContext http, ModelCall call, ModelReply reply)
    {
        http.Response.ContentType = "text/event-stream";
        foreach (var chunk in WireFormat.Chunks(call, reply))
        {
            await http.Response.WriteAsync($"data: {chunk}\n\n");
            await http.Response.Body.FlushAsync();
        }
    }

    private static string PromptOf(JsonElement body)
    {
        if (body.TryGetProperty("input", out var input))
        {
            return input.ValueKind == JsonValueKind.Array ? input[0].GetString()! : input.GetString()!;
        }

        var content = body.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        return content.ValueKind == JsonValueKind.Array ? content[0].GetProperty("text").GetString()! : content.GetString() ?? "";
    }

    private static void Raise(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen && Interlocked.CompareExchange(ref most, value, seen) != seen; seen = Volatile.Read(ref most))
        {
        }
    }
}
