using EvalGate.Reports.Tests.Scenes;

namespace EvalGate.Reports.Tests;

public static class TheTextReport
{
    private const string Path = "example-project/TestResults/evalgate/net10.0/support/report.md";

    public static TheoryData<string> Scenes => Scene.Names;

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void ReadsAsApproved(string scene) => Approved.Is($"{scene}.txt", Written(scene));

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void IsTheSameUnderACommaCulture(string scene) => Assert.Equal(Written(scene), CommaCulture.Outside(() => Written(scene)));

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void StartsWithTheVerdict(string scene)
    {
        var headline = TextReport.Headline(Scene.Of(scene));
        var firstLine = Written(scene).Split('\n')[0];

        Assert.StartsWith("support: ", headline, StringComparison.Ordinal);
        Assert.StartsWith(firstLine, headline, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void FitsOnOneScreen(string scene)
    {
        var lines = Written(scene).Split('\n');

        Assert.InRange(lines.Length, 3, 45);
        Assert.All(lines, line => Assert.InRange(Columns.Of(line), 0, 80));
    }

    [Fact]
    public static void KeepsALongPathWholeOnALineOfItsOwn()
    {
        var path = $"/{new string('x', 100)}/report.md";

        var lines = TextReport.Write(Scene.Of("clear"), new() { ReportPath = path }).Split('\n');

        Assert.Equal(["Full report:", path, ""], lines[^3..]);
    }

    [Fact]
    public static void IsNarrowerWhenAskedTo() =>
        Assert.All(TextReport.Write(Scene.Of("every-kind-of-metric"), new() { Width = 60 }).Split('\n'), line => Assert.InRange(Columns.Of(line), 0, 60));

    private static string Written(string scene) => TextReport.Write(Scene.Of(scene), new() { ReportPath = Path });
}
