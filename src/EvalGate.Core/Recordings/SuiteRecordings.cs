using System.Collections.Concurrent;

namespace EvalGate.Recordings;

/// <summary>The recordings of one suite while it runs. Nothing is read before a case makes its first call.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="mode">Where calls are answered from.</param>
/// <param name="clock">Dates what is recorded.</param>
public sealed class SuiteRecordings(IRecordingStore store, RecordingMode mode, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, CaseRecordings> _cases = new(StringComparer.Ordinal);

    /// <summary>The recorder of one repetition of one case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="repetition">From 1.</param>
    public CallRecorder For(string caseId, int repetition) =>
        new(_cases.GetOrAdd(caseId, (id, kept) => new(kept, id), store), repetition, mode, clock);

    /// <summary>Lets go of a case that is done; one that is asked for again is read again.</summary>
    /// <param name="caseId">The case.</param>
    public void Release(string caseId) => _cases.TryRemove(caseId, out _);
}
