using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Ratios;

public static class TheIntervalOfARatio
{
    private const int Runs = 1000;
    private const int Cases = 150;

    [Theory]
    [InlineData(0.7, 0.7, 1.0)] // nothing changed
    [InlineData(0.8, 0.6, 1.2)] // fewer solved, at a higher price
    public static void CoversTheTrueChangeAsOftenAsPromised(double solvedBefore, double solvedNow, double price)
    {
        // Costs are skewed, exponential with mean 1 and mean price; a case's difficulty moves both arms.
        var truth = (price / solvedNow) - (1 / solvedBefore);
        var missed = Enumerable.Range(0, Runs).Count(run => SliceOf(run, solvedBefore, solvedNow, price).Interval is not { } interval || interval.Lower > truth || interval.Upper < truth);

        // 10 % of 1,000, give or take three standard errors and the skewness of the costs.
        Assert.InRange(missed, 70, 132);
    }

    private static RatioSlice SliceOf(int run, double solvedBefore, double solvedNow, double price)
    {
        var rows = Enumerable.Range(0, Cases).Select(i =>
        {
            var key = HashedReplicates.SplitMix64((ulong)(run * 1000) + (ulong)i);
            double Draw(int index) => HashedReplicates.Uniform(key, index);
            var difficulty = Draw(0);
            double Solved(double rate, int index) => (Draw(index) < 0.5 ? difficulty : Draw(index + 10)) < rate ? 1 : 0;
            double Cost(double mean, int index) => -mean * Math.Log(1 - (Draw(index) < 0.5 ? difficulty : Draw(index + 10)));
            return new RatioRow(i, [new(Cost(1, 1), Solved(solvedBefore, 2))], [new(Cost(price, 3), Solved(solvedNow, 4))]);
        });
        return new(AMetric.Ratio("per_solved", "cost", "correct"), new() { Ids = [], Cells = [], CellOfRow = [], Scores = new Dictionary<string, PairedScores>(), BaselineCases = Cases, BaselineCasesBySlice = new Dictionary<Slice, int>() }, [.. rows]);
    }
}
