using EvalGate.Shadow;

namespace EvalGate.ShadowSoak;

/// <summary>How a service is soaked.</summary>
public sealed record SoakOptions
{
    /// <summary>How long at least. Shadows are on and off in turns, so that both see the same machine.</summary>
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

    /// <summary>Requests of each kind in a turn at least, however slow the machine is: more than run at once, more than begin in one turn and end in the next.</summary>
    private const int Fewest = 10;

    /// <summary>Soaks a service and says what came of it.</summary>
    /// <param name="options">How.</param>
    public static async Task<SoakReport> RunAsync(SoakOptions options)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var candidates = new Candidates(ended.Task);
        var shadowing = new ShadowSwitch();
        await using var log = new ShadowLog(new() { Folder = options.Folder, MaxFileBytes = 1_000_000, MaxFiles = 4, MaxQueuedBytes = options.MaxQueuedBytes, CloseTimeout = TimeSpan.FromMinutes(5) });
        Shadow<string, string>[] shadows = [.. candidates.All.Select((c, kind) => new Shadow<string, string>(
            new() { Incumbent = Service.AnswerAsync, Candidate = c, Describe = question => new(question) },
            log,
            new() { Name = $"soak-{kind}", Inputs = ShadowInputs.Value, Rate = 1, Timeout = TimeSpan.FromMilliseconds(200), MaxConcurrent = options.MaxConcurrent, Switch = shadowing }))];
        await using var service = await Service.StartAsync(shadows);
        var load = new Load(service.Address);
        var warm = Task.Delay(WarmUp);
        await load.RunAsync(() => warm.IsCompleted, () => null);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var stop = new CancellationTokenSource();
        var (turns, watch) = (TakeTurnsAsync(shadowing, service, shadows.Length * Fewest, options.Duration), MostQueuedAsync(log, stop.Token));
        await load.RunAsync(() => turns.IsCompleted, () => shadowing.IsOn);
        await stop.CancelAsync();
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

    private static async Task TakeTurnsAsync(ShadowSwitch shadowing, Service service, int requests, TimeSpan duration)
    {
        for (var over = Task.Delay(duration); !over.IsCompleted; shadowing.TurnOn())
        {
            await TurnAsync(service, requests);
            shadowing.TurnOff();
            await TurnAsync(service, requests);
        }
    }

    private static async Task TurnAsync(Service service, int requests)
    {
        var asked = service.Asked;
        await Task.Delay(Turn);
        while (service.Asked - asked < requests)
        {
            await Task.Delay(1);
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
