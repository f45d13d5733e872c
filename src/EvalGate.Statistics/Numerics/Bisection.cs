namespace EvalGate.Statistics;

internal static class Bisection
{
    // The smallest value for which a condition holds that, once true, stays true up to the upper end, where it holds.
    public static double FirstTrue(double lower, double upper, Func<double, bool> condition, double precision = 0)
    {
        while (upper - lower > precision)
        {
            var middle = (lower + upper) / 2;
            if (middle <= lower || middle >= upper)
                break;
            if (condition(middle))
                upper = middle;
            else
                lower = middle;
        }

        return upper;
    }
}
