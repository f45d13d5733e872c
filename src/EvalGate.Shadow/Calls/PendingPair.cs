using System.Diagnostics;

namespace EvalGate.Shadow;

/// <summary>One sampled request: a shadow call that runs, and the incumbent's answer that is awaited. Nothing here waits or throws on the caller's time.</summary>
#pragma warning disable CA1001 // Its source has no timer, so nothing is held; disposed, it would throw at a late cancellation.
internal sealed class PendingPair<TIn, TOut>
#pragma warning restore CA1001
{
    private readonly TaskCompletionSource<IncumbentAnswer<TOut>> _incumbent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenRegistration _off;
    private readonly CancellationTokenRegistration _caller;
    private readonly TimeProvider _time;
    private readonly long _started;

    public PendingPair(TIn input, ShadowRequest request, ShadowOptions options, CancellationToken caller)
    {
        (Input, Request, _time) = (input, request, options.Time);
        (At, _started) = (_time.GetUtcNow(), _time.GetTimestamp());
        Trace = Activity.Current?.Context ?? default;
        _off = options.Switch.Token.UnsafeRegister(static pair => ((PendingPair<TIn, TOut>)pair!).Abandon(ShadowOutcome.Off), this);
        _caller = caller.UnsafeRegister(static pair => ((PendingPair<TIn, TOut>)pair!).Abandon(ShadowOutcome.Cancelled), this);
    }

    public TIn Input { get; }

    public ShadowRequest Request { get; }

    /// <summary>When the request came.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The request's own activity.</summary>
    public ActivityContext Trace { get; }

    /// <summary>The shadow call itself, which may go on after everybody stopped waiting for it.</summary>
    public Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled when nobody wants the pair any more.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>What the incumbent said, or why the pair ends without it.</summary>
    public Task<IncumbentAnswer<TOut>> Incumbent => _incumbent.Task;

    /// <summary>The incumbent has answered. From here on the caller's cancellation is none of the shadow's business.</summary>
    /// <param name="output">Gives the answer, in the background.</param>
    public void Answer(Func<TOut> output)
    {
        _caller.Unregister();
        _incumbent.TrySetResult(new(output, _time.GetElapsedTime(_started), ShadowOutcome.Logged));
    }

    /// <summary>There will be no pair; after the incumbent's answer, only the switch still ends it.</summary>
    public void Abandon(ShadowOutcome why)
    {
        if (_incumbent.TrySetResult(new(null, TimeSpan.Zero, why)) || why == ShadowOutcome.Off)
        {
            Cancel();
        }
    }

    /// <summary>Stops the shadow call. What it has registered with its token runs elsewhere, and may throw there.</summary>
    public void Cancel() => _ = _stop.CancelAsync();

    /// <summary>The pair is through.</summary>
    public void Close()
    {
        _caller.Unregister();
        _off.Unregister();
    }
}

/// <summary>The incumbent's part of a pair.</summary>
/// <param name="Output">Gives the answer; null when there is none.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Outcome"><see cref="ShadowOutcome.Logged"/>, or why there is no answer.</param>
internal sealed record IncumbentAnswer<TOut>(Func<TOut>? Output, TimeSpan Took, ShadowOutcome Outcome);
