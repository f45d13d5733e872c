using System.Diagnostics;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Suites;

namespace EvalGate.Tool.Tests;

public sealed class AnAbSessionBetweenCommits : IDisposable
{
    private readonly Workplace _place = new();
    private readonly List<AbBlock> _blocks = [];
    private readonly List<string> _built = [];

    public AnAbSessionBetweenCommits()
    {
        AProject.In(_place, folder: "evals-of-toy");
        var suite = _place.Read("evals-of-toy/evals/toy.eval.yaml").Replace("metrics:\n", "metrics:\n  latency_ms: { scorer: duration }\n", StringComparison.Ordinal)
            .Replace("    - { metric: correct, max_drop: 2pp }\n", "    - { metric: latency_ms, max_rise: 10% }\n", StringComparison.Ordinal);
        _place.Write("evals-of-toy/evals/toy.eval.yaml", suite);
        _place.Write(".gitignore", "TestResults/\n");
        Record(new("", false, _place["evals-of-toy"], new(1, 1), _place["evals-of-toy/TestResults/evalgate"]), 5, record => record, isWhole: true);
        _place.Run("accept --yes").Exits(0);
        Git("init", "--quiet", "--initial-branch=main");
        Git("add", "--all");
        Git("commit", "--quiet", "--message=first");
    }

    [Theory]
    [InlineData(130, 1, "latency_ms A/B", "REGRESSED", "against 'main@")]
    [InlineData(100, 0, "latency_ms A/B", "clear")]
    public void JudgesTheRatiosOfDurations(double candidate, int exit, params string[] says)
    {
        var outcome = Run("ab --baseline-ref main", candidate).Exits(exit).Says(says);

        Assert.Contains("Building main@", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Part 8 of 8: your code …", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void GivesEachSideEveryPartAndTheFirstTurnAlternately()
    {
        Run("ab --baseline-ref HEAD --blocks 4", candidate: 100).Exits(0);

        Assert.Equal(["1/4", "1/4", "2/4", "2/4", "3/4", "3/4", "4/4", "4/4"], _blocks.Select(b => b.Part.ToString()));
        Assert.Equal([true, false, false, true, true, false, false, true], _blocks.Select(b => b.IsBaseline));
        Assert.All(_blocks.Where(b => !b.IsBaseline), b => Assert.Equal(_place["evals-of-toy"], b.Folder));
    }

    [Fact]
    public void BuildsTheFilesOfTheCommitAndLeavesThoseOfPeopleAlone()
    {
        _place.Write("evals-of-toy/changed.txt", "mine");
        _place.Write("evals-of-toy/Toy.csproj", "mine");
        var status = Git("status", "--porcelain");

        var seen = "";
        Run("ab --baseline-ref HEAD", 100, onBuild: folder => seen = File.ReadAllText(Path.Combine(folder, "Toy.csproj"))).Exits(0);

        Assert.Equal("<Project Sdk=\"Microsoft.NET.Sdk\" />", seen);
        Assert.Equal(status, Git("status", "--porcelain"));
        LeavesNothing();
    }

    [Fact]
    public void IsNotHeldWithACommitThatDoesNotExist()
    {
        var outcome = Run("ab --baseline-ref mian", 100).Exits(3);

        Assert.Contains("error EG1011: there is no commit 'mian' here. Where the history was cut short, as CI does, fetch it first: git fetch origin mian, and name FETCH_HEAD.", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_blocks);
    }

    [Fact]
    public void IsNotHeldWithACommitThatDoesNotBuild()
    {
        var outcome = Run("ab --baseline-ref main", 100, builds: "  Toy.cs(1,1): error CS1002: ; expected").Exits(3);

        Assert.Contains("does not build, so there is nothing to compare with. Name a commit that does, or compare with a variant in one program (--variant).\n  Toy.cs(1,1): error CS1002", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_blocks);
        LeavesNothing();
    }

    [Fact]
    public void IsNotHeldWithACommitBeforeTheSuite()
    {
        Git("rm", "--quiet", "-r", "--cached", "evals-of-toy/evals");
        Git("commit", "--quiet", "--message=without");

        var outcome = Run("ab toy --baseline-ref main", 100).Exits(3);

        Assert.Contains("has no suite 'toy' in this project, so that its code cannot answer the cases.", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(_built);
        LeavesNothing();
    }

    [Fact]
    public void IsNotHeldOutsideARepository()
    {
        Directory.Move(_place[".git"], _place[".not-git"]);

        Assert.Contains("this is no git repository with a commit", Run("ab --baseline-ref main", 100).Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EndsWithThePartThatLeftNoRun()
    {
        var outcome = _place.Run("ab --baseline-ref main", t => t with { RunBlock = (block, _) => _blocks.Add(block) }).Exits(3);

        Assert.Equal(["1/8", "1/8"], _blocks.Select(b => b.Part.ToString()));
        Assert.Contains("the tests made no run of 'toy' against 'main@", outcome.Error, StringComparison.Ordinal);
        LeavesNothing();
    }

    [Fact]
    public void PutsItsFilesAwayWhenItIsStopped()
    {
        var outcome = _place.Run("ab --baseline-ref main", t => t with { RunBlock = (_, _) => throw new OperationCanceledException() }).Exits(3);

        Assert.Contains("Stopped: nothing was judged, and the worktree is gone.", outcome.Error, StringComparison.Ordinal);
        LeavesNothing();
    }

    [Theory]
    [InlineData("--baseline-ref main --variant old", "--variant and --baseline-ref exclude each other")]
    [InlineData("--baseline-ref main --blocks 1", "--blocks is a whole number from 2 to 100.")]
    public void RefusesWhatMakesNoSense(string options, string complaint) =>
        Assert.Contains(complaint, _place.Run($"ab {options}").Exits(3).Error, StringComparison.Ordinal);

    [Fact]
    public void IsNotJudgedFromRecordings() => Assert.Contains(
        "answered no case (answered from a recording, which says nothing of durations: run with EVALGATE_RECORDINGS=live)",
        NotJudged((block, record) => record with { IsReplayed = block.IsBaseline }),
        StringComparison.Ordinal);

    [Fact]
    public void IsNotJudgedOnCasesThatHaveChangedSince() => Assert.Contains(
        "knows none of these cases as they are now", NotJudged((block, record) => block.IsBaseline ? record with { Hash = "other" } : record), StringComparison.Ordinal);

    public void Dispose() => _place.Dispose();

    private Outcome Run(string arguments, double candidate, Action<string>? onBuild = null, string? builds = null, Func<AbBlock, RunRecord, RunRecord>? change = null) => _place.Run(arguments, t => t with
    {
        BuildEarlier = (folder, _) =>
        {
            _built.Add(folder);
            onBuild?.Invoke(folder);
            return builds;
        },
        RunBlock = (block, _) =>
        {
            _blocks.Add(block);
            Record(block, block.IsBaseline ? 100 : candidate, record => change?.Invoke(block, record) ?? record);
        },
    });

    private string NotJudged(Func<AbBlock, RunRecord, RunRecord> change) =>
        string.Join(' ', Run("ab --baseline-ref main", 100, change: change).Exits(2).Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void LeavesNothing()
    {
        Assert.Single(Git("worktree", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(_built.Concat(_blocks.Where(b => b.IsBaseline).Select(b => b.Folder)), folder => Assert.False(Directory.Exists(folder)));
    }

    /// <summary>Writes a run of a part of the cases as a test host would leave it.</summary>
    private static void Record(AbBlock block, double duration, Func<RunRecord, RunRecord> change, bool isWhole = false)
    {
        var loaded = ProjectSuites.Read(Path.Combine(block.Folder, "evals", "toy.eval.yaml"), new YamlLanguage());
        var started = DateTimeOffset.UnixEpoch.AddHours(isWhole ? 0 : block.Part.Index);
        using var writer = RunWriter.Create(Path.Combine(block.Results, "net10.0", "toy"), new()
        {
            Suite = "toy",
            RunId = $"r{block.Part.Index}",
            Started = started,
            DatasetHash = ContentHash.OfDataset(loaded.Cases),
            Cases = loaded.Cases.Count,
            Repetitions = 1,
            Metrics = loaded.Suite!.Scored.ToDictionary(m => m.Name, m => m.Fingerprint),
            Machine = "test",
            ToolVersion = "1.0.0",
            Shard = isWhole ? null : block.Part.ToString(),
        });
        foreach (var (i, @case) in loaded.Cases.Index().Where(c => block.Part.Contains(c.Item.Id)))
        {
            writer.Append(change(new()
            {
                CaseId = @case.Id,
                Hash = @case.Hash,
                Repetition = 1,
                DurationMs = duration + (block.IsBaseline ? i % 5 : i % 7),
                Scores = new Dictionary<string, double?> { ["correct"] = 1, ["latency_ms"] = duration + (block.IsBaseline ? i % 5 : i % 7) },
            }));
        }

        writer.Finish(new(writer.Records, started.AddMinutes(1), new Dictionary<string, string>()));
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = _place.Folder, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
