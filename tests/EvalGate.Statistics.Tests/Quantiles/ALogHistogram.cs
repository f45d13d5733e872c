using CsCheck;
using EvalGate.TestKit;

namespace EvalGate.Statistics.Tests.Quantiles;

public static class ALogHistogram
{
    private static readonly Gen<double[]> Numbers = Gen.Double[0.001, 1e6].Array[1, 200];

    [Fact]
    public static void KnowsEveryQuantileToWithinOnePercent() => Property.HoldsFor(Gen.Select(Numbers, Gen.Double[0, 1]), 300, drawn =>
    {
        var (numbers, probability) = drawn;
        var exact = numbers.Order().ElementAt(Math.Max(1, (int)Math.Ceiling(probability * numbers.Length)) - 1);

        Assert.InRange(Of(numbers).Quantile(probability), exact * 0.99, exact * 1.0101);
    });

    [Fact]
    public static void IsTheSameWhoeverCountedWhat() => Property.HoldsFor(Numbers, 100, numbers =>
    {
        var merged = Of(numbers.Where((_, i) => i % 2 == 0));
        foreach (var (bin, count) in Of(numbers.Where((_, i) => i % 2 == 1)).Bins)
        {
            merged.Add(bin, count);
        }

        Assert.Equal(Of(numbers).Bins, merged.Bins);
        Assert.Equal(numbers.Length, merged.Count);
    });

    [Fact]
    public static void HasZerosBelowAllElse()
    {
        var histogram = Of([0, 0, 1e-9, 5]);

        Assert.Equal(0, histogram.Quantile(0.5));
        Assert.InRange(histogram.Quantile(1), 4.95, 5.05);
        Assert.Equal(0, histogram.Quantile(0));
    }

    [Fact]
    public static void OfNothingHasNoQuantile() => Assert.Equal(double.NaN, new LogHistogram().Quantile(0.5));

    private static LogHistogram Of(IEnumerable<double> numbers)
    {
        var histogram = new LogHistogram();
        foreach (var number in numbers)
        {
            histogram.Add(LogHistogram.BinOf(number), 1);
        }

        return histogram;
    }
}
