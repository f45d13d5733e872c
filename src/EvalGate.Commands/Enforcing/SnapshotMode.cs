namespace EvalGate.Commands;

/// <summary>What a run does with snapshots.</summary>
public enum SnapshotMode
{
    /// <summary>Compares; what blocks fails.</summary>
    Verify,

    /// <summary>Compares and gathers; nothing fails.</summary>
    Collect,

    /// <summary>Approves whatever comes out.</summary>
    Record,

    /// <summary>Compares nothing.</summary>
    Off,
}
