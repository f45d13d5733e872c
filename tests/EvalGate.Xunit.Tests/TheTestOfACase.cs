using EvalGate.Model;

namespace EvalGate.Xunit.Tests;

public static class TheTestOfACase
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    private static readonly Case Case = ACase.Of("de-01");

    [Fact]
    public static void PassesWithAWrongAnswer() => Judge(Case, AMetric.PassFail("correct"), Scored(0));

    [Theory]
    [InlineData(ErrorKind.Subject, null, "error of the subject: it broke")]
    [InlineData(ErrorKind.Timeout, null, "timed out: it broke")]
    [InlineData(ErrorKind.Infrastructure, null, "error around the subject: it broke")]
    [InlineData(ErrorKind.Case, null, "error in the case: it broke")]
    [InlineData(ErrorKind.Scorer, "correct", "error of the scorer of 'correct': it broke")]
    public static void FailsWithAnError(ErrorKind kind, string? metric, string expected)
    {
        var record = Scored(1) with { Errors = [new(kind, "it broke", metric)] };

        Assert.Equal($"support [de-01] {expected}\nevals/support.cases.jsonl(1)", Failure(Case, AMetric.PassFail("correct"), record));
    }

    [Fact]
    public static void FailsWithAMissedMustInAnyRepetition()
    {
        var must = AMetric.PassFail("correct") with { Must = 1 };

        Judge(Case, must, Scored(1), Scored(1));
        Assert.Equal(
            "support [de-01] missed 'must': correct is 0.0 %, demanded at least 100.0 %\nevals/support.cases.jsonl(1)",
            Failure(Case, must, Scored(1), Scored(0), Scored(0)));
    }

    [Fact]
    public static void MeetsAMustThatDoesNotApply() => Judge(Case, AMetric.PassFail("correct") with { Must = 1 }, Scored(null));

    [Fact]
    public static void ReadsAMustInTheMetricsDirection()
    {
        var must = AMetric.PassFail("correct", Direction.Lower) with { Must = 0 };

        Judge(Case, must, Scored(0));
        Assert.Contains("correct is 100.0 %, demanded at most 0.0 %", Failure(Case, must, Scored(1)), StringComparison.Ordinal);
    }

    [Fact]
    public static void IsExemptFromMustInQuarantineUntilItExpires()
    {
        var must = AMetric.PassFail("correct") with { Must = 1 };
        Case Quarantined(DateOnly expires) => Case with { Quarantine = new("flaky service", expires) };

        Judge(Quarantined(Today), must, Scored(0));
        Assert.Contains("missed 'must'", Failure(Quarantined(Today.AddDays(-1)), must, Scored(0)), StringComparison.Ordinal);
        Assert.Contains("it broke", Failure(Quarantined(Today), must, Scored(0) with { Errors = [new(ErrorKind.Subject, "it broke")] }), StringComparison.Ordinal);
    }

    [Fact]
    public static void ShowsHostileTextAsText()
    {
        var record = Scored(1) with { Errors = [new(ErrorKind.Subject, "\u001b[31mred \u202e")] };

        Assert.Contains("error of the subject:  [31mred  \n", Failure(Case, AMetric.PassFail("correct"), record), StringComparison.Ordinal);
    }

    private static string Failure(Case @case, Metric metric, params RunRecord[] records) =>
        Assert.Throws<EvalCaseException>(() => Judge(@case, metric, records)).Message;

    private static void Judge(Case @case, Metric metric, params RunRecord[] records) =>
        CaseVerdict.Throw(new Trial { Metrics = [metric] }.Suite, @case, records, null, Today);

    private static RunRecord Scored(double? correct) =>
        new() { CaseId = "de-01", Hash = "", Repetition = 1, Scores = new Dictionary<string, double?> { ["correct"] = correct } };
}
