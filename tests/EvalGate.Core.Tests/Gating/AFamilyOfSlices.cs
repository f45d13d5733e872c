using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Core.Tests.Gating;

public static class AFamilyOfSlices
{
    [Theory]
    [InlineData(20_000, "Westfall–Young")]
    [InlineData(20_001, "Tarone–Holm")]
    public static void HasReplicatesUpToTwentyThousandUnits(int count, string method)
    {
        // Every other unit lost what the next one gained.
        PermutationUnit[] units = [.. Enumerable.Range(0, count).Select(i => new PermutationUnit(HashedReplicates.SplitMix64((ulong)i), [new([i % 2], [1 - (i % 2)], [0])]))];

        var family = MetricFamily.Of([Slice.Overall], units, 0.05, _ => new(0.25, 0));

        Assert.StartsWith(method, family.Method, StringComparison.Ordinal);
        Assert.Equal(count == 20_001, family[Slice.Overall].PValue == 0.25);
    }
}
