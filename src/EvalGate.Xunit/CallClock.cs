namespace EvalGate.Xunit;

/// <summary>Times one call of a subject from the moment it is made, and tells when it has taken too long.</summary>
internal sealed class CallClock : IDisposable
{
    /// <summary>How long after its cancellation a subject may take to notice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly CancellationToken _stop;
    private readonly TimeProvider _time;
    private readonly Timed _over;
    private readonly Timed _abandoned;
    private long? _started;
    private TimeSpan? _took;

    /// <param name="limit">How long the call may take.</param>
    /// <param name="time">What measures it.</param>
    /// <param name="stop">Cancelled when the session is stopped.</param>
    public CallClock(TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        (Limit, _time, _stop) = (limit, time, stop);
        _over = new(time, stop);
        _abandoned = new(time, stop);
        (Over, Abandoned) = (_over.Token, _abandoned.Token);
    }

    public TimeSpan Limit { get; }

    public TimeSpan Elapsed => _took ?? (_started is { } started ? _time.GetElapsedTime(started) : TimeSpan.Zero);

    /// <summary>Cancelled when the time is over: what the subject sees.</summary>
    public CancellationToken Over { get; }

    /// <summary>Cancelled when the subject did not notice that its time is over: nobody waits for it any longer.</summary>
    public CancellationToken Abandoned { get; }

    /// <summary>True when the call took longer than allowed, whatever came of it.</summary>
    /// <remarks>Timers may fire a little before a stopwatch says so.</remarks>
    public bool IsLate => Elapsed > Limit || (Over.IsCancellationRequested && !_stop.IsCancellationRequested);

    public void Start()
    {
        _started = _time.GetTimestamp();
        _over.CancelAfter(Limit);
        _abandoned.CancelAfter(Limit + Grace);
    }

    public void Stop()
    {
        _took = Elapsed;
        _over.CancelAfter(Timeout.InfiniteTimeSpan);
        _abandoned.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _over.Dispose();
        _abandoned.Dispose();
    }

    /// <summary>Cancelled by time or by the session; a linked source knows no clock but the machine's.</summary>
    private sealed class Timed : IDisposable
    {
        private readonly CancellationTokenSource _byTime;
        private readonly CancellationTokenSource _byEither;

        public Timed(TimeProvider time, CancellationToken stop)
        {
            _byTime = new(Timeout.InfiniteTimeSpan, time);
            _byEither = CancellationTokenSource.CreateLinkedTokenSource(_byTime.Token, stop);
        }

        public CancellationToken Token => _byEither.Token;

        public void CancelAfter(TimeSpan limit) => _byTime.CancelAfter(limit);

        public void Dispose()
        {
            _byEither.Dispose();
            _byTime.Dispose();
        }
    }
}
