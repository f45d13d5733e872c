using System.Collections.Immutable;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Ratios;

public static class TheRatioOfASlice
{
    // From 10/5 to 12/4, at 22/9 in both arms together: three cases moved it up, one down, and one did not move.
    private static readonly RatioCase[] Cases = [new(2, 1, 4, 1), new(1, 1, 3, 1), new(4, 1, 2, 1), new(2, 1, 2, 0), new(1, 1, 1, 1)];

    [Theory]
    [InlineData(Direction.Lower, 1, 3)]
    [InlineData(Direction.Higher, 3, 1)]
    public static void CountsWhatMovedItEitherWay(Direction better, int gains, int losses)
    {
        var moved = Judged(better, []).Moved();

        Assert.Equal((gains, losses, losses), (moved.Gains, moved.Losses, moved.LosingCases.Count));
        Assert.DoesNotContain("case-4", moved.LosingCases);
    }

    [Theory]
    [InlineData(Direction.Lower)]
    [InlineData(Direction.Higher)]
    public static void IsTestedTowardsTheWorseWhenItStandsAlone(Direction better)
    {
        var moments = Moments.Of([.. RatioChange.Of(Cases).Differences]);

        Assert.Equal(new TaroneHypothesis(better == Direction.Lower ? HallT.PValueAbove(moments, 0) : HallT.PValueBelow(moments, 0), 0), Judged(better, []).Hypothesis());
    }

    [Theory]
    [InlineData(Direction.Lower)]
    [InlineData(Direction.Higher)]
    public static void IsTestedTowardsTheWorseByGroupsWhereThereAreAny(Direction better)
    {
        double[] changes = [.. RatioChange.Of(Cases).Differences];
        var robust = ClusterRobustMean.Of([new(2, changes[0] + changes[1]), new(2, changes[2] + changes[3]), new(1, changes[4])]);

        var p = Judged(better, [0, 0, 1, 1, 2]).Hypothesis().PValue;

        Assert.Equal(better == Direction.Lower ? robust.PValueAbove(0) : robust.PValueBelow(0), p, 1e-9);
        Assert.Equal(better == Direction.Lower, p < 0.5);
    }

    private static RatioSlice Judged(Direction better, ImmutableArray<int> groups) => new(
        AMetric.Ratio("per_solved", "cost", "correct", better),
        new()
        {
            Ids = [.. Cases.Select((_, i) => $"case-{i}")],
            Cells = [[Slice.Overall]],
            CellOfRow = [.. new int[Cases.Length]],
            Groups = [.. groups.Distinct().Select(g => $"group-{g}")],
            GroupOfRow = groups,
            Scores = new Dictionary<string, PairedScores>(),
            BaselineCases = Cases.Length,
            BaselineCasesBySlice = new Dictionary<Slice, int>(),
        },
        [.. Cases.Select((c, i) => new RatioRow(i, [new(c.BaselineNumerator, c.BaselineDenominator)], [new(c.CandidateNumerator, c.CandidateDenominator)]))]);
}
