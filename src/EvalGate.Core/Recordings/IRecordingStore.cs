namespace EvalGate.Recordings;

/// <summary>Where the recordings of a suite are kept, case by case.</summary>
/// <remarks>Called from several threads, never for one case at once.</remarks>
public interface IRecordingStore
{
    /// <summary>The recorded calls of a case; none when it was never recorded.</summary>
    /// <param name="caseId">The case.</param>
    IReadOnlyList<RecordedCall> Read(string caseId);

    /// <summary>Replaces the recorded calls of a case.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="calls">In the order of their keys.</param>
    void Write(string caseId, IReadOnlyList<RecordedCall> calls);
}
