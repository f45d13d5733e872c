namespace EvalGate.Calibration.Rules;

/// <summary>What a rule says about one slice.</summary>
public enum Call
{
    /// <summary>Neither red nor an assurance; only rules with three answers can say so.</summary>
    Open,

    /// <summary>Blocks.</summary>
    Red,

    /// <summary>Says that the slice is fine. For a rule with two answers this is everything that is not red.</summary>
    Fine,
}
