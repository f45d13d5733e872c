using MathNet.Numerics.Distributions;

namespace EvalGate.Calibration.Worlds;

// What is missing to a full score: lognormal, cut at 1, with a given mean.
internal sealed class LognormalLoss
{
    private const double Spread = 1.2;

    private readonly double _logarithm;

    private LognormalLoss(double logarithm) => _logarithm = logarithm;

    public static LognormalLoss WithMean(double mean)
    {
        double lower = -20, upper = 20;
        for (var step = 0; step < 100; step++)
        {
            var middle = (lower + upper) / 2;
            (lower, upper) = MeanOf(middle) < mean ? (middle, upper) : (lower, middle);
        }

        return new(upper);
    }

    public double At(double noise) => Math.Min(1, Math.Exp(_logarithm + Spread * Normal.InvCDF(0, 1, noise)));

    // E[min(X, 1)], X lognormal.
    private static double MeanOf(double logarithm) =>
        Math.Exp(logarithm + Spread * Spread / 2) * Normal.CDF(0, 1, -logarithm / Spread - Spread) + Normal.CDF(0, 1, logarithm / Spread);
}
