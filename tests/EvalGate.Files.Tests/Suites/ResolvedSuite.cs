using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Files.Tests;

public static class ResolvedSuite
{
    private static readonly Suite Rich = new()
    {
        Name = "support",
        Place = At(2),
        Subject = new SubjectReference("HelpDesk.SupportAssistant", At(3)),
        CaseFiles = ["support.cases.jsonl", "more/*.jsonl"],
        Repetitions = 3,
        Concurrency = 8,
        Timeout = TimeSpan.FromMilliseconds(1500),
        Components = [new Component("knowledge", ["kb/**/*.md"], At(9))],
        Attributes =
        [
            new DeclaredAttribute("category", At(10)),
            new LengthAttribute("length", At(11), Path("input.question"), LengthUnit.Chars, [new LengthBin("short", null, 15), new LengthBin("long", 16, null)]),
            new NumberAttribute("amount", At(12), Path("expected.amount.0"), [new NumberBin("small", null, 9.990m)]),
            new HoursAttribute("hour", At(13), Path("input.at"), "Europe/Berlin", [new HourBin("night", 22, 6)]),
            new WeekdayAttribute("day", At(14), Path("output"), null, [new WeekdayBin("weekend", [DayOfWeek.Saturday, DayOfWeek.Sunday])]),
            new MatchesAttribute("greets", At(15), Path("input"), [new MatchBin("yes", "^\"hällo\"\\s<\u2028")]),
        ],
        Crosses = [new SliceCross(["category", "length"], At(16))],
        Metrics =
        [
            Correct(new Dictionary<string, string> { ["of"] = "output.intent", ["expected"] = "expected.intent" }),
            new Metric
            {
                Name = "helpful",
                Scorer = new ScorerReference("HelpDesk.HelpfulScorer", true, new Dictionary<string, string>()),
                Kind = MetricKind.Ordinal,
                Better = Direction.Lower,
                Range = new ValueRange(1, 5),
                Pass = new PassMark(false, 4.5m),
                Must = 0.8m,
                Quantile = 0.95m,
                ScoreRange = new ValueRange(-1, 7.5m),
                Ratio = new MetricRatio("cost_usd", "correct"),
                Scale = 1_000_000,
                Unit = "ms",
                Place = At(18),
            },
        ],
        Snapshots = new SnapshotSettings
        {
            Of = Path("output.reply"),
            Store = SnapshotContent.Facts,
            Policy = SnapshotPolicy.Review,
            Fields = [new(Path("output.reply.intent"), SnapshotPolicy.Block)],
            Ignore = [Path("output.reply.score")],
            Unordered = [Path("output.reply.sources")],
            Tolerance = 0.010m,
            Compare = TextComparison.Lines,
            IsSharded = true,
            Place = At(25),
        },
        Gate = new GateSettings
        {
            Baseline = "support.baseline.jsonl",
            Rules =
            [
                ARule(new MaxChange(new Tolerance(0.02m, false), new Tolerance(0.1m, true)), new OverallAndSlices(), Decision.Proof),
                ARule(new LevelBound(0.80m), new EverySlice(), Decision.Estimate),
                ARule(new LevelBound(3000), new OverallOnly(), Decision.Evidence),
                ARule(new LevelBound(1), new NamedSlices([new ScopePair("category", null), new ScopePair("length", "long")]), Decision.Evidence),
            ],
            Inconclusive = InconclusivePolicy.Block,
            MaxErrors = new ErrorAllowance(null, 0.01m),
            FalseAlarms = 0.05,
            Place = At(30),
        },
    };

    [Fact]
    public static void ReadsAsItWas()
    {
        using var folder = new TempFolder();
        ResolvedSuiteFile.Write(folder["support.suite.json"], Rich);

        var read = ResolvedSuiteFile.Read(folder["support.suite.json"]);

        Assert.Equivalent(Rich, read, strict: true);
        Assert.Equal(Rich.Attributes.Select(a => a.GetType()), read.Attributes.Select(a => a.GetType()));
        Assert.Equal(Rich.Gate!.Rules.Select(r => (r.Bound.GetType(), r.Scope.GetType())), read.Gate!.Rules.Select(r => (r.Bound.GetType(), r.Scope.GetType())));
        Assert.Equal(Rich.Metrics.Select(m => m.Fingerprint), read.Metrics.Select(m => m.Fingerprint));
        Assert.Equal(ResolvedSuiteFile.Text(Rich), ResolvedSuiteFile.Text(read));
    }

    [Fact]
    public static void WithoutAGateReadsAsItWas()
    {
        using var folder = new TempFolder();
        var plain = Rich with { Gate = null, Snapshots = null, Attributes = [], Crosses = [], Components = [] };
        ResolvedSuiteFile.Write(folder["s"], plain);

        Assert.Equivalent(plain, ResolvedSuiteFile.Read(folder["s"]), strict: true);
    }

    [Fact]
    public static void IsIndentedWithComputedMembersLeftOut()
    {
        var text = ResolvedSuiteFile.Text(Rich);

        Assert.StartsWith("{\n  \"evalgate\": \"suite\",\n  \"version\": 1,\n  \"suite\": {\n    \"name\": \"support\",\n", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain("\"fingerprint\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"is_quality\"", text, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"ordinal\"", text, StringComparison.Ordinal);
        Assert.Equal(text, CommaCulture.Outside(() => ResolvedSuiteFile.Text(Rich)));
    }

    [Fact]
    public static void HasItsSettingsInOneOrder()
    {
        Dictionary<string, string> forward = new() { ["of"] = "output", ["expected"] = "expected" };
        Dictionary<string, string> backward = new() { ["expected"] = "expected", ["of"] = "output" };

        Assert.Equal(ResolvedSuiteFile.Text(Rich with { Metrics = [Correct(forward)] }), ResolvedSuiteFile.Text(Rich with { Metrics = [Correct(backward)] }));
    }

    [Fact]
    public static void IsWrittenOnlyWhenItChanged()
    {
        using var folder = new TempFolder();

        Assert.True(ResolvedSuiteFile.Write(folder["s"], Rich));
        Assert.False(ResolvedSuiteFile.Write(folder["s"], Rich));
        Assert.True(ResolvedSuiteFile.Write(folder["s"], Rich with { Repetitions = 4 }));
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2")]
    [InlineData("\"evalgate\": \"suite\"", "\"evalgate\": \"run\"", "holds a run, not a suite")]
    [InlineData("    \"repetitions\": 3,\n", "", "repetitions")]
    [InlineData("\"repetitions\": 3", "\"repetitions\": \"3\"", "damaged")]
    [InlineData("\"$type\": \"declared\"", "\"$type\": \"imagined\"", "damaged")]
    [InlineData("\"evalgate\": \"suite\"", "\"\\ud800\": 1", "")]
    [InlineData("\"name\": \"support\"", "\"name\": \"\\ud800\"", "damaged")]
    [InlineData("\"suite\": {", "\"suites\": {", "damaged")]
    [InlineData("\"kind\": \"ordinal\"", "\"kind\": \"odd\"", "damaged")]
    public static void ThatIsDamagedAsksForABuild(string from, string to, string part)
    {
        using var folder = new TempFolder();
        var text = ResolvedSuiteFile.Text(Rich);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var path = folder.Write("s", text.Replace(from, to, StringComparison.Ordinal));

        var e = Assert.Throws<FilesException>(() => ResolvedSuiteFile.Read(path));

        Assert.Contains(part, e.Message, StringComparison.Ordinal);
        Assert.Equal("Build the test project again.", e.Remedy);
    }

    [Fact]
    public static void CutAnywhereIsRefused()
    {
        using var folder = new TempFolder();
        var text = ResolvedSuiteFile.Text(Rich).TrimEnd();
        for (var length = 0; length < text.Length; length += 7)
        {
            var path = folder.Write("s", text[..length]);
            Assert.Throws<FilesException>(() => ResolvedSuiteFile.Read(path));
        }
    }

    private static Metric Correct(Dictionary<string, string> settings) => new()
    {
        Name = "correct",
        Scorer = new ScorerReference("exact", false, settings),
        Kind = MetricKind.Binary,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1,
        Place = At(17),
    };

    private static Rule ARule(Bound bound, RuleScope scope, Decision decide) =>
        new() { Metric = "correct", Bound = bound, Scope = scope, Decide = decide, Place = At(31) };

    private static SourcePlace At(int line) => new("evals/support.eval.yaml", line, 5);

    private static JsonPath Path(string text) => JsonPath.TryParse(text, out var path) ? path : throw new ArgumentException(text);
}
