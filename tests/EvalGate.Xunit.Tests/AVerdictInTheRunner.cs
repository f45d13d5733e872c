using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Gating;

namespace EvalGate.Xunit.Tests;

public static class AVerdictInTheRunner
{
    private static readonly LoadedSuite Suite = new() { Suite = new Trial().Suite, Cases = [], Diagnostics = [], Root = new("/repo/evals-project", "/bin", null) };

    private static readonly Comparison[] Comparisons = [.. new Trial().With("de", bothPass: 10, losses: 10).Verdict.Comparisons];

    [Theory]
    [InlineData(Verdict.Held, false, NodeState.Passed)]
    [InlineData(Verdict.Clear, false, NodeState.Passed)]
    [InlineData(Verdict.Inconclusive, false, NodeState.Skipped)]
    [InlineData(Verdict.Inconclusive, true, NodeState.Failed)]
    [InlineData(Verdict.NotJudged, true, NodeState.Failed)]
    [InlineData(Verdict.Regressed, true, NodeState.Failed)]
    internal static void FailsWhenItBlocks(Verdict verdict, bool blocks, NodeState expected)
    {
        Assert.Equal(expected, Shown(verdict, blocks, null).State);
        Assert.Equal(expected, Shown(verdict, blocks, null, ABuiltProject.InCi).State);
    }

    [Theory]
    [InlineData(NotJudgedKind.NoBaseline, NodeState.Skipped, NodeState.Failed)]
    [InlineData(NotJudgedKind.Partial, NodeState.Skipped, NodeState.Failed)]
    [InlineData(NotJudgedKind.Shard, NodeState.Skipped, NodeState.Skipped)]
    [InlineData(NotJudgedKind.Broken, NodeState.Failed, NodeState.Failed)]
    [InlineData(NotJudgedKind.BadBaseline, NodeState.Failed, NodeState.Failed)]
    internal static void OfARunThatIsNotJudgedDependsOnWhyAndWhere(NotJudgedKind kind, NodeState onADesk, NodeState inCi)
    {
        Assert.Equal(onADesk, Shown(Verdict.NotJudged, true, kind).State);
        Assert.Equal(inCi, Shown(Verdict.NotJudged, true, kind, ABuiltProject.InCi).State);
    }

    [Fact]
    public static void NeverFailsInModeWarn() =>
        Assert.Equal(NodeState.Skipped, Shown(Verdict.Regressed, true, null, ABuiltProject.InCi with { Mode = EvalMode.Warn }).State);

    [Fact]
    public static void PassesWhenInconclusiveCountsAsPassed()
    {
        var lenient = Suite with { Suite = new Trial { Inconclusive = InconclusivePolicy.Pass }.Suite };

        Assert.Equal(NodeState.Passed, ShownVerdict.Of(Result(Verdict.Inconclusive, false, null), lenient, ABuiltProject.InCi).State);
    }

    [Fact]
    public static void IsShownWhenSomethingWasTraded()
    {
        var traded = Comparisons.Select(c => c with { Blocks = false, IsTraded = true });
        var result = Result(Verdict.Clear, false, null);

        Assert.Equal(NodeState.Skipped, ShownVerdict.Of(result with { Verdict = result.Verdict with { Comparisons = [.. traded] } }, Suite, ABuiltProject.OnADesk).State);
    }

    [Fact]
    public static void NamesItsReportByTheShortestPathThatCanBeFound()
    {
        Assert.Contains("Full report: evals-project/TestResults/report.md", Shown(Verdict.Clear, false, null).Text, StringComparison.Ordinal);
        Assert.Contains("Full report: /runs/report.md", Of("/runs/report.md").Text, StringComparison.Ordinal);
        Assert.Contains("Full report: x/report.md", Of(Path.Combine(Environment.CurrentDirectory, "x", "report.md")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public static void LeavesRoomForThePlatformsIndent()
    {
        var reason = string.Join(' ', Enumerable.Repeat("word", 100));
        var result = Result(Verdict.NotJudged, true, NotJudgedKind.Broken);

        var shown = ShownVerdict.Of(result with { Verdict = result.Verdict with { WholeRun = new(NotJudgedKind.Broken, reason, "mend it") } }, Suite, ABuiltProject.OnADesk);

        Assert.InRange(shown.Text.Split('\n').Max(line => line.Length), 70, 78);
    }

    [Fact]
    public static void ThatCannotBeWrittenIsRed()
    {
        var shown = ShownVerdict.Unwritten("support", new FilesException("/full/verdict.json", "No space left on device.", "Free space on the disk and run again."));

        Assert.Equal(NodeState.Failed, shown.State);
        Assert.Equal(
            "support: NOT JUDGED – the verdict could not be written\n\n/full/verdict.json: No space left on device. Free space on the disk and run again.\n",
            shown.Text);
    }

    private static ShownVerdict Of(string report) => ShownVerdict.Of(
        new(new() { Suite = "support", Verdict = Verdict.Clear, Blocks = false, Cases = 3 }, "/runs/verdict.json", report, ""), Suite, ABuiltProject.OnADesk);

    private static ShownVerdict Shown(Verdict verdict, bool blocks, NotJudgedKind? kind, EvalEnvironment? environment = null) =>
        ShownVerdict.Of(Result(verdict, blocks, kind), Suite, environment ?? ABuiltProject.OnADesk);

    private static GateResult Result(Verdict verdict, bool blocks, NotJudgedKind? kind) => new(
        new()
        {
            Suite = "support",
            Verdict = verdict,
            Blocks = blocks,
            Cases = 3,
            Comparisons = [.. Comparisons.Select(c => c with { Verdict = verdict })],
            WholeRun = kind is { } known ? new(known, "something is wrong", "mend it") : null,
        },
        "/repo/evals-project/TestResults/verdict.json",
        "/repo/evals-project/TestResults/report.md",
        "# report");
}
