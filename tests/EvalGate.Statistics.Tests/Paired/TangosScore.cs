using CsCheck;
using EvalGate.Statistics.Tests.Planning;

namespace EvalGate.Statistics.Tests.Paired;

public static class TangosScore
{
    private static readonly Gen<(int Gains, int Losses, int Cases)> Tables =
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[2, 200]).Select((gains, losses, rest) => (gains, losses, gains + losses + rest));

    public static TheoryData<string> Published => ReferenceVector.Ids("tango_ci");

    public static TheoryData<string> Corrected => ReferenceVector.Ids("tango_ci_n1");

    public static TheoryData<string> NonInferiority => ReferenceVector.Ids("tango_noninferiority_test");

    [Theory]
    [MemberData(nameof(Published))]
    public static void ReproducesPublishedIntervalsWithoutTheFactor(string id)
    {
        var vector = ReferenceVector.Of(id);
        var cases = vector.Sum("both_pass", "gain", "loss", "both_fail");

        var interval = TangoScore.Interval(vector.Count("gain"), vector.Count("loss"), cases, vector.Number("confidence"), factor: 1);

        vector.Confirms("lower", interval.Lower);
        vector.Confirms("upper", interval.Upper);
    }

    [Theory]
    [MemberData(nameof(Corrected))]
    public static void ReproducesIntervalsWithAndWithoutTheFactor(string id)
    {
        var vector = ReferenceVector.Of(id);
        var (gains, losses, cases) = (vector.Count("gain"), vector.Count("loss"), vector.Count("n"));
        var confidence = vector.Number("confidence");

        var interval = TangoScore.Interval(gains, losses, cases, confidence);
        var uncorrected = TangoScore.Interval(gains, losses, cases, confidence, factor: 1);

        vector.Confirms("lower", interval.Lower);
        vector.Confirms("upper", interval.Upper);
        vector.Confirms("lower_without_n1", uncorrected.Lower);
        vector.Confirms("upper_without_n1", uncorrected.Upper);
    }

    [Theory]
    [MemberData(nameof(NonInferiority))]
    public static void ReproducesNonInferiorityTests(string id)
    {
        var vector = ReferenceVector.Of(id);
        var (gains, losses, cases) = (vector.Count("gain"), vector.Count("loss"), vector.Count("n"));
        var margin = vector.Number("margin");

        vector.Confirms("z", TangoScore.Score(gains, losses, cases, -margin, factor: 1));
        vector.Confirms("z_n1", TangoScore.Score(gains, losses, cases, -margin, (double)cases / (cases - 1)));
        vector.Confirms("p_noninferior_n1", TangoScore.NonInferiorityPValue(gains, losses, cases, margin));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    public static void SaysNothingWithFewerThanTwoCases(long gains, long losses, long cases)
    {
        Assert.Equal(1, TangoScore.NonInferiorityPValue(gains, losses, cases, 0.05));
        Assert.Equal(new ConfidenceInterval(-1, 1, 0.9), TangoScore.Interval(gains, losses, cases, 0.9));
    }

    [Fact]
    public static void TouchesTheEndWhenEveryCaseFlips()
    {
        var lost = TangoScore.Interval(0, 20, 20, 0.9);
        var gained = TangoScore.Interval(20, 0, 20, 0.9);

        Assert.Equal(-1, lost.Lower);
        Assert.InRange(lost.Upper, -0.95, -0.7);
        Assert.Equal(1, gained.Upper);
        Assert.Equal(-lost.Upper, gained.Lower, 1e-12);
        Assert.InRange(TangoScore.NonInferiorityPValue(0, 20, 20, 0.05), 0.9999, 1);
    }

    [Fact]
    public static void ShowsNothingAboutMarginZeroWithoutFlips() => Assert.Equal(1, TangoScore.NonInferiorityPValue(0, 0, 500, 0));

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Tables, 200,
            table =>
            {
                var interval = TangoScore.Interval(table.Gains, table.Losses, table.Cases, 0.9);
                var mirror = TangoScore.Interval(table.Losses, table.Gains, table.Cases, 0.9);
                Assert.Equal(interval.Lower, -mirror.Upper, 1e-10);
                Assert.Equal(interval.Upper, -mirror.Lower, 1e-10);
            });

    [Fact]
    public static void SpeaksFromTwoCasesOn()
    {
        // Both gained: Z(−½) = (2 + 1)/√(2·(2·¾ − ¾)·2) = √3.
        Assert.Equal(NormalCurve.Below(-Math.Sqrt(3)), TangoScore.NonInferiorityPValue(2, 0, 2, 0.5), 1e-12);
        Assert.True(TangoScore.Interval(2, 0, 2, 0.9).Lower > -0.5);
    }

    [Fact]
    public static void IsInfiniteWhereNothingElseCouldHaveBeenSeen()
    {
        // Were every case lost, none would have been kept; were every case gained, none would have been lost.
        Assert.Equal(double.PositiveInfinity, TangoScore.Score(0, 1, 4, -1, 4 / 3.0));
        Assert.Equal(double.NegativeInfinity, TangoScore.Score(1, 0, 4, 1, 4 / 3.0));
    }

    [Fact]
    public static void AgreesBetweenIntervalAndTest() =>
        Property.HoldsFor(
            Tables, 200,
            table =>
            {
                var lower = TangoScore.Interval(table.Gains, table.Losses, table.Cases, 0.9).Lower;
                if (lower is < 0 and > -1)
                    Assert.Equal(0.05, TangoScore.NonInferiorityPValue(table.Gains, table.Losses, table.Cases, -lower), 1e-8);
            });

    [Theory]
    [InlineData(50, 0.05)]
    [InlineData(50, 0.10)]
    [InlineData(80, 0.05)]
    public static void RarelyAssuresAfterALossOfTheMargin(int cases, double margin)
    {
        bool Assures(int gains, int losses) => TangoScore.NonInferiorityPValue(gains, losses, cases, margin) <= 0.05;

        // The true worst error is 5.8 % at a nominal 5 %.
        var worst = Enumerable.Range(0, 8).Max(step => Trinomial.Chance(cases, step * 0.04, step * 0.04 + margin, Assures));

        Assert.InRange(worst, 0.02, 0.06);
    }

    [Theory]
    [InlineData(-1, 0, 5)]
    [InlineData(0, -1, 5)]
    [InlineData(3, 3, 5)]
    public static void RefusesImpossibleTables(long gains, long losses, long cases)
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => TangoScore.Interval(gains, losses, cases, 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => TangoScore.NonInferiorityPValue(gains, losses, cases, 0.05));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public static void RefusesImpossibleMargins(double margin) =>
        Refusal.Of<ArgumentOutOfRangeException>(() => TangoScore.NonInferiorityPValue(1, 2, 50, margin));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public static void RefusesImpossibleConfidences(double confidence) =>
        Refusal.Of<ArgumentOutOfRangeException>(() => TangoScore.Interval(1, 2, 50, confidence));
}
