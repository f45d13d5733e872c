using EvalGate.Model;

namespace EvalGate.Suites.Tests.Reading;

public static class AJudgeOfTheSuite
{
    private const string Judge = "scorer: judge, of: output.answer, rubric: rubrics/helpful.md, model: grader";

    [Fact]
    public static void HasAScaleAndABar()
    {
        var metric = Metric($"{{ {Judge}, range: 1..5, labels: helpful.labels.jsonl, bar: 0.7 }}");

        Assert.Equal((MetricKind.Ordinal, new ValueRange(1, 5), new ValueRange(1, 5)), (metric.Kind, metric.Range, metric.Scorer.Scale));
        Assert.Equal((0.7m, "helpful.labels.jsonl"), (metric.Judge!.Bar, metric.Judge.File));
        Assert.Equal(0.6m, Metric($"{{ {Judge}, range: 1..5 }}").Judge!.Bar);
    }

    [Fact]
    public static void MayPassOrFail()
    {
        var metric = Metric($"{{ {Judge}, range: 1..5, pass: \">=4\" }}");

        Assert.Equal((MetricKind.Binary, ValueRange.Unit, new ValueRange(1, 5)), (metric.Kind, metric.Range, metric.Scorer.Scale));
        Assert.Equal(new PassMark(true, 4), metric.Pass);
    }

    [Theory]
    [InlineData("", "(6,12): error EG1006: a judge needs 'range:', the least and the greatest grade, such as 1..5.")]
    [InlineData(", range: 0..0.5", "(6,12): error EG1009: a judge grades in whole numbers, at most 101 of them, such as 1..5.")]
    [InlineData(", range: 1..5, bar: 2", "(6,109): error EG1008: 'bar' is '2'; write the least agreement (kappa), above 0 and below 1.")]
    [InlineData(", range: 1..5, labels: /etc/passwd", "(6,112): error EG1008: 'labels' is '/etc/passwd': PROBLEM.")]
    public static void ThatIsWrongIsReported(string more, string mistakes)
    {
        var actual = SuiteText.Mistakes(SuiteText.Small + $"  helpful: {{ {Judge}{more} }}\n");

        Assert.Equal(mistakes[..mistakes.LastIndexOf(':')], actual[..Math.Min(actual.Length, mistakes.LastIndexOf(':'))]);
    }

    private static Metric Metric(string text) => SuiteText.Suite(SuiteText.Small + $"  helpful: {text}\n").Metrics.Single(m => m.Name == "helpful");
}
