namespace EvalGate.Statistics.Tests.Means;

public static class TheVarianceOfRepetitions
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("epoch_variance_decomposition");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        RepeatedCase[] cases =
            [.. vector.Inputs<double[]>("candidate").Zip(vector.Inputs<double[]>("baseline"), (candidate, baseline) => Case(baseline, candidate))];

        var split = RepetitionVariance.Of(cases)!;

        vector.Confirms("mean", cases.Average(item => item.Candidate.Mean - item.Baseline.Mean));
        vector.Confirms("se", Math.Sqrt(split.OfDifferences / split.Cases));
        vector.Confirms("var_case_difference", split.OfDifferences);
        vector.Confirms("sigma2_candidate_within", split.WithinCandidate);
        vector.Confirms("sigma2_baseline_within", split.WithinBaseline);
        vector.Confirms("omega2_between", split.BetweenCases);
        vector.Confirms("projected_se_K1", split.StandardError(split.Cases, 1));
        vector.Confirms("projected_se_K16", split.StandardError(split.Cases, 16));
    }

    [Fact]
    public static void AdvisesRepetitionsWhileNoiseDominates()
    {
        var noisy = RepetitionVariance.Of([Case([0, 1], [1, 0]), Case([1, 0], [0, 1]), Case([0, 1], [0.1, 1.1])])!;

        Assert.True(noisy.RepetitionsPay);
        Assert.Equal(0, noisy.StandardError(3, 1_000_000), 1e-2);
    }

    [Fact]
    public static void AdvisesCasesWhenTheyDifferAmongThemselves()
    {
        var varied = RepetitionVariance.Of([Case([0, 0.1], [1, 1.1]), Case([1, 1.1], [0, 0.1]), Case([0, 0.1], [0.5, 0.6])])!;

        Assert.False(varied.RepetitionsPay);
        Assert.Null(varied.RepetitionsFor(0.01));
        Assert.True(varied.CasesFor(0.01) > 5000);
    }

    [Fact]
    public static void NamesTheFewestRepetitionsAndCases()
    {
        // ω² = 0.02, both σ² = 0.01 at K = 2.
        var split = RepetitionVariance.Of([.. Enumerable.Range(0, 40).Select(Simulated)])!;
        var target = 0.9 * split.StandardError(split.Cases, 2);

        var repetitions = split.RepetitionsFor(target)!.Value;
        var cases = split.CasesFor(target);

        Assert.True(split.StandardError(split.Cases, repetitions) <= target);
        Assert.True(split.StandardError(split.Cases, repetitions - 1) > target);
        Assert.True(split.StandardError(cases, 2) <= target);
        Assert.True(split.StandardError(cases - 1, 2) > target);
    }

    [Fact]
    public static void IsBeyondRepetitionsWhereTheCasesAloneTakeAllTheRoom()
    {
        // ω² = 1 of 4 cases is a standard error of ½ without any noise.
        var split = RepetitionVariance.Of([Case([0, 1], [1, 1]), Case([0, 1], [0, 1])])! with { Cases = 4, OfDifferences = 1.25, OfRepetitions = 0.25 };

        Assert.Null(split.RepetitionsFor(0.5));
        Assert.Equal(1, (split with { WithinBaseline = 0, WithinCandidate = 0 }).RepetitionsFor(0.5));
    }

    [Fact]
    public static void FindsTheVariancesItWasMadeOf()
    {
        var split = RepetitionVariance.Of([.. Enumerable.Range(0, 4000).Select(Simulated)])!;

        Assert.Equal(0.02, split.BetweenCases, 2e-3);
        Assert.Equal(0.01, split.WithinBaseline, 1e-3);
        Assert.Equal(0.01, split.WithinCandidate, 1e-3);
        Assert.Equal(0.01, split.OfRepetitions, 1e-3);
    }

    [Fact]
    public static void WeighsUnequalRepetitions()
    {
        var split = RepetitionVariance.Of([Case([0], [0, 1]), Case([1, 0, 0, 1], [1])])!;

        Assert.Equal(0.5, split.WithinCandidate, 1e-15);
        Assert.Equal(1.0 / 3, split.WithinBaseline, 1e-15);
        Assert.Equal(0.5 * (0.5 + 1) / 2 + 1.0 / 3 * (1 + 0.25) / 2, split.OfRepetitions, 1e-15);
    }

    [Fact]
    public static void IsUnknownWithoutRepetitionsOrCases()
    {
        Assert.Null(RepetitionVariance.Of([]));
        Assert.Null(RepetitionVariance.Of([Case([0, 1], [1, 1])]));
        Assert.Null(RepetitionVariance.Of([Case([0, 1], [1]), Case([0, 1], [0])]));
        Assert.Null(RepetitionVariance.Of([Case([1], [0, 1]), Case([0], [0, 1])]));
    }

    [Fact]
    public static void IsZeroWhenAllAreEqual()
    {
        var split = RepetitionVariance.Of([Case([1, 1], [1, 1]), Case([1, 1], [1, 1])])!;

        Assert.Equal(0, split.OfDifferences + split.OfRepetitions);
        Assert.False(split.RepetitionsPay);
        Assert.Equal(1, split.RepetitionsFor(0.1));
        Assert.Equal(1, split.CasesFor(0.1));
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentException>(() => RepetitionVariance.Of([Case([], [1])]));
        Refusal.Of<ArgumentException>(() => RepetitionVariance.Of([Case([1], [])]));
        var split = RepetitionVariance.Of([Case([0, 1], [1, 1]), Case([0, 1], [0, 1])])!;
        Refusal.Of<ArgumentOutOfRangeException>(() => split.StandardError(0, 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => split.StandardError(1, 0));
        Refusal.Of<ArgumentOutOfRangeException>(() => split.RepetitionsFor(0));
        Refusal.Of<ArgumentOutOfRangeException>(() => split.CasesFor(0));
    }

    private static RepeatedCase Case(double[] baseline, double[] candidate) => new(Moments.Of(baseline), Moments.Of(candidate));

    private static RepeatedCase Simulated(int id)
    {
        double Normal(int draw, double variance) =>
            Math.Sqrt(variance) * NormalCurve.Quantile(HashedReplicates.Uniform(HashedReplicates.SplitMix64((ulong)id), draw) + Math.ScaleB(1, -54));
        var effect = Normal(0, 0.02);
        return Case([Normal(1, 0.01), Normal(2, 0.01)], [effect + Normal(3, 0.01), effect + Normal(4, 0.01)]);
    }
}
