using CsCheck;

namespace EvalGate.Statistics.Tests.Distributions;

public static class ADriftOfShares
{
    private static readonly Gen<(int First, int Second)[]> Counts = Gen.Select(Gen.Int[0, 200], Gen.Int[0, 5000]).Array[2, 12].Where(c => c.Sum(x => x.Item1) > 0 && c.Sum(x => x.Item2) > 0);

    public static TheoryData<string> Vectors => ReferenceVector.Ids("slice_drift");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var drift = ShareDrift.Of(vector.Inputs<long>("eval_counts"), vector.Inputs<long>("production_counts"));

        vector.Confirms("psi", drift.PopulationStability);
        vector.Confirms("js_divergence_nats", drift.JensenShannon);
        vector.Confirms("tv", drift.TotalVariation);
        vector.Confirms("psi_crit95", drift.CriticalPopulationStability(0.05));
    }

    [Fact]
    public static void IsSymmetricAndBounded() => Property.HoldsFor(Counts, 200, counts =>
    {
        long[] first = [.. counts.Select(c => (long)c.First)], second = [.. counts.Select(c => (long)c.Second)];
        var (there, back) = (ShareDrift.Of(first, second), ShareDrift.Of(second, first));
        Assert.Equal(there.PopulationStability, back.PopulationStability, 1e-12);
        Assert.Equal(there.JensenShannon, back.JensenShannon, 1e-12);
        Assert.InRange(there.JensenShannon, -1e-12, Math.Log(2));
        Assert.InRange(there.TotalVariation, 0, 1);
        Assert.InRange(there.JensenShannon, 0, there.TotalVariation + 1e-12);
    });

    [Fact]
    public static void IsNothingBetweenEqualShares()
    {
        var drift = ShareDrift.Of([10, 20, 30], [10, 20, 30]);

        Assert.Equal((0, 0, 0), (drift.PopulationStability, drift.JensenShannon, drift.TotalVariation));
    }

    [Fact]
    public static void IsUnknownWithoutItems()
    {
        var drift = ShareDrift.Of([0, 0], [1, 2]);

        Assert.Equal((double.NaN, double.NaN, double.NaN), (drift.PopulationStability, drift.JensenShannon, drift.TotalVariation));
        Assert.True(double.IsNaN(ShareDrift.Of([], []).TotalVariation));
        Assert.Equal(0, ShareDrift.Of([5], [7]).CriticalPopulationStability(0.01));
        Refusal.Of<ArgumentOutOfRangeException>(() => ShareDrift.Of([1], [1, 2]));
    }
}
