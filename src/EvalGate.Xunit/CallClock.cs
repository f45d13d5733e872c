using System.Diagnostics;

namespace EvalGate.Xunit;

/// <summary>Times one call of a subject from the moment it is made, and tells when it has taken too long.</summary>
internal sealed class CallClock : IDisposable
{
    /// <summary>How long after its cancellation a subject may take to notice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly CancellationToken _stop;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _abandoned;
    private readonly Stopwatch _watch = new();

    /// <param name="limit">How long the call may take.</param>
    /// <param name="stop">Cancelled when the session is stopped.</param>
    public CallClock(TimeSpan limit, CancellationToken stop)
    {
        Limit = limit;
        _stop = stop;
        _over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _abandoned = CancellationTokenSource.CreateLinkedTokenSource(stop);
        (Over, Abandoned) = (_over.Token, _abandoned.Token);
    }

    public TimeSpan Limit { get; }

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>Cancelled when the time is over: what the subject sees.</summary>
    public CancellationToken Over { get; }

    /// <summary>Cancelled when the subject did not notice that its time is over: nobody waits for it any longer.</summary>
    public CancellationToken Abandoned { get; }

    /// <summary>True when the call took longer than allowed, whatever came of it.</summary>
    /// <remarks>Timers may fire a little before a stopwatch says so.</remarks>
    public bool IsLate => _watch.Elapsed > Limit || (Over.IsCancellationRequested && !_stop.IsCancellationRequested);

    public void Start()
    {
        _watch.Start();
        _over.CancelAfter(Limit);
        _abandoned.CancelAfter(Limit + Grace);
    }

    public void Stop()
    {
        _watch.Stop();
        _over.CancelAfter(Timeout.InfiniteTimeSpan);
        _abandoned.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _over.Dispose();
        _abandoned.Dispose();
    }
}
