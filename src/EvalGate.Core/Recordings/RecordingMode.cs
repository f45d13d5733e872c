namespace EvalGate.Recordings;

/// <summary>Where a subject's model calls are answered from. <c>EVALGATE_RECORDINGS</c> sets it; the default is <see cref="Replay"/> in CI and <see cref="Auto"/> elsewhere.</summary>
public enum RecordingMode
{
    /// <summary>The model answers; nothing is recorded.</summary>
    Live,

    /// <summary>The model answers, and each answer replaces what was recorded of its case and repetition.</summary>
    Record,

    /// <summary>Recordings answer; a call without one is an error. No keys, no network.</summary>
    Replay,

    /// <summary>Recordings answer where there are any; else the model does, and is recorded.</summary>
    Auto,
}
