using System.Globalization;
using EvalGate.Gating;
using EvalGate.Reports.Tests.Scenes;

namespace EvalGate.Reports.Tests;

public static class TheMarkdownReport
{
    public static TheoryData<string> Scenes => Scene.Names;

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void ReadsAsApproved(string scene) => Approved.Is($"{scene}.md", MarkdownReport.Write(Scene.Of(scene)));

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void IsTheSameUnderACommaCulture(string scene)
    {
        var verdict = Scene.Of(scene);

        Assert.Equal(MarkdownReport.Write(verdict), CommaCulture.Outside(() => MarkdownReport.Write(verdict)));
    }

    [Theory]
    [InlineData("language")]
    [InlineData("the_language_in_which_the_customer_wrote_the_first_message_of_the_conversation")]
    [InlineData("|<@#`*_[]()>|")]
    public static void StaysWithinItsLimitWithTwoThousandSlices(string attribute)
    {
        var verdict = Many(2000, attribute);

        var report = MarkdownReport.Write(verdict);

        Assert.InRange(report.Length, 20_000, MarkdownReport.Limit);
        Assert.StartsWith("## ❌ EvalGate support: REGRESSED", report, StringComparison.Ordinal);
        Assert.Contains("**Next:**", report, StringComparison.Ordinal);
        Assert.Contains("- Changed since the baseline", report, StringComparison.Ordinal);
        Assert.Contains("more are in verdict.json.", report, StringComparison.Ordinal);
    }

    [Fact]
    public static void DropsRowsBehindTheFoldBeforeRowsOfTheTable()
    {
        var report = MarkdownReport.Write(Many(2000, "language"));
        var fold = report.IndexOf("<details>", StringComparison.Ordinal);

        Assert.Equal(50, Rows(report[..fold]));
        Assert.InRange(Rows(report[fold..]), 51, 1999);
        Assert.EndsWith("</details>\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public static void HasNoFoldWhereTheTableShowsAll() =>
        Assert.DoesNotContain("<details>", MarkdownReport.Write(Scene.Of("regressed-everywhere")), StringComparison.Ordinal);

    [Fact]
    public static void NamesWhatIsProvenBetterAsSuch()
    {
        var report = MarkdownReport.Write(Scene.Of("regressed-behind-a-better-average"));

        Assert.Contains("| ✅ | `language=en` | `correct` |", report[..report.IndexOf("<details>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("| held, better (", report, StringComparison.Ordinal);
        Assert.Contains("| ❌ | `language=de` | `correct` |", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(3, "Several changed at once: the verdict cannot tell which did it.")]
    public static void ShowsWhichComponentsChanged(int changed, string expected)
    {
        string[] names = ["prompt", "model", "index"];
        var stack = names.Select((n, i) => new StackChange(n, "old", i < changed ? "new" : "old"));

        var report = MarkdownReport.Write(Scene.Of("clear") with { Stack = [.. stack] });
        var section = report[report.IndexOf("### What changed in the stack", StringComparison.Ordinal)..];

        Assert.Equal(changed, section.Split("| `old` | `new` |").Length - 1);
        Assert.Equal(changed == 1, section.Contains("| `model`, `index` | unchanged | |", StringComparison.Ordinal));
        Assert.Equal(expected.Length > 0, section.Contains("Several changed at once", StringComparison.Ordinal));
        Assert.Contains(expected, section, StringComparison.Ordinal);
    }

    private static int Rows(string table) => table.Split('\n').Count(line => line.Contains("| `correct` |", StringComparison.Ordinal));

    /// <summary>A verdict with so many slices, every second of them regressed.</summary>
    private static SuiteVerdict Many(int slices, string attribute)
    {
        var verdict = Scene.Of("regressed-behind-a-better-average");
        var slice = verdict.Comparisons.Single(c => c.Verdict == Verdict.Regressed);
        var held = verdict.Comparisons.Single(c => c.Slice.IsOverall);
        return verdict with
        {
            Comparisons =
            [
                held,
                .. Enumerable.Range(0, slices).Select(i => (i % 2 == 0 ? slice : held) with
                {
                    Slice = new([new(attribute, string.Create(CultureInfo.InvariantCulture, $"value-{i:0000}"))]),
                }),
            ],
        };
    }
}
