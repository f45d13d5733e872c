using System.Collections.Concurrent;

namespace EvalGate.TestKit;

/// <summary>A clock on which every wait is over at once; it remembers how long each was meant to be.</summary>
public sealed class HurriedTime : TimeProvider
{
    /// <summary>How long waits were meant to be.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
