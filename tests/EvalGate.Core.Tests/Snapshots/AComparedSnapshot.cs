using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.Snapshots;

public static class AComparedSnapshot
{
    private const string Answer = """{"intent":"refund","answer":"You can return it within 30 days, of course.","score":0.91,"sources":["kb/2","kb/1"]}""";

    private static readonly SnapshotSettings Usual = new();

    [Fact]
    public static void MatchesToTheCharacterWhateverTheOrderOfKeys() =>
        Assert.Equal(SnapshotVerdict.Match, Compare(Usual, Answer, """{"sources":["kb/2","kb/1"],"score":0.91,"answer":"You can return it within 30 days, of course.","intent":"refund"}""").Verdict);

    [Fact]
    public static void IsNewWhereNothingWasApproved() => Assert.Equal(new(SnapshotVerdict.New, SnapshotPolicy.Block, []), new SnapshotJudge(Usual).Compare(Text(Answer), null, _ => false));

    [Fact]
    public static void NamesEveryPlaceThatDiffers()
    {
        var comparison = Compare(Usual, Answer, """{"intent":"exchange","answer":"You can return it within 14 days, of course.","score":0.91,"sources":["kb/2"],"extra":null}""");

        Assert.Equal(SnapshotVerdict.Changed, comparison.Verdict);
        Assert.Equal(
            [
                ("output.answer", SnapshotPolicy.Review),
                ("output.extra", SnapshotPolicy.Block),
                ("output.intent", SnapshotPolicy.Block),
                ("output.sources.1", SnapshotPolicy.Block),
            ],
            comparison.Differences.Select(d => (d.Path, d.Policy)));
    }

    [Theory]
    [InlineData("answer", "You can return it within 14 days, of course.", SnapshotPolicy.Review)]
    [InlineData("intent", "exchange", SnapshotPolicy.Block)]
    public static void IsForReviewWhereProseChangedAndBlocksElsewhere(string key, string value, SnapshotPolicy policy) =>
        Assert.Equal(policy, Compare(Usual, Answer, With(key, $"\"{value}\"")).Policy);

    [Fact]
    public static void FollowsThePolicyOfTheLongestPath()
    {
        var settings = Usual with { Policy = SnapshotPolicy.Block, Fields = [Field("output", SnapshotPolicy.Review), Field("output.sources", SnapshotPolicy.Block), Field("output.score", SnapshotPolicy.Off)] };

        Assert.Equal(SnapshotPolicy.Review, Compare(settings, Answer, With("intent", "\"exchange\"")).Policy);
        Assert.Equal(SnapshotPolicy.Block, Compare(settings, Answer, With("sources", "[]")).Policy);
        Assert.Equal(SnapshotVerdict.Equivalent, Compare(settings, Answer, With("score", "0.2")).Verdict);
    }

    [Theory]
    [InlineData("ignore", "score", "17", true)]
    [InlineData("ignore", "intent", "\"exchange\"", false)]
    [InlineData("unordered", "sources", "[\"kb/1\",\"kb/2\"]", true)]
    [InlineData("unordered", "sources", "[\"kb/1\",\"kb/1\"]", false)]
    [InlineData("tolerance", "score", "0.919", true)]
    [InlineData("tolerance", "score", "0.93", false)]
    [InlineData("tolerance", "score", "\"0.91\"", false)]
    [InlineData("loose", "answer", "\"You can  RETURN it\\nwithin **30** days, of course.\"", true)]
    [InlineData("loose", "answer", "\"You can return it within 14 days, of course.\"", false)]
    [InlineData("facts", "answer", "\"Of course: returning it takes you no more than 30 days.\"", false)]
    [InlineData("facts", "answer", "\"Of course you can return it within 30 days.\"", true)]
    [InlineData("plain", "score", "0.910", true)]
    [InlineData("plain", "score", "1e400", false)]
    public static void IsEquivalentAsTheSuiteSays(string what, string key, string value, bool same)
    {
        var settings = what switch
        {
            "ignore" => Usual with { Ignore = [Path("output.score")] },
            "unordered" => Usual with { Unordered = [Path("output.sources")] },
            "tolerance" => Usual with { Tolerance = 0.01m },
            "loose" => Usual with { Compare = TextComparison.Loose },
            "facts" => Usual with { Compare = TextComparison.Facts },
            _ => Usual,
        };

        Assert.Equal(same ? SnapshotVerdict.Equivalent : SnapshotVerdict.Changed, Compare(settings, Answer, With(key, value)).Verdict);
    }

    [Fact]
    public static void TakesPathsThroughLists()
    {
        var settings = Usual with { Ignore = [Path("output.items.id")] };

        Assert.Equal(SnapshotVerdict.Equivalent, Compare(settings, """{"items":[{"id":1,"n":"a"},{"id":2,"n":"b"}]}""", """{"items":[{"id":7,"n":"a"},{"n":"b"}]}""").Verdict);
        Assert.Equal("output.items.1.n", Assert.Single(Compare(settings, """{"items":[{"id":1,"n":"a"},{"id":2,"n":"b"}]}""", """{"items":[{"id":7,"n":"a"},{"n":"c"}]}""").Differences).Path);
    }

    [Fact]
    public static void MayBeTheSameLinesInAnyOrder()
    {
        var settings = Usual with { Compare = TextComparison.Lines };

        Assert.Equal(SnapshotVerdict.Equivalent, Compare(settings, "\"- tent\\n- stove\\n\"", "\"- stove\\n\\n- tent\"").Verdict);
        Assert.Equal(SnapshotVerdict.Changed, Compare(settings, "\"- tent\\n- stove\"", "\"- stove\\n- stove\"").Verdict);
    }

    [Fact]
    public static void MatchesAnAlternativeBeforeItIsCompared()
    {
        var judge = new SnapshotJudge(Usual);
        var approved = new ApprovedSnapshot(Text("\"one\""), [Text("\"two\"")]);

        Assert.Equal(SnapshotVerdict.MatchesAlternative, judge.Compare(Text("\"two\""), approved, _ => false).Verdict);
        Assert.Equal(SnapshotVerdict.Changed, judge.Compare(Text("\"three\""), approved, _ => false).Verdict);
    }

    [Fact]
    public static void IsStaleWhenItWasApprovedForAnotherInput()
    {
        var comparison = new SnapshotJudge(Usual).Compare(Text(Answer), new(Text(Answer), []), hash => hash == Text(Answer).Hash);

        Assert.Equal((SnapshotVerdict.Stale, SnapshotPolicy.Block, false), (comparison.Verdict, comparison.Policy, comparison.IsApproved));
    }

    [Fact]
    public static void IsNotTheSameAsAnotherKindOfValue() =>
        Assert.Equal(SnapshotVerdict.Changed, new SnapshotJudge(Usual).Compare(Text("5"), new(Text("\"5\""), []), _ => false).Verdict);

    [Fact]
    public static void MayHoldATextThatIsNoJson() => Assert.Equal(
        SnapshotVerdict.Changed,
        new SnapshotJudge(Usual).Compare(Text(Answer), new(new("{ \"intent\": <<<<<<< merge", "json"), []), _ => false).Verdict);

    private static SnapshotComparison Compare(SnapshotSettings settings, string verified, string received) =>
        new SnapshotJudge(settings).Compare(Text(received), new(Text(verified), []), _ => false);

    private static string With(string key, string value)
    {
        var answer = System.Text.Json.Nodes.JsonNode.Parse(Answer)!.AsObject();
        answer[key] = System.Text.Json.Nodes.JsonNode.Parse(value);
        return answer.ToJsonString();
    }

    private static SnapshotText Text(string json) => SnapshotText.Of(ACase.Json(json));

    private static SnapshotField Field(string path, SnapshotPolicy policy) => new(Path(path), policy);

    private static JsonPath Path(string text) => JsonPath.TryParse(text, out var path) ? path : throw new ArgumentException(text);
}
