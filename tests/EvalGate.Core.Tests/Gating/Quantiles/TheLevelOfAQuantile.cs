using EvalGate.Gating;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Quantiles;

public static class TheLevelOfAQuantile
{
    private const int Runs = 60;
    private const int Cases = 200;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)] // averages of three have a shorter tail than single results: they would be red in most runs
    public static void IsKeptWhenNothingChanged(int before, int now)
    {
        var alarms = Enumerable.Range(0, Runs).Count(run => TrialOf(run, before, now).Verdict.Verdict == Verdict.Regressed);

        // 5 % of 60, and three standard errors.
        Assert.InRange(alarms, 0, 8);
    }

    /// <summary>Costs whose logarithms are uniform: half of the spread between cases, half within; any rise is too much.</summary>
    private static Trial TrialOf(int run, int before, int now) => new()
    {
        Metrics = [AMetric.Cost("cost") with { Quantile = 0.95m, Scale = 1000 }],
        Rules = [ARule.MaxRise("cost", 0)],
        Cases =
        [
            .. Enumerable.Range(0, Cases).Select(i =>
            {
                var key = HashedReplicates.SplitMix64((ulong)((run * 1000) + i));
                double Cost(int index) => Math.Exp(2 * (HashedReplicates.Uniform(key, 0) + HashedReplicates.Uniform(key, index)));
                return new Trial().With(
                    ACase.Of($"q-{i:000}", ("language", "de")),
                    new Dictionary<string, IReadOnlyList<double>> { ["cost"] = [.. Enumerable.Range(1, before).Select(Cost)] },
                    [.. Enumerable.Range(1 + before, now).Select(k => new Dictionary<string, double?> { ["cost"] = Cost(k) })]).Cases[0];
            }),
        ],
    };
}
