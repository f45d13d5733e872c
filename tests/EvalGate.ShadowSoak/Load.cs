using System.Collections.Concurrent;
using System.Diagnostics;

namespace EvalGate.ShadowSoak;

/// <summary>Asks a service from several sides and keeps how long each answer took.</summary>
/// <param name="address">The service.</param>
internal sealed class Load(Uri address)
{
    private const int Askers = 4;

    private readonly ConcurrentBag<double> _with = [];
    private readonly ConcurrentBag<double> _without = [];
    private int _failed;

    /// <summary>Answers that were not the incumbent's.</summary>
    public int Failed => _failed;

    /// <summary>Asks until it is over.</summary>
    /// <param name="isOver">Whether it is.</param>
    /// <param name="isShadowed">Whether shadows are on; null when an answer does not count.</param>
    public async Task RunAsync(Func<bool> isOver, Func<bool?> isShadowed)
    {
        using var client = new HttpClient { BaseAddress = address };
        await Task.WhenAll(Enumerable.Range(0, Askers).Select(asker => AskAsync(client, asker, isOver, isShadowed)));
    }

    /// <summary>The 99th percentile in milliseconds, with and without shadows.</summary>
    public (double With, double Without) P99() => (P99(_with), P99(_without));

    private static double P99(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted.Length == 0 ? 0 : sorted[(int)(0.99 * (sorted.Length - 1))];
    }

    private async Task AskAsync(HttpClient client, int asker, Func<bool> isOver, Func<bool?> isShadowed)
    {
        for (var i = 0; !isOver(); i++)
        {
            var (question, before, started) = ($"question {asker}-{i}", isShadowed(), Stopwatch.GetTimestamp());
            var answer = await AnswerAsync(client, question);
            if (answer != $"incumbent: {question}")
            {
                Interlocked.Increment(ref _failed);
            }

            if (before is { } shadowed && isShadowed() == before)
            {
                (shadowed ? _with : _without).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
    }

    private static async Task<string?> AnswerAsync(HttpClient client, string question)
    {
        try
        {
            return await client.GetStringAsync(new Uri($"answer?question={Uri.EscapeDataString(question)}", UriKind.Relative));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
