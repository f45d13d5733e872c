namespace EvalGate.Statistics;

// C. Loader (2000), "Fast and accurate computation of binomial probabilities": no difference of large logarithms.
internal static class BinomialTerm
{
    private static readonly double[] SmallErrors = [.. Enumerable.Range(0, 16).Select(SmallStirlingError)];

    // From one success on.
    public static double At(long successes, long trials, double probability)
    {
        var failures = trials - successes;
        if (failures == 0)
            return Math.Pow(probability, trials);
        var exponent = StirlingError(trials) - StirlingError(successes) - StirlingError(failures)
            - Deviance(successes, trials * probability) - Deviance(failures, trials * (1 - probability));
        return Math.Exp(exponent) * Math.Sqrt(trials / (2 * Math.PI * successes * failures));
    }

    private static double StirlingError(long n)
    {
        if (n < SmallErrors.Length)
            return SmallErrors[n];
        double square = (double)n * n;
        return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / n;
    }

    private static double SmallStirlingError(int n)
    {
        if (n == 0)
            return 0;
        double factorial = 1;
        for (var k = 2; k <= n; k++)
            factorial *= k;
        return Math.Log(factorial) - (n + 0.5) * Math.Log(n) + n - Math.Log(2 * Math.PI) / 2;
    }

    // x·ln(x/m) + m − x without cancellation near x = m.
    private static double Deviance(double x, double mean)
    {
        var difference = x - mean;
        if (Math.Abs(difference) >= 0.1 * (x + mean))
            return x * Math.Log(x / mean) - difference;
        var v = difference / (x + mean);
        double sum = difference * v, power = 2 * x * v;
        for (var j = 3; ; j += 2)
        {
            power *= v * v;
            var next = sum + power / j;
            if (next == sum)
                return sum;
            sum = next;
        }
    }
}
