using System.Diagnostics;
using EvalGate.PackageTests;

namespace EvalGate.Tool.PackageTests;

/// <summary>A subject without a switch that became slower since the last commit.</summary>
public sealed class AnEarlierCommit(TheTool tool) : IDisposable
{
    private readonly DirectoryInfo _folder = tool.NewFolder();

    [Fact]
    public void AnswersInTurnWithTodaysCode()
    {
        Start();
        Edit("evals/SampleSubject.cs", "Sleep(20)", "Sleep(300)");
        tool.Dotnet(_folder.FullName, "build").Exits(0);
        var before = Git("status", "--porcelain");

        tool.Run(_folder.FullName, "ab", "--baseline-ref", "main", "--blocks", "2").Exits(1).Says("Building main@", "Part 2 of 2: your code", "sample: REGRESSED", "latency_ms A/B");

        Assert.Equal(" M evals/SampleSubject.cs\n", before);
        Assert.Equal(before, Git("status", "--porcelain"));
        Assert.Single(Git("worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void IsNamedWhenItDoesNotBuild()
    {
        Start();
        Edit("evals/SampleSubject.cs", "Sleep(20)", "Slepe(20)");
        Git("commit", "--quiet", "--all", "--message=broken");

        tool.Run(_folder.FullName, "ab", "--baseline-ref", "main").Exits(3).Says("does not build, so there is nothing to compare with", "error CS0117");

        Assert.Single(Git("worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>A project with a rule on how a duration changes, accepted and committed.</summary>
    private void Start()
    {
        TheTool.AddTestProject(_folder);
        tool.Run(_folder.FullName, "init").Exits(0);
        Edit("evals/SampleSubject.cs", "var knows =", "Thread.Sleep(20); var knows =");
        Edit("evals/sample.eval.yaml", "metrics:", "metrics:\n  latency_ms: { scorer: duration }");
        Edit("evals/sample.eval.yaml", "rules:", "rules:\n    - { metric: latency_ms, max_rise: 10% }");
        File.WriteAllText(Path.Combine(_folder.FullName, ".gitignore"), "bin/\nobj/\nTestResults/\n");
        tool.Dotnet(_folder.FullName, "test");
        tool.Run(_folder.FullName, "accept", "--yes").Exits(0);
        Git("init", "--quiet", "--initial-branch=main");
        Git("add", "--all");
        Git("commit", "--quiet", "--message=first");
    }

    private void Edit(string file, string from, string to)
    {
        var path = Path.Combine(_folder.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
