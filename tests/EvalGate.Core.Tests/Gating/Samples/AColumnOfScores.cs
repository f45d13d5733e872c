using EvalGate.Gating;

namespace EvalGate.Core.Tests.Gating.Samples;

public static class AColumnOfScores
{
    [Theory]
    [InlineData(new[] { 1, 1 }, new[] { 1 }, 1)]
    [InlineData(new[] { 1, 0, 2 }, new[] { 1 }, 2)]
    [InlineData(new[] { 2, 4 }, new[] { 1 }, 4)]
    [InlineData(new[] { 2, 3 }, new[] { 1 }, 6)]
    [InlineData(new[] { 1 }, new[] { 4, 6 }, 12)]
    [InlineData(new[] { 6, 10 }, new[] { 15 }, 30)]
    [InlineData(new int[0], new int[0], 1)]
    public static void HasTheLeastCommonMultipleOfItsRepetitionsWithAnother(int[] rows, int[] others, int multiple) =>
        Assert.Equal(multiple, ScoreColumn.CommonMultiple(Column(rows), Column(others)));

    [Fact]
    public static void CountsNoFurtherThanWhatCanBeAdded()
    {
        // The least common multiple of 1 to 120 has 50 digits, more than 128 bits hold.
        var multiple = ScoreColumn.CommonMultiple(Column([.. Enumerable.Range(1, 120)]), Column([1]));

        Assert.InRange(multiple, PowerSums.Limit, (Int128)PowerSums.Limit * 120);
    }

    private static ScoreColumn Column(int[] repetitions) => ScoreColumn.Of([.. repetitions.Select(k => (IReadOnlyList<long>)[.. new long[k]])]);
}
