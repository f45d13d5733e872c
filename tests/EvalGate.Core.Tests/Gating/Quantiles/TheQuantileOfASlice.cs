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

    private static QuantileSlice Judged(ImmutableArray<int> groups) => new(
        AMetric.Cost("cost") with { Quantile = 0.5m },
        new()
        {
            Ids = [.. Moves.Select((_, i) => $"case-{i}")],
            Cells = [[Slice.Overall]],
            CellOfRow = [.. new int[Moves.Length]],
            Groups = [.. groups.Distinct().Select(g => $"group-{g}")],
            GroupOfRow = groups,
            Scores = new Dictionary<string, PairedScores>(),
            BaselineCases = Moves.Length,
            BaselineCasesBySlice = new Dictionary<Slice, int>(),
        },
        [.. Moves.Select((m, i) => (i, new QuantileCase([m.Before], [m.Now])))]);
}
