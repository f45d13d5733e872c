using System.Collections.Concurrent;

namespace EvalGate.Shadow;

/// <summary>The log of pairs: JSON Lines in files that rotate, written by a thread of its own. Under pressure it drops and counts; it never makes anybody wait.</summary>
/// <remarks>One log may serve several shadows. A line is one write, so a killed process loses what was queued and leaves files that read to their last whole line.</remarks>
public sealed class ShadowLog : IAsyncDisposable
{
#pragma warning disable CA2213 // Pairs that come after the end must find it closed, not disposed; empty, it holds nothing.
    private readonly BlockingCollection<(byte[] Line, ShadowCounts Counts)> _queue = [];
#pragma warning restore CA2213
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ShadowLogOptions _options;
    private long _queued;

    /// <summary>Begins to wait for pairs; touches no file before the first.</summary>
    /// <param name="options">Where, and how much.</param>
    public ShadowLog(ShadowLogOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxFiles, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxFileBytes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxQueuedBytes, 1);
        if (options.Name.Length == 0 || !options.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw new ArgumentException("A log's name has letters, digits, '-' and '_' only.", nameof(options));
        }

        _options = options;
        new Thread(WriteAll) { IsBackground = true, Name = "EvalGate.Shadow log" }.Start();
    }

    /// <summary>Bytes that wait for the disk; never more than allowed.</summary>
    public long QueuedBytes => Interlocked.Read(ref _queued);

    /// <summary>Writes what is queued and closes the file. Pairs that come later are counted as dropped.</summary>
    /// <remarks>Waits no longer than <see cref="ShadowLogOptions.CloseTimeout"/>; a disk that hangs does not keep a service from stopping.</remarks>
    public async ValueTask DisposeAsync()
    {
        _queue.CompleteAdding();
        await _closed.Task.WaitAsync(_options.CloseTimeout).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Queues a line. What became of it is counted here or by the writer.</summary>
    internal void Append(byte[] line, ShadowCounts counts)
    {
        if (!TryTakeRoom(line.Length))
        {
            counts.Add(ShadowOutcome.LogFull);
            return;
        }

        if (!TryQueue((line, counts)))
        {
            Interlocked.Add(ref _queued, -line.Length);
            counts.Add(ShadowOutcome.LogFull);
            return;
        }

        Telemetry.LogQueue.Add(line.Length);
    }

    /// <summary>Takes room only where there is some: a line that does not fit is never counted, not even for a moment, so it takes none from another.</summary>
    private bool TryTakeRoom(int bytes)
    {
        for (var queued = QueuedBytes; queued + bytes <= _options.MaxQueuedBytes; queued = QueuedBytes)
        {
            if (Interlocked.CompareExchange(ref _queued, queued + bytes, queued) == queued)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryQueue((byte[] Line, ShadowCounts Counts) item)
    {
        try
        {
            return _queue.TryAdd(item);
        }
        catch (InvalidOperationException)
        {
            // The log has been closed.
            return false;
        }
    }

    private void WriteAll()
    {
        using var files = new ShadowLogFiles(_options);
        foreach (var (line, counts) in _queue.GetConsumingEnumerable())
        {
            var outcome = files.TryWrite(line) ? ShadowOutcome.Logged : ShadowOutcome.DiskFailed;
            Interlocked.Add(ref _queued, -line.Length);
            Telemetry.LogQueue.Add(-line.Length);
            counts.Add(outcome);
        }

        files.Dispose();
        _closed.SetResult();
    }
}
