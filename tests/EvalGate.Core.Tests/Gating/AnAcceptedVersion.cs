using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Core.Tests.Gating;

public static class AnAcceptedVersion
{
    private static readonly Trial Usual = new Trial().With("de", bothPass: 3, bothFail: 1).With("en", bothPass: 1, bothFail: 1);

    [Fact]
    public static void IsSummedUpOnTodaysSlices()
    {
        var version = Of(Usual.Baseline);

        Assert.Equal(Usual.Baseline.Header.Commit, version.Commit);
        Assert.Equal(["overall 6 0.667", "language=de 4 0.750", "language=en 2 0.500"], Levels(version));
    }

    [Fact]
    public static void CountsOnlyCasesThatAreStillWhatTheyWere()
    {
        var changed = Usual.Baseline with { Cases = [.. Usual.Baseline.Cases.Select(c => c.Id == "de-003" ? c with { Hash = "other" } : c)] };

        Assert.Equal(["overall 5 0.800", "language=de 3 1.000", "language=en 2 0.500"], Levels(Of(changed)));
    }

    [Fact]
    public static void LeavesOutAMetricThatWasDefinedDifferently()
    {
        var header = Usual.Baseline.Header with { Metrics = new Dictionary<string, BaselineMetric> { ["correct"] = new("other", true) } };

        Assert.Empty(Of(Usual.Baseline with { Header = header }).Levels);
    }

    [Fact]
    public static void LeavesOutARatioOfAMetricThatWasDefinedDifferently()
    {
        var trial = new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost"), AMetric.Ratio("per_solved", "cost", "correct")] }.With(
            ACase.Of("de-1", ("language", "de")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1, 0], ["cost"] = [3, 5] },
            [new Dictionary<string, double?> { ["correct"] = 1, ["cost"] = 3 }]);
        var known = trial.Baseline.Header.Metrics;
        var changed = trial.Baseline with { Header = trial.Baseline.Header with { Metrics = new Dictionary<string, BaselineMetric>(known) { ["cost"] = new("other", true) } } };

        Assert.Equal([("correct", 0.5), ("cost", 4), ("per_solved", 8)], Overall(trial.Baseline));
        Assert.Equal([("correct", 0.5)], Overall(changed));

        IEnumerable<(string, double)> Overall(Baseline baseline) =>
            AcceptedVersion.Of(trial.Suite, trial.AllCases, baseline).Levels.Where(l => l.Slice.IsOverall).Select(l => (l.Metric.Name, l.Value));
    }

    private static AcceptedVersion Of(Baseline baseline) => AcceptedVersion.Of(Usual.Suite, Usual.AllCases, baseline);

    private static IEnumerable<string> Levels(AcceptedVersion version) => version.Levels.Select(l => FormattableString.Invariant($"{l.Slice} {l.Cases} {l.Value:F3}"));
}
