using EvalGate.Core.Tests.Gating.Samples;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

/// <summary>Over 20,000 differing cases each slice is tested alone, the small ones still by flipping signs.</summary>
public static class ALargeFamily
{
    private const double Level = 0.05;

    private static readonly Metric Grade = AMetric.Score("grade");

    [Theory]
    [InlineData(2_000, true)]
    [InlineData(2_001, false)]
    public static void FlipsTheSignsOfUpToTwoThousandDifferingCases(int differing, bool isFlipped)
    {
        var (family, slice) = Of(differing, row => row % 2 == 0 ? 3 : -3);

        Assert.StartsWith("Tarone–Holm", family.Method, StringComparison.Ordinal);
        Assert.Equal(isFlipped, family[Small].PValue != PairedT.Of(slice.Differences).PValueBelow(0));
        Assert.Equal(PairedT.Of(slice.Differences).PValueBelow(0), family[Small].PValue, 0.02);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(6, 2)]
    public static void CountsNoSliceThatCannotReachTheLevel(int differing, int counted)
    {
        // 2⁻⁴ is above the level, 2⁻⁶ below half of it.
        var (family, _) = Of(differing, row => row < differing || row % 50 < 26 ? -3 : 3);

        Assert.Equal(family[Slice.Overall].PValue * counted, family[Slice.Overall].AdjustedPValue, 12);
        Assert.InRange(family[Slice.Overall].PValue, 1e-12, 0.01);
        Assert.Equal(Math.Pow(2, -differing), family[Small].PValue, 0.02);
        Assert.Equal(counted == 1 ? 1 : family[Small].PValue, family[Small].AdjustedPValue, 12);
    }

    private static Slice Small { get; } = new([new("language", "de")]);

    /// <summary>The family of overall and of a slice of the first cases; in each one the candidate gains so many hundredths.</summary>
    private static (MetricFamily Family, SliceSample Slice) Of(int small, Func<int, int> gain)
    {
        var table = ATable.Of(Grade, [[Slice.Overall, Small], [Slice.Overall]], [.. Enumerable.Range(0, 20_001).Select(i => (i < small ? 0 : 1, gain(i)))]);
        var sample = MetricSample.Of(Grade, table);
        var slices = StatisticsBySlice.Of(sample, table, new HashSet<Slice> { Slice.Overall, Small });
        return (MetricFamily.Of(sample, table, slices, Level), slices[Small]);
    }
}
