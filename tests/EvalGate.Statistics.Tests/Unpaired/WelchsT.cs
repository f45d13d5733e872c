using CsCheck;

namespace EvalGate.Statistics.Tests.Unpaired;

public static class WelchsT
{
    private static readonly Gen<double[]> Samples = Gen.Double[-1, 1].Array[2, 30];

    public static TheoryData<string> Vectors => ReferenceVector.Ids("welch_t");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var difference = WelchT.Difference(Moments.Of(vector.Inputs<double>("y")), Moments.Of(vector.Inputs<double>("x")));

        vector.Confirms("t", difference.Mean / difference.StandardError);
        vector.Confirms("df", difference.DegreesOfFreedom);
        vector.Confirms("p_two", 2 * difference.PValueAbove(0));
    }

    [Fact]
    public static void IsStudentsTestForArmsOfEqualSizeAndSpread()
    {
        var difference = WelchT.Difference(new(8, 2, 0.5, 0), new(8, 1, 0.5, 0));

        Assert.Equal(-1, difference.Mean);
        Assert.Equal(Math.Sqrt(0.5 / 4), difference.StandardError, 1e-15);
        Assert.Equal(14, difference.DegreesOfFreedom, 1e-12);
    }

    [Fact]
    public static void CountsTheArmThatVariesAlone() =>
        Assert.Equal(4, WelchT.Difference(new(9, 2, 0, 0), new(5, 1, 0.5, 0)).DegreesOfFreedom, 1e-12);

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Gen.Select(Samples, Samples), 200,
            pair =>
            {
                var difference = WelchT.Difference(Moments.Of(pair.Item1), Moments.Of(pair.Item2));
                var swapped = WelchT.Difference(Moments.Of(pair.Item2), Moments.Of(pair.Item1));
                Assert.Equal(difference.PValueBelow(0.1), swapped.PValueAbove(-0.1), 1e-12);
                var fewest = Math.Min(pair.Item1.Length, pair.Item2.Length) - 1;
                Assert.InRange(difference.DegreesOfFreedom, fewest - 1e-9, pair.Item1.Length + pair.Item2.Length - 2 + 1e-9);
            });

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 1)]
    [InlineData(1, 5)]
    public static void SaysNothingWithFewerThanTwoCasesInAnArm(int before, int after)
    {
        var difference = WelchT.Difference(
            Moments.Of([.. Enumerable.Range(0, before).Select(i => (double)i)]), Moments.Of([.. Enumerable.Range(0, after).Select(i => (double)i)]));

        Assert.Equal(1, difference.PValueAbove(-9));
        Assert.Equal(double.PositiveInfinity, difference.Interval(0.9).Upper);
    }

    [Fact]
    public static void SaysNothingWithoutSpread()
    {
        var difference = WelchT.Difference(Moments.Of([1, 1, 1]), Moments.Of([2, 2]));

        Assert.Equal(1, difference.Mean);
        Assert.Equal(0, difference.StandardError);
        Assert.Equal(0, difference.DegreesOfFreedom);
        Assert.Equal(1, difference.PValueAbove(0));
    }
}
