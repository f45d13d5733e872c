using MathNet.Numerics.Distributions;

namespace EvalGate.Calibration.Worlds;

/// <summary>Scores with symmetric noise.</summary>
public sealed record NormalScores : CaseOutcomes
{
    private const double Deviation = 0.1;

    /// <inheritdoc />
    public override string Name => "normal";

    /// <inheritdoc />
    public override double Level => 0.7;

    /// <inheritdoc />
    public override double Score(double noise, double nature, double loss) => Level - loss + Deviation * Normal.InvCDF(0, 1, noise);
}
