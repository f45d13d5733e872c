using System.Collections.Immutable;
using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Quantiles;

public static class TheQuantileOfASlice
{
    // Half of all results are at most 1, the common median: two cases came below it, five left it, three stayed.
    private static readonly (double Before, double Now)[] Moves = [(3, 1), (3, 1), (1, 2), (1, 2), (1, 2), (1, 4), (1, 3), (1, 1), (1, 1), (2, 5)];

    [Fact]
    public static void CountsCasesThatCrossedTheCommonLimit() => Assert.Equal((2, 5), Judged([]).Moved);

    [Fact]
    public static void IsTestedExactlyWhenItStandsAlone() => Assert.Equal(new TaroneHypothesis(McNemar.PValueWorse(2, 5), Math.Pow(2, -7)), Judged([]).Hypothesis());

    [Fact]
    public static void IsTestedByGroupsWhereThereAreAny()
    {
        var hypothesis = Judged([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]).Hypothesis();

        // Per group of two: −2, 2, 2, 1, 0 more cases beyond the limit.
        var robust = ClusterRobustMean.Of([new(2, -2), new(2, 2), new(2, 2), new(2, 1), new(2, 0)]);
        Assert.Equal((robust.PValueAbove(0), 0), (hypothesis.PValue, hypothesis.SmallestPossiblePValue));
    }

    [Fact]
    public static void ComparesSharesWhereCasesAreRepeated()
    {
        // Half of both arms is at most 1. Beyond it are: of the first case one of two, then two of four; of the second one of two, then none; of the third none, then one of four.
        QuantileCase[] cases = [new([1, 3], [1, 1, 3, 3]), new([1, 3], [1, 1]), new([1, 1], [1, 1, 1, 3])];

        var slice = Judged([], cases);

        var robust = ClusterRobustMean.Of([new(1, 0), new(1, -0.5), new(1, 0.25)]);
        Assert.Equal((1, 1), slice.Moved);
        Assert.Equal(["case-2"], slice.LosingCases);
        Assert.Equal(new TaroneHypothesis(robust.PValueAbove(0), 0), slice.Hypothesis());
    }

    private static QuantileSlice Judged(ImmutableArray<int> groups) => Judged(groups, [.. Moves.Select(m => new QuantileCase([m.Before], [m.Now]))]);

    private static QuantileSlice Judged(ImmutableArray<int> groups, QuantileCase[] cases) => new(
        AMetric.Cost("cost") with { Quantile = 0.5m },
        new()
        {
            Ids = [.. cases.Select((_, i) => $"case-{i}")],
            Cells = [[Slice.Overall]],
            CellOfRow = [.. new int[cases.Length]],
            Groups = [.. groups.Distinct().Select(g => $"group-{g}")],
            GroupOfRow = groups,
            Scores = new Dictionary<string, PairedScores>(),
            BaselineCases = cases.Length,
            BaselineCasesBySlice = new Dictionary<Slice, int>(),
        },
        [.. cases.Select((c, i) => (i, c))]);
}
