namespace EvalGate.Statistics.Tests.Planning;

public static class ASampleSize
{
    public static TheoryData<string> PassFail => ReferenceVector.Ids("mcnemar_sample_size");

    public static TheoryData<string> Detectable => ReferenceVector.Ids("mcnemar_mde");

    public static TheoryData<string> Means => ReferenceVector.Ids("sample_size_mean");

    public static TheoryData<string> NonInferiority => ReferenceVector.Ids("noninferiority_sample_size");

    [Theory]
    [MemberData(nameof(PassFail))]
    public static void FollowsConnor(string id)
    {
        var vector = ReferenceVector.Of(id);
        var (drop, flipRate) = (vector.Number("effect"), vector.Number("discordance"));
        var (level, power) = (vector.Number("alpha_one_sided"), vector.Number("power"));

        vector.Confirms("n_real", SampleSize.ExactPassFailDrop(drop, flipRate, level, power));
        vector.Confirms("n", SampleSize.PassFailDrop(drop, flipRate, level, power));
    }

    [Theory]
    [MemberData(nameof(Detectable))]
    public static void IsInvertedByTheDetectableDrop(string id)
    {
        var vector = ReferenceVector.Of(id);

        var drop = SampleSize.DetectableDrop(
            vector.Count("n"), vector.Number("discordance"), vector.Number("alpha_one_sided"), vector.Number("power"));

        vector.Confirms("mde", drop!.Value);
    }

    [Theory]
    [MemberData(nameof(Means))]
    public static void FollowsMiller(string id)
    {
        var vector = ReferenceVector.Of(id);
        var variance = vector.Number("omega2") + vector.Number("sigma2_a") / vector.Number("ka") + vector.Number("sigma2_b") / vector.Number("kb");
        var level = vector.Number("alpha_two_sided") / 2;

        vector.Confirms("n_real", SampleSize.ExactMeanDrop(vector.Number("delta"), variance, level, vector.Number("power")));
        vector.Confirms("n", SampleSize.MeanDrop(vector.Number("delta"), variance, level, vector.Number("power")));
    }

    [Theory]
    [MemberData(nameof(NonInferiority))]
    public static void CoversNonInferiority(string id)
    {
        var vector = ReferenceVector.Of(id);

        var cases = SampleSize.NonInferiority(
            vector.Number("margin"), vector.Number("assumed_difference"), vector.Number("variance_of_difference"),
            vector.Number("alpha_one_sided"), vector.Number("power"));

        Assert.Equal(vector.Expected<long>("n"), cases);
    }

    [Fact]
    public static void DoesNotExistForNonInferiorityOfSomethingAlreadyLost() =>
        Assert.Null(SampleSize.NonInferiority(0.05, -0.05, 0.1, 0.05, 0.8));

    [Fact]
    public static void HasNoDetectableDropWithTooFewCases()
    {
        Assert.Null(SampleSize.DetectableDrop(0, 0.1, 0.05, 0.8));
        Assert.Null(SampleSize.DetectableDrop(20, 0.1, 0.05, 0.8));
    }

    [Fact]
    public static void IsOneCaseWithoutVariance() => Assert.Equal(1, SampleSize.MeanDrop(0.1, 0, 0.05, 0.8));

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => SampleSize.PassFailDrop(0.2, 0.1, 0.05, 0.8));
        Refusal.Of<ArgumentOutOfRangeException>(() => SampleSize.PassFailDrop(0, 0.1, 0.05, 0.8));
        Refusal.Of<ArgumentOutOfRangeException>(() => SampleSize.MeanDrop(0.1, -1, 0.05, 0.8));
        Refusal.Of<ArgumentOutOfRangeException>(() => SampleSize.MeanDrop(0.1, 1, 0, 0.8));
        Refusal.Of<ArgumentOutOfRangeException>(() => SampleSize.MeanDrop(0.1, 1, 0.05, 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => SampleSize.NonInferiority(-0.1, 0, 1, 0.05, 0.8));
        Refusal.Of<ArgumentOutOfRangeException>(() => SampleSize.DetectableDrop(-1, 0.1, 0.05, 0.8));
    }
}
