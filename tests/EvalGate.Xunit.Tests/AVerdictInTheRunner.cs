using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Gating;

namespace EvalGate.Xunit.Tests;

public static class AVerdictInTheRunner
{
    private static readonly LoadedSuite Suite = new() { Suite = new Trial().Suite, Cases = [], Diagnostics = [], Root = new("/repo/evals-project", "/bin", null) };

    private static readonly Comparison[] Comparisons = [.. new Trial().With("de", bothPass: 10, losses: 10).Verdict.Comparisons];

    [Theory]
    [InlineData(Verdict.Held, false, Effect.Passes)]
    [InlineData(Verdict.Clear, false, Effect.Passes)]
    [InlineData(Verdict.Inconclusive, false, Effect.Shows)]
    [InlineData(Verdict.Inconclusive, true, Effect.Blocks)]
    [InlineData(Verdict.NotJudged, true, Effect.Blocks)]
    [InlineData(Verdict.Regressed, true, Effect.Blocks)]
    internal static void FailsWhenItBlocks(Verdict verdict, bool blocks, Effect expected)
    {
        Assert.Equal(expected, Shown(verdict, blocks, null).Effect);
        Assert.Equal(expected, Shown(verdict, blocks, null, ABuiltProject.InCi).Effect);
    }

    [Theory]
    [InlineData(NotJudgedKind.NoBaseline, Effect.Shows, Effect.Blocks)]
    [InlineData(NotJudgedKind.Partial, Effect.Shows, Effect.Blocks)]
    [InlineData(NotJudgedKind.Shard, Effect.Shows, Effect.Shows)]
    [InlineData(NotJudgedKind.Broken, Effect.Blocks, Effect.Blocks)]
    [InlineData(NotJudgedKind.BadBaseline, Effect.Blocks, Effect.Blocks)]
    internal static void OfARunThatIsNotJudgedDependsOnWhyAndWhere(NotJudgedKind kind, Effect onADesk, Effect inCi)
    {
        Assert.Equal(onADesk, Shown(Verdict.NotJudged, true, kind).Effect);
        Assert.Equal(inCi, Shown(Verdict.NotJudged, true, kind, ABuiltProject.InCi).Effect);
    }

    [Fact]
    public static void NeverFailsInModeWarn() =>
        Assert.Equal(Effect.Shows, Shown(Verdict.Regressed, true, null, ABuiltProject.InCi with { Mode = EvalMode.Warn }).Effect);

    [Fact]
    public static void PassesWhenInconclusiveCountsAsPassed()
    {
        var lenient = Suite with { Suite = new Trial { Inconclusive = InconclusivePolicy.Pass }.Suite };

        Assert.Equal(Effect.Passes, ShownVerdict.Of(Result(Verdict.Inconclusive, false, null), lenient, ABuiltProject.InCi).Effect);
    }

    [Fact]
    public static void IsShownWhenSomethingWasTraded()
    {
        var traded = Comparisons.Select(c => c with { Blocks = false, IsTraded = true });
        var result = Result(Verdict.Clear, false, null);

        Assert.Equal(Effect.Shows, ShownVerdict.Of(result with { Verdict = result.Verdict with { Comparisons = [.. traded] } }, Suite, ABuiltProject.OnADesk).Effect);
    }

    [Fact]
    public static void NamesItsReportByTheShortestPathThatCanBeFound()
    {
        Assert.Contains("Full report: evals-project/TestResults/report.md", Shown(Verdict.Clear, false, null).Text, StringComparison.Ordinal);
        Assert.Contains("Full report: /runs/report.md", Of("/runs/report.md").Text, StringComparison.Ordinal);
        Assert.Contains("Full report: x/report.md", Of(Path.Combine(Environment.CurrentDirectory, "x", "report.md")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public static void NamesTheCommandThatOpensItsReport() =>
        Assert.EndsWith("\nIn a browser: evalgate report support --open\n", Shown(Verdict.Clear, false, null).Text, StringComparison.Ordinal);

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

        Assert.Equal(Effect.Blocks, shown.Effect);
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
