using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.Snapshots;

public static class AProjectedOutput
{
    private const string Output = """{"answer":"You have 30 days.","score":0.9,"items":[{"id":1,"name":"tent"},{"id":2,"name":"stove"}]}""";

    [Theory]
    [InlineData("output.answer", "You have 30 days.", "md")]
    [InlineData("output.score", "0.9", "json")]
    [InlineData("output.items.1.name", "stove", "md")]
    public static void IsThePartThatIsNamed(string of, string text, string extension) => Assert.Equal(new(text, extension), Of(new() { Of = Path(of) }));

    [Fact]
    public static void LeavesOutWhatDoesNotMatter() => Assert.Equal(
        """
        {
          "answer": "You have 30 days.",
          "items": [
            {
              "name": "tent"
            },
            {
              "name": "stove"
            }
          ]
        }
        """.ReplaceLineEndings("\n"),
        Of(new() { Ignore = [Path("output.items.id")], Fields = [new(Path("output.score"), SnapshotPolicy.Off)] }).Text);

    [Fact]
    public static void IsTheSameWithWhatDoesNotMatterAsWithout()
    {
        var settings = new SnapshotSettings { Ignore = [Path("output.items.id"), Path("output.score")] };

        Assert.Equal(SnapshotVerdict.Equivalent, new SnapshotJudge(settings).Compare(Of(settings), new(Of(new()), []), _ => false).Verdict);
    }

    [Fact]
    public static void MayBeItsFacts() =>
        Assert.Equal("30", ACase.Json(Of(new() { Of = Path("output.answer"), Store = SnapshotContent.Facts }).Text).GetProperty("numbers")[0].GetString());

    [Fact]
    public static void IsAnErrorWhereThePartIsMissingOrTooLong()
    {
        Assert.Equal("'output.reply' is not there: 'snapshots' has nothing to store", Assert.Throws<ScorerException>(() => Of(new() { Of = Path("output.reply") })).Message);
        var huge = System.Text.Json.JsonSerializer.Serialize(new string('x', SnapshotText.Longest + 1));
        Assert.StartsWith("the output has 16,777,217 characters; a snapshot holds 16,777,216.", Assert.Throws<ScorerException>(() => SnapshotProjection.Of(new(), ACase.Json(huge))).Message, StringComparison.Ordinal);
    }

    private static SnapshotText Of(SnapshotSettings settings) => SnapshotProjection.Of(settings, ACase.Json(Output));

    private static JsonPath Path(string text) => JsonPath.TryParse(text, out var path) ? path : throw new ArgumentException(text);
}
