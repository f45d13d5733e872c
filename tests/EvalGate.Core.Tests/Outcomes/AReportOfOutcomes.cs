using EvalGate.Model;
using EvalGate.Outcomes;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Core.Tests.Outcomes;

public static class AReportOfOutcomes
{
    private static readonly Metric Correct = MetricOf("correct", MetricKind.Binary, Direction.Higher);
    private static readonly Signal Down = new(MetricOf("down", MetricKind.Binary, Direction.Lower), "down", TimeSpan.Zero);
    private static readonly string[] Languages = ["de", "en", "es", "fr"];

    [Fact]
    public static void FindsThatTheEvalPredictsProduction()
    {
        var link = Assert.Single(Report(6, (quality, _) => 0.5 - (0.4 * quality)).Links);

        Assert.Equal((LinkFinding.Predicts, 20), (link.Finding, link.Pairs.Count));
        Assert.True(link.Rho > 0.9);
        Assert.Equal((20, 20), (link.Agreeing, link.Moves));
        Assert.Empty(Report(6, (quality, _) => 0.5 - (0.4 * quality)).ComfortMetrics);
    }

    [Fact]
    public static void FindsThatProductionGetsWorseWhenTheEvalGetsBetter()
    {
        var report = Report(6, (quality, _) => 0.1 + (0.4 * quality));

        Assert.Equal(LinkFinding.Contradicts, Assert.Single(report.Links).Finding);
        Assert.Equal(["correct"], report.ComfortMetrics);
    }

    [Fact]
    public static void NamesAMetricThatGoesTogetherWithNothing()
    {
        var report = Report(7, (_, draw) => 0.2 + (0.3 * draw));

        Assert.Equal(LinkFinding.NotShown, Assert.Single(report.Links).Finding);
        Assert.Equal(["correct"], report.ComfortMetrics);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 4)]
    public static void SaysNothingOfFewReleases(int releases, int pairs)
    {
        var report = Report(releases, (quality, _) => 0.5 - (0.4 * quality));

        var link = Assert.Single(report.Links);
        Assert.Equal((LinkFinding.Insufficient, pairs, null, null), (link.Finding, link.Pairs.Count, link.Rho, link.Interval));
        Assert.Empty(report.ComfortMetrics);
    }

    [Fact]
    public static void SaysThatNothingChanged() => Assert.Equal(LinkFinding.NoChange, Assert.Single(Report(5, (_, _) => 0.25).Links).Finding);

    /// <summary>Every language got worse and the total better: traffic moved to the language that was good.</summary>
    [Fact]
    public static void TakesTheTotalApart()
    {
        var report = Of([Online("1", (("de", 700, 0.40), ("en", 300, 0.10))), Online("2", (("de", 200, 0.45), ("en", 800, 0.125)))]);

        var mix = Assert.Single(report.Mixes);
        Assert.Equal("language", mix.Attribute);
        Assert.True(mix.Change is { IsReversal: true, IsMixDriven: true, Total: < 0, Rate: > 0 });
        var overall = report.Trends[0];
        Assert.True(overall.Slice.IsOverall);
        Assert.Equal(overall.Change, mix.Change.Total, 12);
    }

    [Fact]
    public static void PutsTheSliceThatGotWorseFirst()
    {
        var report = Of([Online("1", (("de", 1000, 0.1), ("en", 1000, 0.1))), Online("2", (("de", 1000, 0.1), ("en", 1000, 0.2)))]);

        Assert.Equal(["overall", "language=en", "language=de"], report.Trends.Select(t => t.Slice.ToString()));
        Assert.Equal([true, true, false], report.Trends.Select(t => t.IsWorse));
        Assert.InRange(0.1, report.Trends[1].Interval.Lower, report.Trends[1].Interval.Upper);
        Assert.Equal((4000, 2000L), (report.Joined, report.Trends[0].Points[1].Requests));
    }

    [Fact]
    public static void KnowsTheValueOfANumberNotOfAnEmptySlice()
    {
        var seconds = new Signal(MetricOf("seconds", MetricKind.Continuous, Direction.Lower), "seconds", TimeSpan.Zero);
        Release[] releases = [Numbers("1", 3, 5), Numbers("2")];

        var report = OutcomeReport.Of(new() { Suite = "s", Metrics = [Correct], Signals = [seconds], Releases = releases, Requests = 2 });

        var trend = Assert.Single(report.Trends);
        Assert.Equal((4.0, 2L, double.NaN, 1.0), (trend.Points[0].Mean, trend.Points[0].Requests, trend.Points[1].Mean, trend.AdjustedPValue));
        Assert.False(trend.Moved);

        Release Numbers(string name, params double[] values) => new(name, new Dictionary<(string, Slice), double>(), values.Length == 0
            ? new Dictionary<(string, Slice), SignalSums>()
            : new Dictionary<(string, Slice), SignalSums> { [("seconds", Slice.Overall)] = values.Aggregate(default(SignalSums), (sums, v) => sums.With(v)) });
    }

    [Fact]
    public static void TellsAVerdictWhatGotWorse() => Assert.Equal(
        "evals/s.outcomes.yaml(1,1): warning EG3501: production did worse with release '2' than with '1': down in language=en 10.0 % → 20.0 %; down overall 10.0 % → 15.0 %. 'evalgate outcomes s' shows all; make such requests cases.",
        Finding(Of([Online("1", (("de", 1000, 0.1), ("en", 1000, 0.1))), Online("2", (("de", 1000, 0.1), ("en", 1000, 0.2)))])));

    [Fact]
    public static void TellsAVerdictWhatMisleads() => Assert.Equal(
        ": warning EG3503: when 'correct' got better, production's 'down' got worse: rank correlation −1.00, 95 % interval −1.00 to −1.00, over 20 pairs of slice and release. Do not steer by it.",
        Finding(Report(6, (quality, _) => 0.1 + (0.4 * quality)), "EG3503"));

    [Fact]
    public static void TellsAVerdictWhatComforts() => Assert.EndsWith(
        "warning EG3502: 'correct' went together with no signal of production over 7 releases: a rule on it guards nothing that users were seen to feel. Drop the rule, or find what users feel.",
        Finding(Report(7, (_, draw) => 0.2 + (0.3 * draw)), "EG3502"),
        StringComparison.Ordinal);

    [Fact]
    public static void TellsAVerdictNothingOfOneReleaseOrOfWhatIsWell()
    {
        Assert.Empty(OutcomeFindings.Of(Report(1, (quality, _) => 0.5 - (0.4 * quality)), default));
        Assert.Empty(OutcomeFindings.Of(Of([Online("1", (("de", 1000, 0.1), ("en", 1000, 0.1))), Online("2", (("de", 1000, 0.1), ("en", 1000, 0.05)))]), default));
    }

    /// <summary>The only finding, but for a code that it must have where there are several.</summary>
    private static string Finding(OutcomeReport report, string code = "EG3501")
    {
        var findings = OutcomeFindings.Of(report, new("evals/s.outcomes.yaml", 1, 1));
        Assert.Empty(findings.Select(f => f.Code).Except([code, "EG3501"]));
        return findings.Single(f => f.Code == code).ToString();
    }

    /// <summary>Releases whose quality varies by slice, and what production makes of it: a share of thumbs down by quality and an unrelated draw.</summary>
    private static OutcomeReport Report(int releases, Func<double, double, double> down) => Of([.. Enumerable.Range(0, releases).Select(r =>
    {
        var cells = Languages.Select((l, i) => (Language: l, Quality: HashedReplicates.Uniform((ulong)((10 * r) + i), 1), Draw: HashedReplicates.Uniform((ulong)((10 * r) + i), 2))).ToArray();
        var online = Online($"{r}", [.. cells.Select(c => (c.Language, 1000, down(c.Quality, c.Draw)))]);
        return online with { Offline = cells.ToDictionary(c => ("correct", SliceOf(c.Language)), c => c.Quality) };
    })]);

    private static OutcomeReport Of(Release[] releases) => OutcomeReport.Of(new() { Suite = "s", Metrics = [Correct], Signals = [Down], Releases = releases, Requests = 4000 });

    private static Release Online(string name, ((string, int, double) First, (string, int, double) Second) cells) => Online(name, [cells.First, cells.Second]);

    private static Release Online(string name, (string Language, int Requests, double Share)[] cells)
    {
        var sums = cells.ToDictionary(c => ("down", SliceOf(c.Language)), c => new SignalSums(c.Requests, (Int128)Math.Round(c.Requests * c.Share) * SignalSums.Scale, (Int128)Math.Round(c.Requests * c.Share) * SignalSums.Scale * SignalSums.Scale));
        sums[("down", Slice.Overall)] = sums.Values.Aggregate((a, b) => new(a.Count + b.Count, a.Sum + b.Sum, a.SumOfSquares + b.SumOfSquares));
        return new(name, new Dictionary<(string, Slice), double>(), sums);
    }

    private static Slice SliceOf(string language) => new([new("language", language)]);

    private static Metric MetricOf(string name, MetricKind kind, Direction better) => new()
    {
        Name = name,
        Kind = kind,
        Better = better,
        Range = kind == MetricKind.Binary ? ValueRange.Unit : null,
        Scorer = new("signal", false, new Dictionary<string, string>()),
        Scale = 1,
    };
}
