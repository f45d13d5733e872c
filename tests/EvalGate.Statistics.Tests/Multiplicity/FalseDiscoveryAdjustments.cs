using CsCheck;

namespace EvalGate.Statistics.Tests.Multiplicity;

public static class FalseDiscoveryAdjustments
{
    public static TheoryData<string> Yekutieli => ReferenceVector.Ids("benjamini_yekutieli");

    [Theory]
    [MemberData(nameof(Yekutieli))]
    public static void ReproduceStatsmodels(string id)
    {
        var vector = ReferenceVector.Of(id);

        var adjusted = FalseDiscovery.BenjaminiYekutieli(vector.Inputs<double>("p"));

        vector.Confirms("adjusted", adjusted);
        Assert.Equal(vector.Expected<int>("rejected_at_05"), adjusted.Count(p => p <= 0.05));
    }

    [Fact]
    public static void ReproduceTheExampleOfBenjaminiAndHochberg()
    {
        double[] pValues = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

        var adjusted = FalseDiscovery.BenjaminiHochberg(pValues);

        // Four rejections at 5 %, where Bonferroni and Holm reject three.
        Assert.Equal(4, adjusted.Count(p => p <= 0.05));
        Assert.Equal(0.0001 * 15, adjusted[0], 1e-15);
        Assert.Equal(0.0298 * 15 / 7, adjusted[5], 1e-15);
        Assert.Equal(0.0095 * 15 / 4, adjusted[3], 1e-15);
    }

    [Fact]
    public static void AreNothingForNothing()
    {
        Assert.Empty(FalseDiscovery.BenjaminiHochberg([]));
        Assert.Empty(FalseDiscovery.BenjaminiYekutieli([]));
    }

    [Fact]
    public static void LeaveOneAlone()
    {
        Assert.Equal([0.03], FalseDiscovery.BenjaminiHochberg([0.03]));
        Assert.Equal([0.03], FalseDiscovery.BenjaminiYekutieli([0.03]));
    }

    [Fact]
    public static void TreatEqualValuesAlike()
    {
        Assert.Equal([0.03, 0.03, 0.03], FalseDiscovery.BenjaminiHochberg([0.03, 0.03, 0.03]));
        Assert.Equal([0.25, 1, 0.25, 0.25, 0.25], FalseDiscovery.BenjaminiHochberg([0.2, 1, 0.2, 0.2, 0.2]));
    }

    [Fact]
    public static void KeepTheOrderOfTheValuesAndLieBelowHolm() =>
        Property.HoldsFor(
            Gen.Double[0, 1].Array[1, 20], 200,
            values =>
            {
                var adjusted = FalseDiscovery.BenjaminiHochberg(values);
                var holm = Holm.Adjust(values);
                var yekutieli = FalseDiscovery.BenjaminiYekutieli(values);
                for (var index = 0; index < values.Length; index++)
                {
                    Assert.InRange(adjusted[index], values[index], holm[index] * (1 + 1e-12));
                    Assert.InRange(yekutieli[index], adjusted[index], 1);
                    Assert.All(values.Index(), other => Assert.True(other.Item >= values[index] || adjusted[other.Index] <= adjusted[index]));
                }
            });

    [Fact]
    public static void RefuseImpossibleValues()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => FalseDiscovery.BenjaminiHochberg([1.1]));
        Refusal.Of<ArgumentOutOfRangeException>(() => FalseDiscovery.BenjaminiYekutieli([-0.1]));
    }
}
