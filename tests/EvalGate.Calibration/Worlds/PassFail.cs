namespace EvalGate.Calibration.Worlds;

/// <summary>Pass or fail, every case with the same chance.</summary>
/// <param name="FlipRate">Share of cases on which two runs of the same subject differ.</param>
public sealed record PassFail(double FlipRate) : CaseOutcomes
{
    /// <inheritdoc />
    public override string Name => FormattableString.Invariant($"pass/fail, {FlipRate:0 %} flip");

    /// <inheritdoc />
    public override bool IsPassFail => true;

    /// <inheritdoc />
    public override double Level => (1 + Math.Sqrt(1 - 2 * FlipRate)) / 2;

    /// <inheritdoc />
    public override double Score(double noise, double nature, double loss) => noise < Level - loss ? 1 : 0;
}
