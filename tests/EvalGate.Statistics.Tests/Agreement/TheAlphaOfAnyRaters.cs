namespace EvalGate.Statistics.Tests.Agreement;

public static class TheAlphaOfAnyRaters
{
    private static readonly double[][] Mixed = [[1, 1], [2, 3], [4, 4, 4], [1, 2], [3, 3], [2, 2], [4, 3], [1, 1]];

    public static TheoryData<string> Vectors => ReferenceVector.Ids("krippendorff_alpha");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var level = Enum.Parse<AgreementLevel>(vector.Text("level"), ignoreCase: true);

        vector.Confirms("alpha", KrippendorffAlpha.Of(Ratings.Units(vector.Inputs<double?[]>("coders")), level));
    }

    [Fact]
    public static void ReproducesThePublishedOrdinalValue()
    {
        // Krippendorff 2011, data C: ordinal 0.815.
        var units = Ratings.Units(ReferenceVector.Of("krippendorff-C-nominal").Inputs<double?[]>("coders"));

        Assert.Equal(0.815, KrippendorffAlpha.Of(units, AgreementLevel.Ordinal), 0.0005);
    }

    [Fact]
    public static void DoesNotDependOnTheOrderOfUnitsOrRatings() => Assert.Equal(
        KrippendorffAlpha.Of(Mixed, AgreementLevel.Ordinal),
        KrippendorffAlpha.Of([.. Mixed.Reverse().Select(unit => unit.Reverse().ToArray())], AgreementLevel.Ordinal),
        1e-12);

    [Fact]
    public static void LeavesOutUnitsThatOneRaterSaw() => Assert.Equal(
        KrippendorffAlpha.Of(Mixed, AgreementLevel.Interval), KrippendorffAlpha.Of([[9], .. Mixed, []], AgreementLevel.Interval));

    [Fact]
    public static void IsUnknownWhenNothingVaries()
    {
        Assert.True(double.IsNaN(KrippendorffAlpha.Of([], AgreementLevel.Nominal)));
        Assert.True(double.IsNaN(KrippendorffAlpha.Of([[1], [2]], AgreementLevel.Nominal)));
        Assert.True(double.IsNaN(KrippendorffAlpha.Of([[1, 1], [1, 1]], AgreementLevel.Nominal)));
        Assert.Equal(new(-1, 1, 0.9), KrippendorffAlpha.Interval([[1, 1], [1, 1]], AgreementLevel.Nominal, 0.9));
    }

    [Fact]
    public static void HasAnIntervalAroundItThatIsTheSameEveryTime()
    {
        var alpha = KrippendorffAlpha.Of(Mixed, AgreementLevel.Interval);
        var interval = KrippendorffAlpha.Interval(Mixed, AgreementLevel.Interval, 0.9, 999, 5);

        Assert.Equal(interval, KrippendorffAlpha.Interval(Mixed, AgreementLevel.Interval, 0.9, 999, 5));
        Assert.NotEqual(interval, KrippendorffAlpha.Interval(Mixed, AgreementLevel.Interval, 0.9, 999, 6));
        Assert.InRange(alpha, interval.Lower, interval.Upper);
        Assert.InRange(interval.Upper - interval.Lower, 0.1, 0.9);
    }

    [Fact]
    public static void HasAnIntervalThatCoversTheTruthAsOftenAsItSays()
    {
        // Two raters who each see the truth (0 or 1, even odds) wrongly in one of ten: true alpha (1 − 2·0.1)² = 0.64.
        const int trials = 200, units = 100;
        var covered = 0;
        for (var trial = 0; trial < trials; trial++)
        {
            double[][] rated = [.. Enumerable.Range(0, units).Select(unit => Seen(HashedReplicates.Hash((ulong)trial, unit)))];
            var interval = KrippendorffAlpha.Interval(rated, AgreementLevel.Nominal, 0.9, 300, (ulong)trial);
            covered += interval.Lower <= 0.64 && 0.64 <= interval.Upper ? 1 : 0;
        }

        Assert.InRange(covered / (double)trials, 0.84, 0.96);
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentException>(() => KrippendorffAlpha.Of([[1, double.NaN]], AgreementLevel.Nominal));
        Refusal.Of<ArgumentException>(() => KrippendorffAlpha.Of([[1, 0]], AgreementLevel.Ratio));
        Refusal.Of<ArgumentOutOfRangeException>(() => KrippendorffAlpha.Interval(Mixed, AgreementLevel.Nominal, 0.9, 0));
        Refusal.Of<ArgumentOutOfRangeException>(() => KrippendorffAlpha.Interval(Mixed, AgreementLevel.Nominal, 1));
    }

    private static double[] Seen(ulong key)
    {
        var truth = HashedReplicates.Uniform(key, 0) < 0.5;
        bool Rating(int rater) => HashedReplicates.Uniform(key, rater) < 0.1 ? !truth : truth;
        return [Rating(1) ? 1 : 0, Rating(2) ? 1 : 0];
    }
}
