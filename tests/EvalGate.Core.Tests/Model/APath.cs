using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Model;

public static class APath
{
    [Theory]
    [InlineData("input", PathRoot.Input)]
    [InlineData("expected.intent", PathRoot.Expected, "intent")]
    [InlineData("output.items.0.name", PathRoot.Output, "items", "0", "name")]
    [InlineData("input.asked at", PathRoot.Input, "asked at")]
    public static void IsARootAndSteps(string text, PathRoot root, params string[] steps)
    {
        Assert.True(JsonPath.TryParse(text, out var path));
        Assert.Equal((root, text), (path.Root, path.ToString()));
        Assert.Equal(steps, path.Steps);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Input.x")]
    [InlineData("answer")]
    [InlineData("input.")]
    [InlineData(".input")]
    [InlineData("input..x")]
    [InlineData("input. .x")]
    [InlineData("outputs.x")]
    public static void IsNothingElse(string text)
    {
        Assert.False(JsonPath.TryParse(text, out var path));
        Assert.Null(path);
    }

    [Theory]
    [InlineData("input", """{"a":[{"b":null},2],"0":"zero"}""")]
    [InlineData("input.a.0", """{"b":null}""")]
    [InlineData("input.a.0.b", "null")]
    [InlineData("input.a.1", "2")]
    [InlineData("input.0", "\"zero\"")]
    [InlineData("input.a.2", null)]
    [InlineData("input.a.-1", null)]
    [InlineData("input.a.99999999999", null)]
    [InlineData("input.a.b", null)]
    [InlineData("input.A", null)]
    [InlineData("input.a.0.b.c", null)]
    [InlineData("input.0.0", null)]
    public static void LeadsToAValueOrNowhere(string text, string? json)
    {
        Assert.True(JsonPath.TryParse(text, out var path));

        Assert.Equal(json, path.Find(ACase.Json("""{"a":[{"b":null},2],"0":"zero"}"""))?.GetRawText());
    }

    [Fact]
    public static void LeadsNowhereWhereThereIsNoValue() => Assert.Null(new JsonPath(PathRoot.Expected, []).Find(default));

    [Fact]
    public static void IsEqualToOneWrittenAlike()
    {
        var path = new JsonPath(PathRoot.Input, ["a", "b"]);

        Assert.Equal(new JsonPath(PathRoot.Input, ["a", "b"]), path);
        Assert.Equal(new JsonPath(PathRoot.Input, ["a", "b"]).GetHashCode(), path.GetHashCode());
        Assert.NotEqual(new JsonPath(PathRoot.Output, ["a", "b"]), path);
        Assert.NotEqual(new JsonPath(PathRoot.Input, ["a", "B"]), path);
        Assert.NotEqual(new JsonPath(PathRoot.Input, ["a"]), path);
    }
}
