namespace EvalGate.Statistics.Tests.Planning;

// Brute force over all tables of gains and losses.
internal static class Trinomial
{
    public static double Chance(int cases, double gainRate, double lossRate, Func<int, int, bool> holds)
    {
        double chance = 0;
        for (var gains = 0; gains <= cases; gains++)
        {
            for (var losses = 0; losses <= cases - gains; losses++)
            {
                if (holds(gains, losses))
                    chance += Term(cases, gains, gainRate) * Term(cases - gains, losses, lossRate / (1 - gainRate));
            }
        }

        return chance;
    }

    private static double Term(int trials, int successes, double probability) =>
        BinomialTail.AtLeast(successes, trials, probability) - BinomialTail.AtLeast(successes + 1, trials, probability);
}
