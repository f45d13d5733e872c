namespace EvalGate.Calibration.Measuring;

/// <summary>What is asked of a rule in a setting.</summary>
public enum Question
{
    /// <summary>Nothing changed: does any slice turn red?</summary>
    FalseBlock,

    /// <summary>Nothing changed: does the rule say that the target slice is fine?</summary>
    Assurance,

    /// <summary>One slice is broken: does one that shares no case with it turn red?</summary>
    FalseBlockBeside,

    /// <summary>A slice lost exactly the margin: does the rule say that it is fine?</summary>
    WrongAssurance,

    /// <summary>A slice lost more: does it turn red?</summary>
    Detection,
}
