using System.Diagnostics;
using System.IO.Compression;
using EvalGate.GitHub.Tests;

namespace EvalGate.Tool.Tests;

/// <summary>A suite that is judged against the newest accepted run of main, in a repository of three commits and a branch.</summary>
public sealed class ABaselineOfABranch : IDisposable
{
    private readonly Workplace _place = new();
    private readonly byte[] _zip;
    private readonly string[] _commits;

    public ABaselineOfABranch()
    {
        var project = AProject.In(_place);
        project.Run(0);
        _place.Run("accept --yes").Exits(0);
        _zip = Zipped(_place.Read("evals/toy.baseline.jsonl"));
        File.Delete(_place["evals/toy.baseline.jsonl"]);
        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml").Replace("baseline: toy.baseline.jsonl", "baseline: { branch: main }", StringComparison.Ordinal));
        project.Run(1);
        Git("init", "--quiet", "--initial-branch=main");
        _commits = [Commit("one"), Commit("two"), Commit("three")];
        Git("checkout", "--quiet", "-b", "branch");
        Commit("four");
    }

    [Fact]
    public void ThatIsNotHereIsNeverGreen() => _place.Run("gate").Exits(2).Says("the baseline of branch 'main' is not here", "evalgate github baseline");

    [Fact]
    public async Task IsTakenFromTheNearestCommit()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Artifacts.AddRange([Left(1, _commits[0]), Left(2, _commits[1])]);

        Fetch(github).Exits(0).Says($"toy: baseline of {_commits[1][..7]}, 1 commit before the change began, 0 days old.");

        _place.Run("gate").Exits(0);
    }

    [Fact]
    public async Task IsNoneOfACommitThatTheBranchDoesNotHave()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Artifacts.Add(Left(1, new('e', 40)));

        Fetch(github).Exits(2);

        Assert.False(File.Exists(_place["evals/toy.baseline.jsonl"]));
    }

    [Theory]
    [InlineData("repository", "of another repository")]
    [InlineData("branch", "of another branch")]
    [InlineData("event", "of a run that no push, schedule or dispatch started")]
    [InlineData("workflow", "of another workflow")]
    [InlineData("conclusion", "of a run that did not succeed")]
    public async Task IsRefusedWhenItIsNotWhatItSeems(string what, string reason)
    {
        await using var github = await FakeGitHub.StartAsync();
        var left = Left(1, _commits[2]);
        github.Artifacts.AddRange(
        [
            what switch
            {
                "repository" => left with { HeadRepository = 7 },
                "branch" => left with { HeadBranch = "evil" },
                "event" => left with { Event = "pull_request" },
                "workflow" => left with { Workflow = ".github/workflows/other.yml" },
                _ => left with { Conclusion = "failure" },
            },
            Left(2, _commits[0]),
        ]);

        var outcome = Fetch(github).Exits(0).Says($"toy: baseline of {_commits[0][..7]}, 2 commits before");

        Assert.Contains($"warning: the artifact of run 1 is {reason}.", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatIsDamagedIsNotLeftBehind()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Artifacts.Add(Left(1, _commits[2]) with { Zip = Zipped("no baseline\n") });

        Fetch(github).Exits(2);

        Assert.False(File.Exists(_place["evals/toy.baseline.jsonl"]));
    }

    public void Dispose() => _place.Dispose();

    private FakeArtifact Left(int run, string commit) => new(run, _zip) { Name = "evalgate-baseline", Run = run, HeadSha = commit, HeadBranch = "main" };

    private Outcome Fetch(FakeGitHub github)
    {
        _place.Write("event.json", $$"""{ "pull_request": { "number": 7, "head": { "sha": "{{FakeGitHub.Head}}", "repo": { "id": 1 } }, "base": { "sha": "{{_commits[2]}}", "repo": { "id": 1 } } } }""");
        return _place.Run("github baseline", t => t with
        {
            Clock = new HurriedTime(),
            Variables = name => name switch
            {
                "GITHUB_EVENT_PATH" => _place["event.json"],
                "GITHUB_EVENT_NAME" => "pull_request",
                "GITHUB_REPOSITORY" => "acme/helpdesk",
                "GITHUB_API_URL" => github.Api.ToString(),
                "GITHUB_TOKEN" => "not-a-secret",
                _ => null,
            },
        });
    }

    private static byte[] Zipped(string baseline)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = new StreamWriter(archive.CreateEntry("evals/toy.baseline.jsonl").Open());
            entry.Write(baseline);
        }

        return zip.ToArray();
    }

    private string Commit(string message)
    {
        Git("add", "evals", "Toy.csproj");
        Git("commit", "--quiet", "--allow-empty", "-m", message);
        return File.ReadAllText(_place[$".git/refs/heads/{(message == "four" ? "branch" : "main")}"]).Trim();
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = _place.Folder })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
