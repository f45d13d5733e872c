using EvalGate.Calibration.Gates;
using EvalGate.Calibration.Measuring;

namespace EvalGate.Calibration.Tests;

public static class AWholeGate
{
    private static readonly Effort Small = Effort.Quick with { Trials = 160 };

    private static readonly IReadOnlyList<GateRow> Rows = new GateStudy(Small, isQuick: true).Run(_ => { });

    [Fact]
    public static void KeepsItsBars() => Assert.All(Rows, row => Assert.True(row.IsKept, row.ToString()));

    [Fact]
    public static void NoticesWhatIsBroken() =>
        Assert.InRange(Rows.Single(row => row.Bar is null).Rate.Value, 0.75, 1);

    [Fact]
    public static void SaysTheSameHoweverManyThreadsRunIt()
    {
        var few = Small with { Trials = 16 };

        Assert.Equal(new GateStudy(few with { Threads = 4 }, isQuick: true).Run(_ => { }), new GateStudy(few with { Threads = 1 }, isQuick: true).Run(_ => { }));
    }

    [Fact]
    public static void KeepsItsBarsOnDifferentCases() =>
        Assert.All(new UnpairedStudy(Effort.Quick, isQuick: true).Run(_ => { }), row => Assert.True(row.IsKept, row.ToString()));

    [Fact]
    public static void KeepsItsLevelInTheFarTail() =>
        Assert.All(new TailStudy(Effort.Quick, isQuick: true).Run(_ => { }), row => Assert.True(row.IsKept, row.ToString()));

    [Fact]
    public static void IsBrokenBeyondSimulationErrorOnly()
    {
        var row = new GateRow("", "", new(0.08, 200), 0.05);

        Assert.True(row.IsKept);
        Assert.False((row with { Rate = new(0.08, 20_000) }).IsKept);
        Assert.True((row with { Rate = new(1, 20_000), Bar = null }).IsKept);
    }

    [Fact]
    public static void IsReportedBehindTheRules()
    {
        GateRow kept = new("a", "b", new(0.0125, 4000), 0.05), broken = new("c", "d", new(0.2, 4000), 0.05);
        var report = new GateReport([kept, kept], [broken], [kept]);

        Assert.Contains("| a | b | 1.25 % | 4000 | 5 % |\n|  | b | 1.25 % | 4000 | 5 % |", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("Broken beyond simulation error: c: d.", report.ToString(), StringComparison.Ordinal);
        Assert.False(report.IsKept);
        Assert.Equal("# Rules\n", GateReport.Before("# Rules\n" + report));
    }
}
