using System.Runtime.ExceptionServices;
using EvalGate.Recordings;

namespace EvalGate.Files;

/// <summary>Writes recordings behind the calls that made them: calls come back in bursts, and none waits for the files of the others.</summary>
/// <remarks>Writing starts at once. A process that is killed loses what was kept in its last milliseconds.</remarks>
/// <param name="store">Where recordings are kept; written to by one thread.</param>
public sealed class RecordingQueue(IRecordingStore store) : IRecordingStore, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IReadOnlyList<RecordedCall>> _waiting = new(StringComparer.Ordinal);
    private Task _writing = Task.CompletedTask;
    private bool _isWriting;
    private FilesException? _refusal;

    /// <inheritdoc/>
    /// <exception cref="FilesException">The file is damaged, of another kind, or may not be read.</exception>
    public IReadOnlyList<RecordedCall> Read(string caseId)
    {
        lock (_lock)
        {
            if (_waiting.TryGetValue(caseId, out var calls))
            {
                return calls;
            }
        }

        return store.Read(caseId);
    }

    /// <inheritdoc/>
    /// <exception cref="FilesException">Something before this could not be written.</exception>
    public void Write(string caseId, IReadOnlyList<RecordedCall> calls)
    {
        lock (_lock)
        {
            Check();
            _waiting[caseId] = calls;
            if (!_isWriting)
            {
                _isWriting = true;
                _writing = Task.Run(WriteAll);
            }
        }
    }

    /// <summary>Waits until everything is written.</summary>
    /// <exception cref="FilesException">Something could not be.</exception>
    public void Flush()
    {
        Dispose();
        lock (_lock)
        {
            Check();
        }
    }

    /// <summary>Waits until everything is written, or could not be.</summary>
    public void Dispose()
    {
        Task writing;
        lock (_lock)
        {
            writing = _writing;
        }

        writing.Wait();
    }

    private void Check()
    {
        if (_refusal is { } refusal)
        {
            ExceptionDispatchInfo.Throw(refusal);
        }
    }

    private void WriteAll()
    {
        while (Next() is var (caseId, calls))
        {
            try
            {
                store.Write(caseId, calls);
                Settle(caseId, calls);
            }
            catch (FilesException e)
            {
                Refuse(e);
            }
        }
    }

    private (string CaseId, IReadOnlyList<RecordedCall> Calls)? Next()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _isWriting = false;
                return null;
            }

            var (caseId, calls) = _waiting.First();
            return (caseId, calls);
        }
    }

    /// <summary>What was kept meanwhile is still to be written.</summary>
    private void Settle(string caseId, IReadOnlyList<RecordedCall> calls)
    {
        lock (_lock)
        {
            if (ReferenceEquals(_waiting[caseId], calls))
            {
                _waiting.Remove(caseId);
            }
        }
    }

    private void Refuse(FilesException refusal)
    {
        lock (_lock)
        {
            _refusal ??= refusal;
            _waiting.Clear();
        }
    }
}
