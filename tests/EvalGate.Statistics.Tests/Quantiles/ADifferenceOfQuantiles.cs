using CsCheck;

namespace EvalGate.Statistics.Tests.Quantiles;

public static class ADifferenceOfQuantiles
{
    private static readonly Gen<(double Before, double After)[]> Pairs =
        Gen.Select(Gen.Double[0, 9], Gen.Double[0, 9]).Select((before, after) => (before, before + after)).Array[60, 120];

    public static TheoryData<string> Vectors => ReferenceVector.Ids("paired_quantile_difference_mover");

    public static TheoryData<string> Exceedances => ReferenceVector.Ids("threshold_exceedance_paired");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var difference = QuantileDifference.Of(
            vector.Inputs<double>("baseline"), vector.Inputs<double>("candidate"), vector.Number("p"), vector.Number("confidence"));

        vector.Confirms("q_baseline", difference.Baseline.Value);
        vector.Confirms("baseline_lo", difference.Baseline.Interval.Lower);
        vector.Confirms("baseline_hi", difference.Baseline.Interval.Upper);
        vector.Confirms("q_candidate", difference.Candidate.Value);
        vector.Confirms("candidate_lo", difference.Candidate.Interval.Lower);
        vector.Confirms("candidate_hi", difference.Candidate.Interval.Upper);
        vector.Confirms("phi", difference.Correlation);
        vector.Confirms("difference", difference.Difference);
        vector.Confirms("lower", difference.Interval.Lower);
        vector.Confirms("upper", difference.Interval.Upper);
    }

    [Theory]
    [MemberData(nameof(Exceedances))]
    public static void CountsExceedancesOfAGivenLimit(string id)
    {
        var vector = ReferenceVector.Of(id);
        var limit = vector.Number("threshold");

        var table = PooledLimit.TableOf(vector.Inputs<double>("baseline"), limit, vector.Inputs<double>("candidate"), limit);

        vector.Confirms("gain", table.Gains);
        vector.Confirms("loss", table.Losses);
        vector.Confirms("n", table.Cases);
        vector.Confirms("exact_one_sided_worse", McNemar.PValueWorse(table.Gains, table.Losses));
    }

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Pairs, 100,
            pairs =>
            {
                double[] before = [.. pairs.Select(pair => pair.Before)], after = [.. pairs.Select(pair => pair.After)];
                var difference = QuantileDifference.Of(before, after, 0.8, 0.9);
                var swapped = QuantileDifference.Of(after, before, 0.8, 0.9);
                Assert.Equal(difference.Interval.Lower, -swapped.Interval.Upper, 1e-12);
                Assert.Equal(difference.Correlation, swapped.Correlation, 1e-12);
                Assert.InRange(difference.Difference, difference.Interval.Lower, difference.Interval.Upper);
            });

    [Fact]
    public static void DoesNotDependOnTheOrderOfCases() =>
        Property.HoldsFor(
            Pairs, 50,
            pairs =>
            {
                var forwards = QuantileDifference.Of([.. pairs.Select(pair => pair.Before)], [.. pairs.Select(pair => pair.After)], 0.8, 0.9);
                Array.Reverse(pairs);
                Assert.Equal(forwards, QuantileDifference.Of([.. pairs.Select(pair => pair.Before)], [.. pairs.Select(pair => pair.After)], 0.8, 0.9));
            });

    [Fact]
    public static void IsShorterForArmsThatGoTogether()
    {
        double[] before = [.. Enumerable.Range(0, 200).Select(index => index * 37 % 200 + 0.0)];
        double[] together = [.. before.Select(value => value + 5)], apart = [.. before.Reverse().Select(value => value + 5)];

        Assert.True(Length(QuantileDifference.Of(before, together, 0.8, 0.9)) < Length(QuantileDifference.Of(before, apart, 0.8, 0.9)));

        static double Length(QuantileDifference difference) => difference.Interval.Upper - difference.Interval.Lower;
    }

    [Fact]
    public static void IsOpenWithFewCases()
    {
        Assert.Equal(double.NaN, QuantileDifference.Of([], [], 0.9, 0.9).Difference);
        var one = QuantileDifference.Of([1], [3], 0.9, 0.9);
        Assert.Equal(2, one.Difference);
        Assert.Equal(new(double.NegativeInfinity, double.PositiveInfinity, 0.9), one.Interval);
    }

    [Fact]
    public static void IsExactlyZeroWhenAllValuesAreEqual()
    {
        double[] same = [.. Enumerable.Repeat(2.0, 200)];

        var difference = QuantileDifference.Of(same, same, 0.9, 0.9);

        Assert.Equal(0, difference.Correlation);
        Assert.Equal(new(0, 0, 0.9), difference.Interval);
    }

    [Fact]
    public static void RefusesUnpairedValues() =>
        Refusal.Of<ArgumentException>(() => QuantileDifference.Of([1, 2], [1], 0.9, 0.9));
}
