namespace EvalGate.Statistics.Tests.Agreement;

public static class APredictionPoweredMean
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("prediction_powered_mean");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var differences = vector.Inputs<double>("human").Zip(vector.Inputs<double>("judge_labelled"), (human, judge) => human - judge);
        var judge = new Moments(vector.Count("n_unlabelled"), vector.Number("judge_unlabelled_mean"), vector.Number("judge_unlabelled_var"), 0);

        var mean = PredictionPoweredMean.Of(judge, Moments.Of([.. differences]));

        vector.Confirms("estimate", mean.Mean);
        vector.Confirms("se", mean.StandardError);
    }

    [Fact]
    public static void TakesTheJudgesBiasOut()
    {
        var mean = PredictionPoweredMean.Of(Moments.Of([0.9, 0.8, 1, 0.7]), Moments.Of([-0.2, -0.3, -0.25]));

        Assert.Equal(0.6, mean.Mean, 1e-12);
    }

    [Fact]
    public static void IsNotAssuredByOneLabel() =>
        Assert.Equal(1, PredictionPoweredMean.Of(Moments.Of([0.9, 0.8]), Moments.Of([0.1])).PValueAbove(0));
}
