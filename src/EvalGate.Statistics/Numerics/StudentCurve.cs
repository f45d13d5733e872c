using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace EvalGate.Statistics;

internal static class StudentCurve
{
    // From here on Hill's transformation is exact to the last bits, where the incomplete beta function loses digits to log-gamma.
    private const double ManyDegrees = 1000;

    private const int MostSteps = 100;

    public static double Below(double t, double degreesOfFreedom) => t switch
    {
        double.PositiveInfinity => 1,
        double.NegativeInfinity => 0,
        _ when degreesOfFreedom < ManyDegrees => StudentT.CDF(0, 1, degreesOfFreedom, t),
        _ => NormalCurve.Below(Math.CopySign(Deviate(t, degreesOfFreedom), t)),
    };

    // Newton's method on the logarithm of the tail, inside a bracket. MathNet's own inverse does not converge below one degree of freedom.
    public static double Quantile(double probability, double degreesOfFreedom)
    {
        if (probability <= 0.5)
            return probability == 0.5 ? 0 : -Quantile(1 - probability, degreesOfFreedom);
        double lower = 0, upper = double.PositiveInfinity, t = NormalCurve.Quantile(probability);
        for (var step = 0; step < MostSteps; step++)
        {
            var tail = Below(-t, degreesOfFreedom);
            if (tail > 1 - probability)
                lower = t;
            else
                upper = t;
            var next = t + Math.Log(tail / (1 - probability)) * tail / StudentT.PDF(0, 1, degreesOfFreedom, t);
            if (!(next >= lower && next <= upper))
                next = double.IsFinite(upper) ? (lower + upper) / 2 : 2 * t;
            // Each step squares the error, so this one was enough.
            if (Math.Abs(next - t) <= 1e-9 * next)
                return next;
            t = next;
        }

        return t;
    }

    // G. W. Hill (1970), algorithm 395: the normal deviate with the same tail.
    private static double Deviate(double t, double degreesOfFreedom)
    {
        var a = degreesOfFreedom - 0.5;
        var b = 48 * a * a;
        var y = a * SpecialFunctions.Log1p(t * t / degreesOfFreedom);
        return (((((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b) + y + 3) / b + 1) * Math.Sqrt(y);
    }
}
