using CsCheck;

namespace EvalGate.Statistics.Tests;

public static class AKitagawaDecomposition
{
    private static readonly Gen<(double, double, double, double)[]> Strata = Gen.Select(Gen.Double[0.1, 1], Gen.Double[-3, 3], Gen.Double[0.1, 1], Gen.Double[-3, 3]).Array[1, 8]
        .Select(s => s.Select(x => (x.Item1 / s.Sum(y => y.Item1), x.Item2, x.Item3 / s.Sum(y => y.Item3), x.Item4)).ToArray());

    public static TheoryData<string> Vectors => ReferenceVector.Ids("kitagawa_decomposition");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var (shares, means) = (vector.Inputs<double>("weights_a").Zip(vector.Inputs<double>("weights_b")), vector.Inputs<double>("mean_a").Zip(vector.Inputs<double>("mean_b")));

        var change = Kitagawa.Of([.. shares.Zip(means, (w, x) => (w.First, x.First, w.Second, x.Second))]);

        vector.Confirms("total_change", change.Total);
        vector.Confirms("rate_effect", change.Rate);
        vector.Confirms("mix_effect", change.Mix);
        Assert.Equal(vector.Expected<bool>("simpson_reversal"), change.IsReversal);
        Assert.True(change.IsMixDriven);
    }

    [Fact]
    public static void AddsUpToTheChangeOfTheTotalAndTurnsWithTheSides() => Strata.Sample(
        strata =>
        {
            var (change, back) = (Kitagawa.Of(strata), Kitagawa.Of([.. strata.Select(s => (s.Item3, s.Item4, s.Item1, s.Item2))]));
            var total = strata.Sum(s => s.Item3 * s.Item4) - strata.Sum(s => s.Item1 * s.Item2);
            return Math.Abs(change.Total - total) < 1e-12 && Math.Abs(change.Rate + back.Rate) < 1e-12 && Math.Abs(change.Mix + back.Mix) < 1e-12 && change.IsReversal == back.IsReversal;
        },
        seed: "0000KLr0GnW1");

    [Fact]
    public static void OfNothingIsNothing() => Assert.Equal(new Kitagawa(0, 0, false), Kitagawa.Of([]));

    [Fact]
    public static void OfOneStratumIsAllRate() => Assert.Equal((0.25, 0.0), (Kitagawa.Of([(1, 0.5, 1, 0.75)]).Rate, Kitagawa.Of([(1, 0.5, 1, 0.75)]).Mix));
}
