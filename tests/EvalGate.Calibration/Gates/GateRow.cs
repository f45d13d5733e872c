using EvalGate.Calibration.Measuring;

namespace EvalGate.Calibration.Gates;

/// <summary>One line about the gate as it ships: a setting, what was asked, how often it happened, and how often it may.</summary>
/// <param name="Setting">The setting, in words.</param>
/// <param name="Asked">What was asked.</param>
/// <param name="Rate">How often it happened.</param>
/// <param name="Bar">How often it may happen at most; null for what should happen often.</param>
public sealed record GateRow(string Setting, string Asked, Rate Rate, double? Bar)
{
    /// <summary>Whether it happened no more often than it may, up to simulation error.</summary>
    public bool IsKept => Bar is null || Rate.AtLeast <= Bar;
}
