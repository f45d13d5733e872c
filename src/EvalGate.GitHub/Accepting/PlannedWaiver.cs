using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.GitHub;

/// <summary>A waiver that is about to be written.</summary>
/// <param name="Suite">Its suite.</param>
/// <param name="Waiver">The waiver.</param>
/// <param name="IsShare">Whether its metric is a share, whose changes are in percentage points.</param>
public sealed record PlannedWaiver(string Suite, Waiver Waiver, bool IsShare)
{
    /// <summary>The ceiling as <c>waivers.yaml</c> has it.</summary>
    public string Ceiling => Waiver.Ceiling switch
    {
        { IsRelative: true } share => $"{Quantity.Text(100 * share.Value)}%",
        var points when IsShare => $"{Quantity.Text(100 * points.Value)}pp",
        var plain => Quantity.Text(plain.Value),
    };
}
