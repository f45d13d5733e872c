namespace EvalGate.Calibration.Rules;

/// <summary>Why a rule is in the table.</summary>
public enum RuleKind
{
    /// <summary>The bars are for this one.</summary>
    UnderTest,

    /// <summary>Keeps its level by construction; the rule under test must not have much less power.</summary>
    ValidTest,

    /// <summary>What other tools do.</summary>
    Peer,
}
