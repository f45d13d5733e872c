namespace EvalGate.Statistics;

// The chance that a true drop is red: McNemar's test at the level and an observed drop strictly above the margin.
internal static class McNemarPower
{
    public static Func<double, double> Exact(PassFailPlan plan)
    {
        var fewest = FewestLosses(plan);
        return drop =>
        {
            var flipRate = Math.Max(plan.FlipRate, drop);
            if (flipRate == 0)
                return 0;
            var lossShare = Math.Min(1, (flipRate + drop) / (2 * flipRate));
            double power = 0;
            for (var flips = 1; flips < fewest.Length; flips++)
            {
                var chance = BinomialTerm.At(flips, plan.Cases, flipRate);
                // What cannot be red adds nothing, and what hardly happens nearly nothing.
                if (chance > 1e-12)
                    power += chance * BinomialTail.AtLeast(fewest[flips], flips, lossShare);
            }

            return power;
        };
    }

    public static Func<double, double> Approximate(PassFailPlan plan) => drop =>
    {
        var flipRate = Math.Max(plan.FlipRate, drop);
        var critical = Math.Max(plan.Margin, SampleSize.NullQuantile(plan.Level) * Math.Sqrt(flipRate / plan.Cases));
        var spread = Math.Sqrt(Math.Max(0, flipRate - drop * drop) / plan.Cases);
        return spread > 0 ? NormalCurve.Below((drop - critical) / spread) : drop > critical ? 1 : 0;
    };

    // Entry m is the fewest losses among m flips that are red; more than m when none are.
    private static int[] FewestLosses(PassFailPlan plan)
    {
        // A margin that is a whole number of cases on paper may miss it in the last bits.
        var excess = (int)Math.Floor(plan.Margin * plan.Cases + 1e-9) + 1;
        var fewest = new int[plan.Cases + 1];
        var significant = 0;
        for (var flips = 0; flips < fewest.Length; flips++)
        {
            while (significant <= flips && BinomialTail.AtLeast(significant, flips, 0.5) > plan.Level)
                significant++;
            fewest[flips] = Math.Max(significant, (flips + excess + 1) / 2);
        }

        return fewest;
    }
}
