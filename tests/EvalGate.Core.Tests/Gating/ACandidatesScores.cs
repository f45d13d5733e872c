using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class ACandidatesScores
{
    private static readonly Metric Grade = AMetric.Score("grade", new(1, 5));

    [Fact]
    public static void AreThoseOfItsRepetitions() => Expect(Grade, [2, 4], isMeasured: true, Scored(2), Scored(4));

    [Fact]
    public static void AreNoneWhereTheMetricDoesNotApply() => Expect(Grade, [], isMeasured: true, Scored(null), Scored(null));

    [Fact]
    public static void AreNoneWhereNothingWasScored() => Expect(Grade, [], isMeasured: false, new Dictionary<string, double?>());

    [Theory]
    [InlineData(ErrorKind.Subject, Direction.Higher, 1)]
    [InlineData(ErrorKind.Timeout, Direction.Higher, 1)]
    [InlineData(ErrorKind.Subject, Direction.Lower, 5)]
    public static void AreTheWorstWhereTheSubjectBroke(ErrorKind kind, Direction better, double worst) =>
        Expect(Grade with { Better = better }, [worst], isMeasured: true, [Broken(kind)]);

    [Theory]
    [InlineData(ErrorKind.Infrastructure)]
    [InlineData(ErrorKind.Scorer)]
    [InlineData(ErrorKind.Case)]
    public static void AreNoneWhereSomethingElseBroke(ErrorKind kind) => Expect(Grade, [], isMeasured: false, [Broken(kind)]);

    [Fact]
    public static void HaveNoWorstWithoutARange() => Expect(AMetric.Cost("grade"), [], isMeasured: false, [Broken(ErrorKind.Subject)]);

    [Fact]
    public static void KeepWhatTheOtherRepetitionsSay() => Expect(Grade, [1, 3], isMeasured: true, [Broken(ErrorKind.Timeout), Record(Scored(3))]);

    private static void Expect(Metric metric, double[] values, bool isMeasured, params Dictionary<string, double?>[] scores) => Expect(metric, values, isMeasured, [.. scores.Select(Record)]);

    private static void Expect(Metric metric, double[] values, bool isMeasured, RunRecord[] records)
    {
        var scores = CandidateScores.Of(metric, records);

        Assert.Equal(values, scores.Values);
        Assert.Equal((isMeasured, values.Length > 0), (scores.IsMeasured, scores.Applies));
    }

    private static Dictionary<string, double?> Scored(double? score) => new() { ["grade"] = score };

    private static RunRecord Broken(ErrorKind kind) => Record([]) with { Errors = [new(kind, "boom")] };

    private static RunRecord Record(Dictionary<string, double?> scores) => new() { CaseId = "a", Hash = "h", Repetition = 1, Scores = scores };
}
