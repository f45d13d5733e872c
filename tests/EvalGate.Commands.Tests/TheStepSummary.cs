using EvalGate.Files;

namespace EvalGate.Commands.Tests;

public static class TheStepSummary
{
    private const string Report = "## ✅ EvalGate support: clear\n\n| a |\n";

    [Fact]
    public static void GetsTheReportOfEachSuite()
    {
        using var folder = new TempFolder();
        var path = folder.Write("summary.md", "from another step\n");

        Assert.Null(Append(path, Report));
        Assert.Null(Append(path, Report));

        Assert.Equal("from another step\n" + Report + "\n" + Report + "\n", File.ReadAllText(path));
    }

    [Fact]
    public static void GetsTheHeadlineAloneWhereTheReportDoesNotFit()
    {
        using var folder = new TempFolder();
        var before = new string('x', (1024 * 1024) - 50);
        var path = folder.Write("summary.md", before);

        Assert.Null(Append(path, Report + new string('y', 100)));
        Assert.Equal("The step summary is full: 1 MiB.", Append(path, Report));

        Assert.Equal(before + "## ✅ EvalGate support: clear\n\n", File.ReadAllText(path));
    }

    [Fact]
    public static void ThatCannotBeWrittenCostsASentence()
    {
        using var folder = new TempFolder();

        Assert.StartsWith($"The step summary was not written: {folder.Path}: ", Append(folder.Path, Report), StringComparison.Ordinal);
    }

    [Fact]
    public static void IsLeftAloneOutsideGitHubAndWithoutAReport()
    {
        using var folder = new TempFolder();

        Assert.Null(StepSummary.Append(Report, EvalEnvironment.Read(_ => null, null)));
        Assert.Null(Append(folder["summary.md"], null));
        Assert.False(File.Exists(folder["summary.md"]));
    }

    private static string? Append(string path, string? report) => StepSummary.Append(report, EvalEnvironment.Read(name => name == "GITHUB_STEP_SUMMARY" ? path : null, null));
}
