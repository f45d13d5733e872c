using System.Diagnostics;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class EarlierBaselines
{
    [Fact]
    public static void AreReadFromTheRepositorysHistoryNewestFirst()
    {
        using var folder = new TempFolder();
        Git(folder, "init", "-q");
        Accept(folder, "r1");
        Commit(folder);
        Accept(folder, "r2");
        Commit(folder);
        folder.Write("evals/support.baseline.jsonl", "not a baseline\n");
        Commit(folder);
        Accept(folder, "r3");

        Assert.Equal(["r2", "r1"], Read(folder, 5));
        Assert.Equal(["r2"], Read(folder, 2));
    }

    [Fact]
    public static void AreNoneOutsideARepository()
    {
        using var folder = new TempFolder();
        Accept(folder, "r1");

        Assert.Empty(Read(folder, 5));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("src/My Project", "src/My Project")]
    public static void LieInAFolderThatTheRepositoryKnows(string relative, string expected)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder[".git"]);
        Directory.CreateDirectory(folder[relative]);

        Assert.Equal(expected, GitHead.PathInRepository(folder[relative]));
    }

    private static string[] Read(TempFolder folder, int most) =>
        [.. BaselineHistory.Read(folder["evals/support.baseline.jsonl"], "support", most).Select(b => b.Header.Runs[0])];

    private static void Accept(TempFolder folder, string run) =>
        BaselineFile.Write(folder["evals/support.baseline.jsonl"], WrittenBaseline.Sample with { Header = WrittenBaseline.Sample.Header with { Runs = [run] } });

    private static void Commit(TempFolder folder)
    {
        Git(folder, "add", "-A");
        Git(folder, "-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "baseline");
    }

    private static void Git(TempFolder folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
