using CsCheck;
using EvalGate.Statistics.Tests.Planning;

namespace EvalGate.Statistics.Tests.Paired;

public static class TheExactNonInferiorityTest
{
    public static TheoryData<string> Vectors =>
        [.. ReferenceVector.Ids("tango_noninferiority_test").Select(row => row.Data).Where(id => ReferenceVector.Of(id).HasExpected("p_exact_unconditional"))];

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var pValue = ExactNonInferiority.PValue(vector.Count("gain"), vector.Count("loss"), vector.Count("n"), vector.Number("margin"));

        vector.Confirms("p_exact_unconditional", pValue);
    }

    [Theory]
    [InlineData(2, 3, 30, 0.1)]
    [InlineData(0, 0, 25, 0.1)]
    [InlineData(1, 0, 40, 0.05)]
    [InlineData(4, 9, 20, 0.2)]
    [InlineData(0, 12, 12, 0.3)]
    public static void FindsTheWorstNuisance(int gains, int losses, int cases, double margin)
    {
        var factor = cases / (cases - 1.0);
        var observed = TangoScore.Score(gains, losses, cases, -margin, factor);
        bool IsAsExtreme(int b, int c) => TangoScore.Score(b, c, cases, -margin, factor) >= observed - 1e-9 * Math.Abs(observed);

        var worst = Enumerable.Range(0, 200).Max(step =>
            Trinomial.Chance(cases, step / 200.0 * (1 - margin) / 2, step / 200.0 * (1 - margin) / 2 + margin, IsAsExtreme));

        var pValue = ExactNonInferiority.PValue(gains, losses, cases, margin);
        Assert.InRange(pValue, worst - 1e-10, worst + 2e-4);
    }

    [Fact]
    public static void IsTheChanceOfSeeingNoLossWithoutFlips() =>
        // No flips score highest only against tables with losses; the worst nuisance is losses alone.
        Assert.Equal(Math.Pow(0.9, 25), ExactNonInferiority.PValue(0, 0, 25, 0.1), 1e-2);

    [Fact]
    public static void LooksAtTheEndOfTheScaleToo() =>
        // Where every case flipped, the worst nuisance is that every case flips: gains at 35 %, losses at 65 %. 0 and 1 loss score at least as high.
        Assert.Equal(Math.Pow(0.35, 5) + 5 * Math.Pow(0.35, 4) * 0.65, ExactNonInferiority.PValue(4, 1, 5, 0.3), 1e-12);

    [Fact]
    public static void NeverAssuresAboveItsLevel()
    {
        const int cases = 30;
        const double margin = 0.1;
        var pValues = new Dictionary<(int, int), double>();
        for (var gains = 0; gains <= 12; gains++)
        {
            for (var losses = 0; losses <= 12; losses++)
                pValues[(gains, losses)] = ExactNonInferiority.PValue(gains, losses, cases, margin);
        }

        var worst = Enumerable.Range(0, 10).Max(step => Trinomial.Chance(
            cases, step * 0.02, step * 0.02 + margin, (b, c) => pValues.GetValueOrDefault((b, c), 1) <= 0.05));

        Assert.InRange(worst, 0.001, 0.05);
    }

    [Fact]
    public static void FallsWithAGainAndGrowsWithALoss() =>
        Property.HoldsFor(
            Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], Gen.Int[2, 20]), 40,
            table =>
            {
                var (gains, losses, rest) = table;
                var cases = gains + losses + rest;
                var pValue = ExactNonInferiority.PValue(gains, losses, cases, 0.1);
                Assert.True(ExactNonInferiority.PValue(gains + 1, losses, cases, 0.1) <= pValue + 1e-9);
                Assert.True(ExactNonInferiority.PValue(gains, losses + 1, cases, 0.1) >= pValue - 1e-9);
            });

    [Theory]
    [InlineData(0, 0, 0, 0.05)]
    [InlineData(1, 0, 1, 0.05)]
    [InlineData(0, 0, 50, 0)]
    public static void ShowsNothingWhereNothingCanBeShown(long gains, long losses, long cases, double margin) =>
        Assert.Equal(1, ExactNonInferiority.PValue(gains, losses, cases, margin));

    [Fact]
    public static void AnswersUpToItsLimit()
    {
        var exact = ExactNonInferiority.PValue(5, 7, 200, 0.05);

        // Tango's test says 0.0232; the exact one is a little more careful.
        Assert.InRange(exact, 0.0232, 0.04);
        Refusal.Of<ArgumentOutOfRangeException>(() => ExactNonInferiority.PValue(5, 7, 201, 0.05));
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => ExactNonInferiority.PValue(-1, 0, 5, 0.1));
        Refusal.Of<ArgumentOutOfRangeException>(() => ExactNonInferiority.PValue(3, 3, 5, 0.1));
        Refusal.Of<ArgumentOutOfRangeException>(() => ExactNonInferiority.PValue(1, 1, 5, 1));
    }
}
