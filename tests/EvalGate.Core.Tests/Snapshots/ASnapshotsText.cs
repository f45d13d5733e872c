using System.Text.Json;
using CsCheck;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.Snapshots;

public static class ASnapshotsText
{
    [Fact]
    public static void IsProseAsItIs() => Assert.Equal(new("# Hello\n\nYou can *return* it.", "md"), Of("\"# Hello\\r\\n\\r\\nYou can *return* it.\\n\""));

    [Fact]
    public static void IsSortedAndIndentedJsonForTheRest() => Assert.Equal(
        new("""
            {
              "a": [
                1.50,
                {}
              ],
              "b": "<ü & 日本>",
              "c": null
            }
            """.ReplaceLineEndings("\n"),
            "json"),
        Of("""{"c":null,"b":"<ü & 日本>","a":[1.50,{}]}"""));

    [Theory]
    [InlineData("\"\\u001b[31mred\"", "\"\\u001b[31mred\"")]
    [InlineData("\"safe\\u202etxt.exe\"", "\"safe\\u202etxt.exe\"")]
    [InlineData("\"half \\ud83d pair\"", "\"half \\ud83d pair\"")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"\\n\"", "\"\\n\"")]
    [InlineData("\"a\\u0000b\\u2028\"", "\"a\\u0000b\\u2028\"")]
    public static void ShowsWhatNobodyWouldSee(string json, string text) => Assert.Equal(new(text, "json"), Of(json));

    [Theory]
    [InlineData("\uFEFFa\r\nb\r\n\r\n", "a\nb")]
    [InlineData("a\nb", "a\nb")]
    [InlineData("", "")]
    public static void IsReadTolerantly(string stored, string text) => Assert.Equal(text, SnapshotText.Normal(stored));

    [Fact]
    public static void IsTheSameWhenItIsReadBack() => Property.HoldsFor(Gen.String, 1000, value =>
    {
        var text = SnapshotText.Of(JsonSerializer.SerializeToElement(value));

        Assert.Equal(text.Text, SnapshotText.Normal(text.Text));
        Assert.NotEqual("", text.Text);
    });

    [Fact]
    public static void DiffersForDifferentValues() => Property.HoldsFor(Gen.Select(Gen.String, Gen.String), 1000, pair =>
    {
        var (a, b) = (JsonSerializer.SerializeToElement(pair.Item1).GetString()!, JsonSerializer.SerializeToElement(pair.Item2).GetString()!);
        Assert.Equal(SnapshotText.Normal(a) == SnapshotText.Normal(b) && a.Length > 0 == b.Length > 0, Text(a) == Text(b));
    });

    private static SnapshotText Text(string value) => SnapshotText.Of(JsonSerializer.SerializeToElement(value));

    private static SnapshotText Of(string json) => SnapshotText.Of(ACase.Json(json));
}
