using EvalGate.Shadow;

namespace EvalGate.ShadowSoak;

/// <summary>How a service is soaked.</summary>
public sealed record SoakOptions
{
    /// <summary>How long. Shadows are on and off in turns, so that both see the same machine.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Where the log goes.</summary>
    public required string Folder { get; init; }

    /// <summary>Shadow calls of one kind in flight at most.</summary>
    public int MaxConcurrent { get; init; } = 4;

    /// <summary>Bytes that may wait for the disk.</summary>
    public long MaxQueuedBytes { get; init; } = 100_000;
}

/// <summary>Load on a service with every bad candidate in its shadow.</summary>
public static class Soak
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(0.5);

    /// <summary>Soaks a service and says what came of it.</summary>
    /// <param name="options">How.</param>
    public static async Task<SoakReport> RunAsync(SoakOptions options)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var candidates = new Candidates(ended.Task);
        var shadowing = new ShadowSwitch();
        await using var log = new ShadowLog(new() { Folder = options.Folder, MaxFileBytes = 1_000_000, MaxFiles = 4, MaxQueuedBytes = options.MaxQueuedBytes });
        Shadow<string, string>[] shadows = [.. candidates.All.Select((c, kind) => new Shadow<string, string>(
            new() { Incumbent = Service.AnswerAsync, Candidate = c, Describe = question => new(question) },
            log,
            new() { Name = $"soak-{kind}", Inputs = ShadowInputs.Value, Rate = 1, Timeout = TimeSpan.FromMilliseconds(200), MaxConcurrent = options.MaxConcurrent, Switch = shadowing }))];
        await using var service = await Service.StartAsync(shadows);
        var load = new Load(service.Address);
        await load.RunAsync(WarmUp, () => null);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var stop = new CancellationTokenSource();
        var (turns, watch) = (TakeTurnsAsync(shadowing, stop.Token), MostQueuedAsync(log, stop.Token));
        await load.RunAsync(options.Duration, () => shadowing.IsOn);
        await stop.CancelAsync();
        await turns;
        ended.SetResult();
        await Task.WhenAll(shadows.Select(s => s.WhenIdleAsync()));
        await log.DisposeAsync();
        var (with, without) = load.P99();
        return new()
        {
            Options = options,
            Requests = service.Asked,
            Failed = load.Failed,
            Uncounted = service.Asked - shadows.Sum(s => s.Counts.Total),
            Counts = [.. shadows.Select(s => s.Counts.ToString())],
            MostQueued = await watch,
            MostConcurrent = candidates.Most,
            Kinds = shadows.Length,
            GrownBytes = GC.GetTotalMemory(forceFullCollection: true) - before,
            P99With = with,
            P99Without = without,
        };
    }

    private static async Task TakeTurnsAsync(ShadowSwitch shadowing, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Turn, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            (shadowing.IsOn ? (Action)shadowing.TurnOff : shadowing.TurnOn)();
        }
    }

    private static async Task<long> MostQueuedAsync(ShadowLog log, CancellationToken stop)
    {
        var most = 0L;
        while (!stop.IsCancellationRequested)
        {
            most = Math.Max(most, log.QueuedBytes);
            await Task.Delay(1, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return most;
    }
}
