using EvalGate.Commands;

namespace EvalGate.Xunit.Tests;

public static class TheStepSummary
{
    private const string Report = "## ✅ EvalGate support: clear\n\n| a |\n";

    private static ShownVerdict Verdict { get; } = new("support", Effect.Passes, "clear", "the text\n") { Report = Report };

    [Fact]
    public static void GetsTheReportOfEachSuite()
    {
        using var folder = new TempFolder();
        var path = folder.Write("summary.md", "from another step\n");

        var shown = Summarise(path, Verdict);
        Summarise(path, Verdict);

        Assert.Equal("from another step\n" + Report + "\n" + Report + "\n", File.ReadAllText(path));
        Assert.Equal(Verdict, shown);
    }

    [Fact]
    public static void GetsTheHeadlineAloneWhereTheReportDoesNotFit()
    {
        using var folder = new TempFolder();
        var before = new string('x', (1024 * 1024) - 50);
        var path = folder.Write("summary.md", before);

        var headline = Summarise(path, Verdict with { Report = Report + new string('y', 100) });
        var nothing = Summarise(path, Verdict);

        Assert.Equal(before + "## ✅ EvalGate support: clear\n\n", File.ReadAllText(path));
        Assert.Equal("the text\n", headline.Text);
        Assert.Equal("the text\nThe step summary is full: 1 MiB.\n", nothing.Text);
    }

    [Fact]
    public static void ThatCannotBeWrittenCostsASentence()
    {
        using var folder = new TempFolder();

        var shown = Summarise(folder.Path, Verdict);

        Assert.Equal(Effect.Passes, shown.Effect);
        Assert.StartsWith($"the text\nThe step summary was not written: {folder.Path}: ", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public static void IsLeftAloneOutsideGitHub() => Assert.Equal(Verdict, SuiteGate.Summarise(Verdict, ABuiltProject.InCi));

    private static ShownVerdict Summarise(string path, ShownVerdict verdict) => SuiteGate.Summarise(verdict, ABuiltProject.InCi with { StepSummary = path });
}
