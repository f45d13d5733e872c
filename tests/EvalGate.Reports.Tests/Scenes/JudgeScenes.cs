using EvalGate.Gating;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary>Metrics that a model grades, beside what people say of the same outputs.</summary>
internal static class JudgeScenes
{
    public static Dictionary<string, Func<SuiteVerdict>> All { get; } = new()
    {
        ["judge-that-agrees"] = () => PassFail(i => i == 7 ? 0 : i % 3 == 0 ? 0 : 1),
        ["judge-that-disagrees-in-german"] = () => PassFail(i => i % 2 == 0 ? i % 4 / 2 : i % 3 == 0 ? 0 : 1),
        ["judge-of-five-grades"] = () => Graded(new(1, 5), i => 1 + (i % 5), i => Math.Min(5, 1 + (i % 5) + (i % 7 == 0 ? 1 : 0))),
        ["judge-of-a-hundred-grades"] = () => Graded(new(0, 100), i => i * 37 % 101, i => Math.Min(100, (i * 37 % 101) + (i % 4))),
        ["judge-without-labels"] = () => Graded(new(1, 5), null, null),
    };

    /// <summary>A third of the answers fail by what people say.</summary>
    private static SuiteVerdict PassFail(Func<int, double> judge) => Verdict(
        AMetric.PassFail("helpful") with { Scorer = new("judge", false, new Dictionary<string, string>()), Pass = new(true, 4), Judge = new(0.6m, "labels.jsonl", []) },
        i => i % 3 == 0 ? 2 : 5,
        i => judge(i) * 4,
        i => i % 2);

    private static SuiteVerdict Graded(ValueRange range, Func<int, double>? people, Func<int, double>? judge) => Verdict(
        AMetric.Score("helpful", range) with { Kind = MetricKind.Ordinal, Scorer = new("judge", false, new Dictionary<string, string>()), Judge = new(0.6m, people is null ? null : "labels.jsonl", []) },
        people, judge, i => (double)range.Minimum + (i % 5));

    private static SuiteVerdict Verdict(Metric metric, Func<int, double>? people, Func<int, double>? judge, Func<int, double> score)
    {
        var trial = Enumerable.Range(0, 40).Aggregate(
            new Trial { Metrics = [metric], Rules = [ARule.MaxDrop("helpful", 0.2m)], Repeatable = true },
            (trial, i) => trial.With(i % 2 == 0 ? "de" : "en", [score(i)], [score(i)]));
        return (trial with { Cases = [.. trial.Cases.Select((c, i) => people is null ? c : c with { Records = [c.Records[0] with { Labelled = [new("helpful", people(i), judge!(i))] }] })] }).Verdict;
    }
}
