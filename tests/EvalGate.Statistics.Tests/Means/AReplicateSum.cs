namespace EvalGate.Statistics.Tests.Means;

public static class AReplicateSum
{
    private static readonly (ulong Key, long Value, long Size)[] Units =
        [.. Enumerable.Range(0, 400).Select(i => (HashedReplicates.Fnv1A64($"case-{i}"), (long)(1000 * HashedReplicates.Uniform(99, i)), 1L + (i % 3)))];

    [Fact]
    public static void CountsEveryUnitAsOftenAsItIsDrawn()
    {
        var sums = Of(Units[..20], replicates: 5);

        for (var replicate = 0; replicate < 5; replicate++)
        {
            var drawn = Units[..20].SelectMany(unit => Enumerable.Repeat(unit, HashedReplicates.PoissonWeight(unit.Key, replicate))).ToArray();
            Assert.Equal(drawn.Sum(unit => unit.Value), sums.Numerators[replicate]);
            Assert.Equal(drawn.Sum(unit => unit.Size), sums.Denominators[replicate]);
        }
    }

    [Fact]
    public static void MergesInAnyOrderToTheSameSums()
    {
        ReplicateSums whole = Of(Units, 50), merged = Of(Units[300..], 50);
        merged.Add(Of([.. Units[..100].Reverse()], 50));
        merged.Add(Of(Units[100..300], 50));

        Assert.Equal(whole.Numerators, merged.Numerators);
        Assert.Equal(whole.Denominators, merged.Denominators);
        Assert.Equal(whole.Interval(0.9), merged.Interval(0.9));
    }

    [Fact]
    public static void HasTheIntervalOfALinearisedRatio()
    {
        var ratio = RatioChange.Of([.. Units.Select(unit => new RatioCase(0, 1, unit.Value, unit.Size))]);
        var error = PairedT.Of(Moments.Of([.. ratio.Differences])).StandardError;

        var interval = Of(Units, 4000).Interval(0.9);

        Assert.Equal(ratio.Candidate - 1.6449 * error, interval.Lower, 0.15 * error);
        Assert.Equal(ratio.Candidate + 1.6449 * error, interval.Upper, 0.15 * error);
        Assert.Equal(0.9, interval.Confidence);
    }

    [Fact]
    public static void KeepsPairsTogetherInAChange()
    {
        // Every unit of the candidate is 7 more: whatever is drawn, the change per unit is 7.
        ReplicateSums baseline = new(200), candidate = new(200);
        foreach (var (key, value, _) in Units)
        {
            baseline.Add(key, value);
            candidate.Add(key, value + 7);
        }

        var change = candidate.ChangeFrom(baseline, 0.9);

        Assert.Equal((7, 7), (Math.Round(change.Lower, 9), Math.Round(change.Upper, 9)));
        Assert.True(candidate.Interval(0.9).Upper - candidate.Interval(0.9).Lower > 10);
    }

    [Fact]
    public static void IsOneValueWhenAllUnitsAreEqual()
    {
        var sums = new ReplicateSums(100);
        foreach (var unit in Units)
            sums.Add(unit.Key, -3);

        Assert.Equal(new ConfidenceInterval(-3, -3, 0.95), sums.Interval(0.95));
    }

    [Fact]
    public static void SaysNothingWithoutUnits()
    {
        var nothing = new ConfidenceInterval(double.NegativeInfinity, double.PositiveInfinity, 0.9);

        Assert.Equal(nothing, new ReplicateSums(10).Interval(0.9));
        Assert.Equal(nothing, Of(Units[..1], 100).Interval(0.9));
        Assert.Equal(nothing, Of(Units, 100).ChangeFrom(new(100), 0.9));
        Assert.Equal(nothing, new ReplicateSums(100).ChangeFrom(Of(Units, 100), 0.9));
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => new ReplicateSums(0));
        Refusal.Of<ArgumentException>(() => new ReplicateSums(2).Add(new ReplicateSums(3)));
        Refusal.Of<ArgumentException>(() => new ReplicateSums(2).ChangeFrom(new(3), 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => new ReplicateSums(2).Interval(1));
        Assert.Throws<ArgumentNullException>(() => new ReplicateSums(2).Add(null!));
        Assert.Throws<ArgumentNullException>(() => new ReplicateSums(2).ChangeFrom(null!, 0.9));
    }

    private static ReplicateSums Of(IEnumerable<(ulong Key, long Value, long Size)> units, int replicates)
    {
        var sums = new ReplicateSums(replicates);
        foreach (var (key, value, size) in units)
            sums.Add(key, value, size);
        return sums;
    }
}
