namespace EvalGate.Statistics.Tests.Permutation;

public static class StepDownOfRepeatedCases
{
    [Fact]
    public static void FlipsTheMeanDifferenceWhenRepetitionsAreEqual()
    {
        PermutationUnit[] repeated =
        [
            Family.Unit(0, new PermutationCase([4, 6], [1, 3], [0, 1])),
            Family.Unit(1, new PermutationCase([2, 2, 5], [3, 3, 3], [0])),
            Family.Unit(2, new PermutationCase([9], [13], [1])),
        ];
        PermutationUnit[] once = [Family.Difference(0, -3, 0, 1), Family.Difference(1, 0, 0), Family.Difference(2, 4, 1)];

        Assert.Equal(
            WestfallYoung.StepDown(once, 2, FamilyStatistic.MaxT).Slices,
            WestfallYoung.StepDown(repeated, 2, FamilyStatistic.MaxT).Slices);
    }

    [Fact]
    public static void DoesNotCountACaseTwiceThatWasRunTwice()
    {
        // Every result twice, in one case only: means stay, so everything does.
        PermutationUnit[] Of(int times) =>
        [
            Family.Unit(0, new PermutationCase([.. Enumerable.Repeat(7L, times)], [.. Enumerable.Repeat(3L, times)], [0, 1])),
            Family.Difference(1, -3, 0, 1),
            Family.Difference(2, 5, 0),
            Family.Difference(3, -2, 1),
        ];

        Assert.Equal(
            WestfallYoung.StepDown(Of(1), 2, FamilyStatistic.MaxT).Slices,
            WestfallYoung.StepDown(Of(2), 2, FamilyStatistic.MaxT).Slices);
    }

    [Theory]
    [InlineData(1, 20, 21)]
    [InlineData(20, 1, 21)]
    [InlineData(2, 3, 10)]
    [InlineData(6, 6, 924)]
    [InlineData(7, 7, 1001)]
    public static void KnowsInHowManyWaysItsResultsCanBeTheCandidates(int baseline, int candidate, long ways) =>
        Assert.Equal(ways, new RepetitionPattern(baseline, candidate).Assignments(1000));

    [Fact]
    public static void DoesNotCareWhereScoresStart()
    {
        static PermutationUnit[] From(long origin) => [.. Enumerable.Range(0, 4).Select(id => Family.Unit(
            id, new PermutationCase([origin + 3 * id, origin + 5, origin + 4], [origin + id], [id % 2, 2])))];

        Assert.Equal(
            WestfallYoung.StepDown(From(0), 3, FamilyStatistic.MaxT).Slices,
            WestfallYoung.StepDown(From(4_000_000_000_000_000_000), 3, FamilyStatistic.MaxT).Slices);
    }

    [Fact]
    public static void ComparesMeansOfThreeAndOneExactly()
    {
        // Means 1/3 and 1/3: nothing changed, although no floating-point difference of the two would say so.
        PermutationUnit[] units = [Family.Unit(0, new PermutationCase([0, 0, 1], [1, 0, 0, 0, 0, 1], [0]))];

        var family = WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT);

        Assert.Equal(84, family.Replicates);
        Assert.Equal((84 - 20 + 0.0) / 84, family.Slices[0].PValue, 1e-12);
    }

    [Fact]
    public static void EnumeratesWhichResultsAreTheCandidates()
    {
        PermutationUnit[] units =
        [
            Family.Unit(0, new PermutationCase([1, 1, 1], [0], [0])),
            Family.Unit(1, new PermutationCase([1, 0, 1], [0], [0])),
        ];

        var family = WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT);

        // Of 4 · 4 assignments the observed sum −1 − 2/3 is the lowest: one candidate's 0 in the first, two in the second.
        Assert.True(family.IsExact);
        Assert.Equal(16, family.Replicates);
        Assert.Equal(2.0 / 16, family.Slices[0].PValue);
    }

    [Fact]
    public static void MatchesTheTextbookForUnequalRepetitions()
    {
        long[][] baselines = [[3, 5, 4], [7, 2, 2], [1, 1, 4]];
        long[] candidates = [1, 3, 1];
        int[][] slices = [[0, 1], [0, 2], [0, 1, 2]];
        PermutationUnit[] units =
            [.. baselines.Select((baseline, id) => Family.Unit(id, new PermutationCase(baseline, [candidates[id]], slices[id])))];

        var family = WestfallYoung.StepDown(units, 3, FamilyStatistic.MaxT);

        var choices = baselines.Select((baseline, id) => (IReadOnlyList<double[]>)
            [.. Leaving([.. baseline, candidates[id]]).Select(difference => Spread(difference, slices[id]))]).ToArray();
        double[] observed = [.. Enumerable.Range(0, 3).Select(slice => choices.Sum(choice => choice[^1][slice]))];
        var (single, adjusted) = NaiveStepDown.Of(observed, NaiveStepDown.Combine(choices));
        Assert.Equal(single, family.Slices.Select(slice => slice.PValue));
        Assert.Equal(adjusted, family.Slices.Select(slice => slice.AdjustedPValue));

        static IEnumerable<double> Leaving(long[] results) =>
            results.Select(one => one - (results.Sum() - one) / (results.Length - 1.0));

        static double[] Spread(double difference, int[] slices) =>
            [.. Enumerable.Range(0, 3).Select(slice => slices.Contains(slice) ? difference : 0)];
    }

    [Fact]
    public static void DropsCasesWhoseResultsAreAllTheSame()
    {
        PermutationUnit[] units =
        [
            Family.Unit(0, new PermutationCase([1, 1, 1], [0], [0])),
            Family.Unit(1, new PermutationCase([1, 1, 1], [1], [0])),
        ];

        Assert.Equal(4, WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT).Replicates);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    public static void AgreesBetweenEnumerationAndReplicates(int baseline, int candidate)
    {
        PermutationUnit[] units = [.. Enumerable.Range(0, 3).Select(id => Family.Unit(
            id, new PermutationCase([.. Scores(id, baseline, 0)], [.. Scores(id, candidate, -2)], id == 0 ? [0] : [0, 1])))];

        var exact = WestfallYoung.StepDown(units, 2, FamilyStatistic.MaxT);
        var drawn = WestfallYoung.StepDown(units, 2, FamilyStatistic.MaxT, 9999, exactAssignments: 0);

        Assert.True(exact.IsExact);
        Assert.False(drawn.IsExact);
        foreach (var (left, right) in exact.Slices.Zip(drawn.Slices))
        {
            Assert.Equal(left.PValue, right.PValue, 0.02);
            Assert.Equal(left.AdjustedPValue, right.AdjustedPValue, 0.02);
        }

        static IEnumerable<long> Scores(int id, int count, int shift) =>
            Enumerable.Range(0, count).Select(index => shift + (long)(10 * Family.Draw(31 + id, index + 10 * -shift)));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public static void GivesTheCandidateTheSmallestDraws(int baseline, int candidate)
    {
        // One case alone, with results that are all different.
        const int Replicates = 999;
        var key = Family.Key(0);
        long[] results = [.. Enumerable.Range(0, baseline + candidate).Select(slot => 1L << (slot * 5 % 7))];

        var family = WestfallYoung.StepDown(
            [Family.Unit(0, new PermutationCase(results[..baseline], results[baseline..], [0]))],
            1, FamilyStatistic.MaxT, Replicates, exactAssignments: 0);

        var hits = Enumerable.Range(0, Replicates).Count(replicate =>
            Enumerable.Range(0, results.Length)
                .OrderBy(slot => HashedReplicates.Uniform(HashedReplicates.Hash(key, slot), replicate))
                .Take(candidate)
                .Sum(slot => results[slot]) <= results[baseline..].Sum());
        Assert.Equal((1.0 + hits) / (1 + Replicates), family.Slices[0].PValue);
    }

    [Fact]
    public static void KeepsItsLevelWhenNothingChanged()
    {
        const int Runs = 400;
        var alarms = Enumerable.Range(0, Runs).Count(run =>
        {
            var units = Enumerable.Range(0, 40).Select(id =>
            {
                var results = Enumerable.Range(0, 4).Select(repetition => Family.Draw(run + 90_000, id * 4 + repetition) < 0.8 ? 1L : 0L).ToArray();
                return Family.Unit(id + 1000 * run, new PermutationCase(results[..3], results[3..], [0, 1 + id % 4]));
            });
            return WestfallYoung.StepDown([.. units], 5, FamilyStatistic.MaxT, 199).Slices.Any(slice => slice.AdjustedPValue <= 0.1);
        });

        // 10 % plus three standard errors of 400 runs; a test that never alarms would be broken too.
        Assert.InRange(alarms / (double)Runs, 0.02, 0.145);
    }
}
