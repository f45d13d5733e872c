using System.Collections.Concurrent;

namespace EvalGate.Calibration.Worlds;

/// <summary>Scores that mostly miss little and sometimes much: one minus a lognormal loss, on all cases or on a touchy few.</summary>
/// <param name="TouchyShare">Share of cases that can differ at all; the others score 1 in both arms.</param>
public sealed record LognormalScores(double TouchyShare) : CaseOutcomes
{
    private const double UsualLoss = 0.05;

    private readonly ConcurrentDictionary<double, LognormalLoss> _losses = new();

    /// <inheritdoc />
    public override string Name => TouchyShare == 1 ? "lognormal" : FormattableString.Invariant($"zero-heavy, {1 - TouchyShare:0 %} equal");

    /// <inheritdoc />
    public override double Level => 1 - UsualLoss;

    /// <inheritdoc />
    public override double Score(double noise, double nature, double loss) =>
        nature < TouchyShare ? 1 - _losses.GetOrAdd((UsualLoss + loss) / TouchyShare, LognormalLoss.WithMean).At(noise) : 1;
}
