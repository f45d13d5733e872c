namespace EvalGate.Snapshots;

/// <summary>What comparing one case's output with its approved one concluded.</summary>
public enum SnapshotVerdict
{
    /// <summary>The approved text, to the character.</summary>
    Match,

    /// <summary>Another text that was approved beside it.</summary>
    MatchesAlternative,

    /// <summary>Another text that the suite's comparison calls the same.</summary>
    Equivalent,

    /// <summary>The repetitions disagree: some came out as approved, some did not.</summary>
    Ambiguous,

    /// <summary>Not what was approved.</summary>
    Changed,

    /// <summary>Nothing was approved yet.</summary>
    New,

    /// <summary>What was approved, for another input than today's.</summary>
    Stale,

    /// <summary>Approved for a case that is gone.</summary>
    Orphan,
}
