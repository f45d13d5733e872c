namespace EvalGate.Gating;

/// <summary>What was concluded of a comparison, a rule or a suite. Ordered: a greater value is worse.</summary>
public enum Verdict
{
    /// <summary>Shown to be no worse than tolerated.</summary>
    Held,

    /// <summary>Nothing looks worse than chance.</summary>
    Clear,

    /// <summary>Probably worse, too few cases to be sure.</summary>
    Inconclusive,

    /// <summary>Nothing sound to compare.</summary>
    NotJudged,

    /// <summary>Worse by more than tolerated, and chance is an implausible explanation.</summary>
    Regressed,
}
