namespace EvalGate.Statistics.Tests.Permutation;

public static class TheNullVariance
{
    [Fact]
    public static void IsTheMeanSquareOverAllAssignments()
    {
        PermutationUnit[] units =
        [
            Family.Unit(0, new PermutationCase([3, 5, 4], [1], [0, 1])),
            Family.Unit(1, new PermutationCase([7], [2, 3], [0, 2]), new PermutationCase([1], [0, 9], [1, 2])),
            Family.Unit(2, new PermutationCase([6, 8], [2, 2], [0]), new PermutationCase([5], [1], [2])),
            Family.Unit(3, new PermutationCase([4, 0], [1, 5, 5], [2])),
        ];
        var family = PermutationFamily.Of(units, 3);
        var sums = SumTable.Enumerate(family, WestfallYoung.ExactAssignments)!;

        for (var slice = 0; slice < 3; slice++)
            Assert.Equal(1, sums.Row(slice).ToArray().Average(sum => (double)sum * sum) / NullVariance.Of(family, slice)!.Value, 1e-12);
    }

    [Fact]
    public static void IsUnknownOnlyWhereAGroupHasSeveralPatterns()
    {
        PermutationUnit[] units =
        [
            Family.Unit(0, new PermutationCase([3, 5], [1], [0, 1]), new PermutationCase([3, 5, 7], [1], [0, 2])),
            Family.Unit(1, new PermutationCase([4], [1], [0, 1])),
        ];
        var family = PermutationFamily.Of(units, 4);

        Assert.Null(NullVariance.Of(family, 0));
        Assert.NotNull(NullVariance.Of(family, 1));
        Assert.NotNull(NullVariance.Of(family, 2));
        Assert.Equal(0, NullVariance.Of(family, 3));
    }

    [Fact]
    public static void IsOtherwiseTheMeanSquareOfDrawnAndObserved()
    {
        var family = PermutationFamily.Of([Family.Difference(0, -3, 0), Family.Difference(1, 5, 0)], 1);
        var sums = SumTable.Draw(family, 20);

        var squares = sums.Row(0).ToArray().Sum(sum => sum * sum) + (2 * 2);

        Assert.Equal(squares / 21.0, NullVariance.MeanSquare(sums, 0), 1e-12);
    }
}
