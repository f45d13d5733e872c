using System.Text.Json.Nodes;
using EvalGate.Reports.Tests.Scenes;

namespace EvalGate.Reports.Tests;

/// <summary><c>verdict.json</c> from the disk or from a stranger.</summary>
public static class AVerdictThatIsReadBack
{
    public static TheoryData<string> Scenes => Scene.Names;

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void GivesTheSameReports(string scene)
    {
        var verdict = Scene.Of(scene) with { Snapshots = null };

        var read = VerdictReader.Read(JsonReport.Write(verdict));

        Assert.Null(read.Problem);
        // Half a surrogate pair is no character: it is written as an escape, and read as the sign for it.
        Assert.Equal(JsonReport.Write(verdict).Replace("\\uFFFD", "\uFFFD", StringComparison.Ordinal), JsonReport.Write(read.Verdict!));
        Assert.Equal(MarkdownReport.Write(verdict), MarkdownReport.Write(read.Verdict!));
        Assert.Equal(TextReport.Write(verdict, new()), TextReport.Write(read.Verdict!, new()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"evalgate":"run","version":1}""")]
    [InlineData("""{"evalgate":"verdict","version":2}""")]
    [InlineData("""{"evalgate":"verdict","version":1,"exit":"0"}""")]
    [InlineData("""{"evalgate":"verdict","evalgate":"verdict","version":1}""")]
    public static void IsRefusedWhenItIsSomethingElse(string text) => Assert.NotNull(VerdictReader.Read(text).Problem);

    [Fact]
    public static void IsRefusedWhenItIsNestedDeeply() => Assert.NotNull(VerdictReader.Read(new string('[', 100_000)).Problem);

    [Fact]
    public static void IsRefusedWhenItSaysGreenOverARegression()
    {
        var forged = JsonNode.Parse(JsonReport.Write(Scene.Of("regressed-everywhere")))!;
        forged["exit"] = 0;
        forged["verdict"] = "held";

        Assert.Contains("contradicts", VerdictReader.Read(forged.ToJsonString()).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suite")]
    [InlineData("metrics")]
    [InlineData("rules")]
    [InlineData("comparisons")]
    [InlineData("judges")]
    [InlineData("unpaired")]
    [InlineData("stack")]
    public static void IsRefusedWithoutAPart(string part)
    {
        var cut = JsonNode.Parse(JsonReport.Write(Scene.Of("regressed-everywhere")))!.AsObject();
        cut.Remove(part);

        Assert.NotNull(VerdictReader.Read(cut.ToJsonString()).Problem);
    }

    [Theory]
    [InlineData("metric", "unheard-of")]
    [InlineData("verdict", "perfect")]
    [InlineData("rule", 99)]
    [InlineData("n", 1e300)]
    public static void IsRefusedWithAFieldThatPointsNowhere(string field, object value)
    {
        var wrong = JsonNode.Parse(JsonReport.Write(Scene.Of("regressed-everywhere")))!;
        wrong["comparisons"]![0]![field] = JsonValue.Create(value);

        Assert.NotNull(VerdictReader.Read(wrong.ToJsonString()).Problem);
    }

    [Theory]
    [InlineData("n", 2_000_000_000)]
    [InlineData("n", -1)]
    [InlineData("people", "splendid")]
    public static void IsRefusedWithLabelsThatNobodyGave(string field, object value)
    {
        var wrong = JsonNode.Parse(JsonReport.Write(Scene.Of("judge-that-agrees")))!;
        wrong["judges"]![0]!["confusion"]![0]!["cells"]![0]![field] = JsonValue.Create(value);

        Assert.NotNull(VerdictReader.Read(wrong.ToJsonString()).Problem);
    }
}
