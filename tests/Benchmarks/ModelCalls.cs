using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using EvalGate.Chat;
using EvalGate.Files;
using EvalGate.ModelServer;
using EvalGate.Recordings;
using Microsoft.Extensions.AI;

namespace EvalGate.Benchmarks;

/// <summary>Model calls through recordings: what they add to a call, and how well waiting overlaps.</summary>
internal static class ModelCalls
{
    private const int Cases = 1_000;
    private const int Concurrency = 32;
    private const int DelayMilliseconds = 50;
    private const double IdealSeconds = 1.5625; // 1,000 calls of 50 ms, 32 at once
    private const double MostMicroseconds = 1_000;
    private const int Recordings = 10_000;

    /// <summary>1,000 calls over real HTTP to a server that takes 50 ms, each recorded, 32 at once.</summary>
    public static IEnumerable<Bar> AgainstPerfectOverlap(int rounds)
    {
        var seconds = Enumerable.Range(0, rounds).Select(_ => OverHttpAsync().GetAwaiter().GetResult()).ToArray();
        yield return Bar.OfSeconds("1,000 recorded calls of 50 ms over HTTP, 32 at once, against 1.5625 s", seconds, [IdealSeconds], 1.3);
    }

    /// <summary>What recording and replaying add to a call whose model answers at once: the slowest of twenty, against a millisecond.</summary>
    public static IEnumerable<Bar> PerCall()
    {
        using var folder = new Folder();
        using var client = new Instant().AsBuilder().UseEvalGateRecording("tiny").Build();
        foreach (var (what, mode) in ((string, RecordingMode)[])[("warm-up", RecordingMode.Record), ("recorded", RecordingMode.Record), ("replayed", RecordingMode.Replay)])
        {
            using var queue = new RecordingQueue(folder.Recordings);
            double[] microseconds = [.. Timed(client, new(queue, mode, TimeProvider.System)).Order()];
            if (what != "warm-up")
            {
                yield return Bar.OfMicroseconds($"one call {what}, p95, against 1 ms", [microseconds[(int)(0.95 * microseconds.Length)]], [MostMicroseconds], 1);
            }
        }
    }

    /// <summary>The first replayed call of a suite with 10,000 recorded cases, against reading them all.</summary>
    public static IEnumerable<Bar> AgainstReadingAll(int rounds)
    {
        using var folder = new Folder();
        using var request = JsonDocument.Parse("""{"call":"chat","messages":"hello"}""");
        foreach (var id in Enumerable.Range(0, Recordings).Select(Id))
        {
            folder.Recordings.Write(id, [new(new(1, RecordedCall.HashOf(request.RootElement), 1), request.RootElement, request.RootElement, new(2026, 11, 1))]);
        }

        var first = Enumerable.Range(0, rounds).Select(r => Seconds(() => new SuiteRecordings(folder.Recordings, RecordingMode.Replay, TimeProvider.System).For(Id(r), 1).Find(request.RootElement)));
        var all = Enumerable.Range(0, 1).Select(_ => Seconds(() => folder.Recordings.Files().Sum(f => RecordingFile.Read(f).Calls.Count)));
        yield return Bar.OfSeconds("10,000 recorded cases: the first replayed call, against reading all", [.. first], [.. all], 0.01);
    }

    private static async Task<double> OverHttpAsync()
    {
        await using var server = await LoopbackModel.StartAsync(_ => new Says("yes") { After = TimeSpan.FromMilliseconds(DelayMilliseconds) });
        using var folder = new Folder();
        using var queue = new RecordingQueue(folder.Recordings);
        var recordings = new SuiteRecordings(queue, RecordingMode.Record, TimeProvider.System);
        using var http = new HttpClient(new ModelCallHandler());
        using var client = new PlainHttp(http, server.Address).AsBuilder().UseEvalGateRecording("tiny").Build();
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, Cases), new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (i, stop) =>
        {
            EvalContext.Current = new("asking", Id(i), 1) { Recorder = recordings.For(Id(i), 1) };
            await client.GetResponseAsync(Id(i), cancellationToken: stop);
        });
        queue.Flush();
        return watch.Elapsed.TotalSeconds;
    }

    private static IEnumerable<double> Timed(IChatClient client, SuiteRecordings recordings)
    {
        for (var i = 0; i < Cases; i++)
        {
            EvalContext.Current = new("asking", Id(i), 1) { Recorder = recordings.For(Id(i), 1) };
            yield return 1e6 * Seconds(() => client.GetResponseAsync(Id(i)).GetAwaiter().GetResult());
        }

        EvalContext.Current = null;
    }

    private static double Seconds<T>(Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"case-{number:00000}");

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evalgate-calls-");

        public RecordingFolder Recordings => new(Path.Combine(_folder.FullName, "asking.recordings"), "asking");

        public void Dispose() => _folder.Delete(recursive: true);
    }

    private abstract class Model : IChatClient
    {
        public abstract Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            {
                yield return update;
            }
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    private sealed class Instant : Model
    {
        public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "yes")) { ModelId = "tiny", FinishReason = ChatFinishReason.Stop });
    }

    private sealed class PlainHttp(HttpClient http, Uri address) : Model
    {
        public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            using var body = new StringContent($$"""{"model":"tiny","messages":[{"role":"user","content":"{{messages.Last().Text}}"}]}""", Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri($"{address}/chat/completions"), body, cancellationToken);
            using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            return new(new ChatMessage(ChatRole.Assistant, answer.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString())) { FinishReason = ChatFinishReason.Stop };
        }
    }
}
