using System.Text.Json;

namespace EvalGate.Recordings;

/// <summary>The recorded calls of one case, read when the first is wanted.</summary>
internal sealed class CaseRecordings(IRecordingStore store, string caseId)
{
    private readonly Lock _lock = new();
    private SortedDictionary<CallKey, RecordedCall>? _calls;

    public string CaseId { get; } = caseId;

    private SortedDictionary<CallKey, RecordedCall> Calls => _calls ??= new(store.Read(CaseId).ToDictionary(c => c.Key), KeyOrder);

    private static Comparer<CallKey> KeyOrder { get; } = Comparer<CallKey>.Create((a, b) =>
        a.Repetition != b.Repetition ? a.Repetition.CompareTo(b.Repetition)
        : a.Hash != b.Hash ? string.CompareOrdinal(a.Hash, b.Hash)
        : a.Occurrence.CompareTo(b.Occurrence));

    public RecordedCall? Find(CallKey key)
    {
        lock (_lock)
        {
            return Calls.GetValueOrDefault(key);
        }
    }

    /// <summary>Keeps a call, and hands it to the store: a call that was paid for outlives what fails after it.</summary>
    public void Keep(RecordedCall call)
    {
        lock (_lock)
        {
            Calls[call.Key] = call;
            store.Write(CaseId, [.. Calls.Values]);
        }
    }

    /// <summary>Forgets a repetition; the store learns it with the next call that is kept.</summary>
    public void Forget(int repetition)
    {
        lock (_lock)
        {
            foreach (var key in Calls.Keys.Where(k => k.Repetition == repetition).ToArray())
            {
                Calls.Remove(key);
            }
        }
    }

    public string Miss(CallKey key, JsonElement request)
    {
        lock (_lock)
        {
            return RecordingMiss.Describe(CaseId, key, request, [.. Calls.Values]);
        }
    }
}
