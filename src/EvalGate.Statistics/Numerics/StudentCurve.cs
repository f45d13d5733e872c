using MathNet.Numerics.Distributions;

namespace EvalGate.Statistics;

internal static class StudentCurve
{
    public static double Below(double t, double degreesOfFreedom) => t switch
    {
        double.PositiveInfinity => 1,
        double.NegativeInfinity => 0,
        _ => StudentT.CDF(0, 1, degreesOfFreedom, t),
    };

    // MathNet's inverse stops at its root finder's tolerance; two Newton steps restore full precision.
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        var t = StudentT.InvCDF(0, 1, degreesOfFreedom, probability);
        for (var step = 0; step < 2; step++)
        {
            var density = StudentT.PDF(0, 1, degreesOfFreedom, t);
            if (!(density > 0))
                return t;
            t -= (StudentT.CDF(0, 1, degreesOfFreedom, t) - probability) / density;
        }

        return t;
    }
}
