using EvalGate.Judges;
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

    [Theory]
    [InlineData("snapshots: {}", "output.answer")]
    [InlineData("snapshots: { of: output.answer, ignore: output.answer.id, fields: { output.answer.note: review } }", "output.answer.text")]
    public static void ComparesWithWhatSnapshotsKeep(string snapshots, string of) => Assert.Contains(SuiteText.Suite(Preferring(of, snapshots)).Metrics, ModelScorers.ComparesWithApproved);

    [Theory]
    [InlineData("", "output.answer", "EG1006: 'preferred' compares with approved outputs: the suite needs 'snapshots:', or name what to compare with under 'against:'.")]
    [InlineData("snapshots: { store: facts }", "output.answer", Kept)]
    [InlineData("snapshots: { of: output.intent }", "output.answer", Kept)]
    [InlineData("snapshots: { ignore: output.answer }", "output.answer", Kept)]
    [InlineData("snapshots: { ignore: output.answer.id }", "output.answer", Kept)]
    [InlineData("snapshots: { fields: { output.answer.note: off } }", "output.answer", Kept)]
    [InlineData("snapshots: {}", "input.answer", "EG1008: 'preferred' compares with approved outputs, and 'snapshots:' does not keep all of 'input.answer': store it, or name what to compare with under 'against:'.")]
    public static void DoesNotCompareWithWhatIsNotKept(string snapshots, string of, string mistake) => Assert.Equal("(6,3): error " + mistake, SuiteText.Mistakes(Preferring(of, snapshots)));

    private const string Kept = "EG1008: 'preferred' compares with approved outputs, and 'snapshots:' does not keep all of 'output.answer': store it, or name what to compare with under 'against:'.";

    private static string Preferring(string of, string snapshots) => SuiteText.Small + $"  preferred: {{ scorer: pairwise, of: {of}, rubric: r.md, model: grader }}\n{snapshots}\n";

    private static Metric Metric(string text) => SuiteText.Suite(SuiteText.Small + $"  helpful: {text}\n").Metrics.Single(m => m.Name == "helpful");
}
