using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports.Tests.Scenes;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests;

public static class TheAcceptReport
{
    private static readonly Trial Trial = (new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.Score("grounded"), AMetric.Duration("latency_ms")] })
        .Scored([("language", "de")], 40, [1, 0.8, 812], [1, 0.8, 790]);

    [Fact]
    public static void ReadsAsApprovedForAFirstBaseline() => Approved.Is("accepted-first.accept", Written(Baseline(), null));

    [Fact]
    public static void ReadsAsApprovedForTheNextBaseline() =>
        Approved.Is("accepted-again.accept", Written(Baseline(), Scene.Of("regressed-behind-a-better-average")));

    [Fact]
    public static void SaysThatOneRunCannotTellWhatRepeats() => Approved.Is("accepted-one-run.accept", Written(
        With(Baseline(), h => h with { Runs = ["20260101T000000000Z-1"], Commit = null, Stack = new Dictionary<string, string>(), Metrics = Metrics(null) }), null));

    [Fact]
    public static void IsTheSameUnderACommaCulture() => Assert.Equal(Written(Baseline(), null), CommaCulture.Outside(() => Written(Baseline(), null)));

    [Fact]
    public static void KeepsHostileNamesHarmless()
    {
        var hostile = With(Baseline(), h => h with { Stack = new Dictionary<string, string> { [LayoutScenes.Escape] = "::error::\u202e" } });

        var report = Written(hostile, Scene.Of("hostile-names"));

        Assert.DoesNotContain(report, c => c != '\n' && (char.IsControl(c) || c == '\u202e'));
        Assert.All(report.Split('\n'), line => Assert.InRange(Columns.Of(line), 0, 80));
    }

    private static string Written(Baseline baseline, SuiteVerdict? againstOld) => AcceptReport.Write(baseline, "evals/support.baseline.jsonl", againstOld) + "\n";

    private static Baseline Baseline() => With(Trial.Baseline, h => h with
    {
        Runs = ["20260101T000000000Z-1", "20260101T000100000Z-2"],
        Date = new DateTimeOffset(2026, 3, 1, 14, 5, 0, TimeSpan.FromHours(2)),
        Stack = new Dictionary<string, string> { ["model"] = "small-2026-02-01", ["prompt"] = "d8a0e8cc2ef94c51ac67f5abe39040ac", ["retrieval"] = "v2" },
        Metrics = Metrics(true),
    });

    private static Dictionary<string, BaselineMetric> Metrics(bool? repeatable) => new()
    {
        ["correct"] = new("f", repeatable),
        ["grounded"] = new("f", repeatable),
        ["latency_ms"] = new("f", repeatable is null ? null : false),
    };

    private static Baseline With(Baseline baseline, Func<BaselineHeader, BaselineHeader> change) => baseline with { Header = change(baseline.Header) };
}
