using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Datasets;

public static class ASuiteWithItsCases
{
    private static readonly Case[] Cases =
    [
        ACase.Of("a", """{"question":"hello there","at":"2026-05-03T12:00:00Z"}""", """{"intent":"greeting"}""", ("language", "de"), ("category", "small-talk")),
        ACase.Of("b", """{"question":"my money","amount":3}""", """{"intent":"refund","items":[{"sku":"x"}]}""", ("language", "en"), ("category", "refund")),
    ];

    private static readonly SourcePlace Place = new("evals/support.eval.yaml", 7, 5);

    private static readonly Suite Sound = new Trial().Suite with
    {
        Attributes = [new DeclaredAttribute("language", Place), new DeclaredAttribute("category", Place)],
        Crosses = [new(["category", "language"], Place)],
        Metrics = [Metric("output.intent", "expected.intent")],
        Gate = new() { Baseline = "b", Rules = [ARule.MaxDrop("correct", 0.02m)] },
    };

    [Fact]
    public static void IsSoundWhenEverythingLeadsSomewhere() => Assert.Empty(SuiteCheck.Check(Sound, Cases));

    [Fact]
    public static void NeedsAnActiveCase()
    {
        var retired = Cases.Select(c => c with { Status = CaseStatus.Retired }).ToArray();

        Assert.Equal("evals/support.eval.yaml(1,1): error EG1106: suite 'support' has no active case in support.cases.jsonl.", Problem(Sound, retired));
        Assert.Equal("evals/support.eval.yaml(1,1): error EG1106: suite 'support' has no active case in support.cases.jsonl.", Problem(Sound, []));
    }

    [Theory]
    [InlineData("expected.intend", "no case has 'expected.intend': 'expected' has intent, items. Did you mean 'intent'?")]
    [InlineData("expected.items.0.sky", "no case has 'expected.items.0.sky': 'expected.items.0' has sku. Did you mean 'sku'?")]
    [InlineData("expected.items.1.sku", "no case has 'expected.items.1.sku': 'expected.items' has no keys.")]
    [InlineData("expected.intent.name", "no case has 'expected.intent.name': 'expected.intent' has no keys.")]
    [InlineData("input.expected", "no case has 'input.expected': 'input' has amount, at, question.")]
    public static void HasItsPathsInACase(string path, string message) =>
        Assert.Equal($"evals/support.eval.yaml(10,3): error EG1015: {message}", Problem(Sound with { Metrics = [Metric("output.intent", path)] }, Cases));

    [Theory]
    [InlineData("expected")]
    [InlineData("expected.intent")]
    public static void IsReportedWhereNoCaseExpectsAnything(string path)
    {
        var cases = Cases.Select(c => c with { Expected = default }).ToArray();

        Assert.Equal(
            $"evals/support.eval.yaml(10,3): error EG1015: no case has '{path}': no case has 'expected' at all.",
            Problem(Sound with { Metrics = [Metric("output.intent", path)] }, cases));
    }

    [Fact]
    public static void HasThePathsOfItsSlicesInACase()
    {
        JsonPath nowhere = new(PathRoot.Input, ["questions"]), sound = new(PathRoot.Input, ["at"]);
        SliceAttribute[] attributes =
        [
            new LengthAttribute("a", Place, nowhere, LengthUnit.Words, [new("x", null, null)]),
            new NumberAttribute("b", Place, nowhere, [new("x", null, null)]),
            new HoursAttribute("c", Place, nowhere, null, [new("x", 0, 24)]),
            new WeekdayAttribute("d", Place, nowhere, null, [new("x", [DayOfWeek.Monday])]),
            new MatchesAttribute("e", Place, nowhere, [new("x", ".")]),
            new HoursAttribute("f", Place, sound, null, [new("x", 0, 24)]),
        ];

        var problems = SuiteCheck.Check(Sound with { Attributes = attributes, Crosses = [], Gate = null }, Cases);

        Assert.Equal(5, problems.Count);
        Assert.All(problems, p => Assert.Equal(
            "evals/support.eval.yaml(7,5): error EG1015: no case has 'input.questions': 'input' has amount, at, question. Did you mean 'question'?",
            p.ToString()));
    }

    [Fact]
    public static void HasItsDeclaredAttributesInACase()
    {
        var suite = Sound with { Attributes = [.. Sound.Attributes, new DeclaredAttribute("langauge", Place)] };

        Assert.Equal("evals/support.eval.yaml(7,5): error EG1011: no case has a slice value 'langauge': cases have category, language. Did you mean 'language'?", Problem(suite, Cases));
        Assert.Equal(
            "evals/support.eval.yaml(7,5): error EG1011: no case has a slice value 'language': no case has any 'slices'.",
            SuiteCheck.Check(Sound, [.. Cases.Select(c => c with { Slices = new Dictionary<string, IReadOnlyList<string>>() })])[0].ToString());
    }

    [Theory]
    [InlineData("no case is in slice language=dd: the values of 'language' are de, en. Did you mean 'de'?", "language", "dd")]
    [InlineData("no case is in slice language=(none): the values of 'language' are de, en.", "language", "(none)")]
    [InlineData("no case is in slice category=refunds: the values of 'category' are refund, small-talk. Did you mean 'refund'?", "category", "refunds", "language", "en")]
    [InlineData("no case is in slice category=refund, language=de, so this rule judges nothing.", "category", "refund", "language", "de")]
    [InlineData(null, "category", "refund", "language", "en")]
    [InlineData(null, "category", "refund", "language", "*")]
    [InlineData(null, "language", "*")]
    public static void HasACaseForEveryRule(string? message, params string[] pairs)
    {
        var rule = ARule.MaxDropOn("correct", 0.02m, [.. pairs.Chunk(2).Select(p => (p[0], p[1] == "*" ? null : p[1]))]);
        var problems = SuiteCheck.Check(Sound with { Gate = Sound.Gate! with { Rules = [rule] } }, Cases);

        Assert.Equal(message is null ? null : $"evals/support.eval.yaml(22,7): error EG1011: {message}", problems.SingleOrDefault()?.ToString());
    }

    [Fact]
    public static void HasACaseInSomeSliceForARuleOnEach()
    {
        var suite = Sound with { Attributes = [new DeclaredAttribute("language", Place)], Crosses = [], Gate = Sound.Gate! with { Rules = [ARule.Level("correct", 0.8m, new EverySlice())] } };
        var bare = ACase.Of("c", "{}", """{"intent":"x"}""", ("other", "x"));

        Assert.Contains(
            "evals/support.eval.yaml(22,7): error EG1011: no case is in any slice, so this rule judges nothing.",
            SuiteCheck.Check(suite, [bare]).Select(d => d.ToString()));
        Assert.Empty(SuiteCheck.Check(suite, Cases));
    }

    [Fact]
    public static void HasABoundedNumberOfSlices()
    {
        var cases = Enumerable.Range(0, 2001).Select(i => ACase.Of($"c{i}", "{}", """{"intent":"x"}""", ("language", $"l{i}"), ("category", "c"))).ToArray();

        Assert.Equal(
            "evals/support.eval.yaml(1,1): error EG1003: the attributes and crosses make 4004 slices; 2000 are allowed. Use bins, or fewer crosses.",
            Problem(Sound, cases));
    }

    [Fact]
    public static void ReportsWhatCannotBeSlicedAtTheCase()
    {
        var suite = Sound with { Attributes = [.. Sound.Attributes, new HoursAttribute("time", Place, new(PathRoot.Input, ["question"]), null, [new("all", 0, 24)])] };

        Assert.Equal(2, SuiteCheck.Check(suite, Cases).Count(d => d.Code == DiagnosticCodes.NoSliceValue && d.Place.File == "evals/support.cases.jsonl"));
    }

    [Fact]
    public static void ShowsNamesShortAndWithoutTricks()
    {
        var keys = string.Join(',', Enumerable.Range(0, 30).Select(i => $"\"k{i:00}\\u202E\":1"));
        var problem = Problem(Sound with { Metrics = [Metric("output.intent", "expected.none")] }, [.. Cases.Select(c => c with { Expected = ACase.Json($"{{{keys}}}") })]);

        Assert.DoesNotContain('\u202E', problem);
        Assert.EndsWith("k19 , ….", problem, StringComparison.Ordinal);
    }

    private static Metric Metric(string of, string expected) =>
        AMetric.PassFail("correct") with { Scorer = new("exact", false, new Dictionary<string, string> { ["of"] = of, ["expected"] = expected }) };

    private static string Problem(Suite suite, IReadOnlyList<Case> cases) => Assert.Single(SuiteCheck.Check(suite, cases)).ToString();
}
