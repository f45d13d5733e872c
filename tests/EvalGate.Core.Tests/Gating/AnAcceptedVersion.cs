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

    private static AcceptedVersion Of(Baseline baseline) => AcceptedVersion.Of(Usual.Suite, Usual.AllCases, baseline);

    private static IEnumerable<string> Levels(AcceptedVersion version) => version.Levels.Select(l => FormattableString.Invariant($"{l.Slice} {l.Cases} {l.Value:F3}"));
}
