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

    // MathNet's own inverse stops at its root finder's tolerance and does not converge below one degree of freedom.
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        if (probability < 0.5)
            return -Quantile(1 - probability, degreesOfFreedom);
        double upper = 1;
        while (Below(-upper, degreesOfFreedom) > 1 - probability)
            upper *= 2;
        return Bisection.FirstTrue(0, upper, t => Below(-t, degreesOfFreedom) <= 1 - probability);
    }
}
