using MathNet.Numerics.Distributions;

namespace EvalGate.Statistics;

internal static class NormalCurve
{
    public static double Below(double z) => Normal.CDF(0, 1, z);

    public static double Quantile(double probability) => Normal.InvCDF(0, 1, probability);
}
