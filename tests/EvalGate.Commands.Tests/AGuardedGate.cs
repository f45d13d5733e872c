using System.Diagnostics;
using EvalGate.Gating;
using EvalGate.Suites;

namespace EvalGate.Commands.Tests;

/// <summary>A branch that changes what judges it, in a repository of its own.</summary>
public sealed class AGuardedGate : IDisposable
{
    private readonly AProject _project = new();

    public AGuardedGate()
    {
        _project.Write("Toy.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        _project.Write(".github/workflows/evals.yml", "on: pull_request\n");
        Git("init", "--quiet", "--initial-branch=main");
        Commit("before");
        Git("checkout", "--quiet", "-b", "branch");
    }

    [Fact]
    public void ThatNobodyTouchedHasNoChanges()
    {
        _project.Write("prompt.md", "Answer better.\n");
        Commit("after");

        Assert.Empty(Guard().Changes);
    }

    [Theory]
    [InlineData("max_drop: 2pp }", "max_drop: 5pp }", "⚠ correct: max_drop for overall and slices: 2pp, slices 5pp → 5pp")]
    [InlineData("max_drop: 2pp }", "max_drop: 1pp }", "correct: max_drop for overall and slices: 2pp, slices 5pp → 1pp, slices 5pp")]
    [InlineData("max_drop: 2pp }", "max_drop: 2pp, decide: estimate }", "correct: max_drop for overall and slices: 2pp, slices 5pp → 2pp, slices 5pp, decide: estimate")]
    [InlineData("max_drop: 2pp }", "max_drop: 2pp, slice: { language: de } }", "⚠ rule removed: correct: max_drop for overall and slices 2pp, slices 5pp\nrule added: correct: max_drop for language=de 2pp")]
    [InlineData("    - { metric: correct, max_drop: 2pp }", "    - { metric: correct, max_drop: 2pp }\n    - { metric: correct, slice: { language: de }, max_drop: 9pp }", "⚠ rule added: correct: max_drop for language=de 9pp")]
    [InlineData("  rules:", "  max_errors: 3\n  rules:", "⚠ max_errors: 0 → 3")]
    [InlineData("  rules:", "  inconclusive: pass\n  rules:", "⚠ inconclusive: warn → pass")]
    [InlineData("  rules:", "  inconclusive: block\n  rules:", "inconclusive: warn → block")]
    [InlineData("  rules:", "  false_alarms: 1%\n  rules:", "⚠ false_alarms: default → 1%")]
    [InlineData("scorer: exact, of", "scorer: contains, of", "⚠ metric correct is measured differently")]
    [InlineData("  brevity: { scorer: words, of: output.label }\n", "", "⚠ metric brevity removed")]
    public void SaysWhatChangedInWords(string from, string to, string expected)
    {
        Assert.Contains(from, AProject.Suite, StringComparison.Ordinal);
        _project.Write("evals/toy.eval.yaml", AProject.Suite.Replace(from, to, StringComparison.Ordinal));
        Commit("after");

        Assert.Equal(expected, string.Join('\n', Guard().Changes.Select(c => $"{(c.Weakens ? "⚠ " : "")}{c.Text}")));
    }

    [Fact]
    public void CountsTheCasesThatAreGoneAndThoseThatFailed()
    {
        _project.Write("evals/toy.baseline.jsonl", "");
        _project.Generate();
        AcceptCommand.Write(AcceptCommand.Prepare(_project.Load(), [_project.Run(1, "q-00", "q-01"), _project.Run(2, "q-00", "q-01")], "me", null));
        Git("checkout", "--quiet", "main");
        Commit("a baseline");
        Git("checkout", "--quiet", "branch");
        Git("merge", "--quiet", "main");
        var lines = File.ReadAllLines(Path.Combine(_project.Folder, "evals/toy.cases.jsonl"));
        _project.Write("evals/toy.cases.jsonl", string.Join('\n', lines.Skip(3)) + "\n");
        Commit("after");

        var changes = Guard().Changes.Select(c => c.Text).ToArray();
        Assert.Contains("3 cases removed, 2 of them failing", changes);
        Assert.Contains(changes, c => c.StartsWith("slice language=", StringComparison.Ordinal) && c.Contains("shrank", StringComparison.Ordinal));
    }

    [Fact]
    public void NamesNewWaiversBaselinesAndWorkflows()
    {
        _project.Write("evals/waivers.yaml", "- { suite: toy, metric: correct, ceiling: 8pp, reason: known, expires: 2027-01-31 }\n");
        _project.Write(".github/workflows/evals.yml", "on: push\n");
        _project.Generate();
        AcceptCommand.Write(AcceptCommand.Prepare(_project.Load(), [_project.Run(1), _project.Run(2)], "me", "because"));
        Commit("after");

        Assert.Equal(
            [("toy", "waiver of correct in overall: none → up to 8pp until 2027-01-31"), ("toy", "there is a baseline now, accepted by me"), (".github/workflows/evals.yml", "changed")],
            Guard().Changes.Where(c => c.Weakens).Select(c => (c.Subject, c.Text)));
    }

    [Fact]
    public void IsGoneWithItsSuite()
    {
        _project.Delete("evals/toy.eval.yaml");
        _project.Write("evals/new.eval.yaml", AProject.Suite.Replace("suite: toy", "suite: fresh", StringComparison.Ordinal));
        Commit("after");

        Assert.Equal([("fresh", "new suite with 1 rule and 24 cases", false), ("toy", "the suite is gone", true)], Guard().Changes.Select(c => (c.Subject, c.Text, c.Weakens)));
    }

    [Fact]
    public void IsNotBlamedForWhatTheOtherBranchChanged()
    {
        Git("checkout", "--quiet", "main");
        _project.Write("evals/toy.eval.yaml", AProject.Suite.Replace("2pp", "9pp", StringComparison.Ordinal));
        Commit("elsewhere");
        Git("checkout", "--quiet", "branch");

        Assert.Empty(Guard().Changes);
    }

    [Fact]
    public void SaysWhenThereIsNoHistory() => Assert.Contains("fetch-depth: 0", GuardCommand.Execute(_project.Folder, new('a', 40), new YamlLanguage()).Problem, StringComparison.Ordinal);

    public void Dispose() => _project.Dispose();

    private GuardResult Guard()
    {
        var result = GuardCommand.Execute(_project.Folder, "main", new YamlLanguage());
        Assert.Null(result.Problem);
        return result;
    }

    private void Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "-m", message);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = _project.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
