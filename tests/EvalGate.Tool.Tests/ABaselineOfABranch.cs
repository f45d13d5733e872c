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

        Fetch(github).Exits(2).Complains("error: there is no baseline of 'toy': 'main' left none in its last 3 commits before the change began. Let .github/workflows/baseline.yml run there. Until then its evals read 'not judged'.");

        AssertIsNotJudged();
    }

    [Theory]
    [InlineData("repository", "of another repository")]
    [InlineData("branch", "of another branch")]
    [InlineData("event", "of a run that no push, schedule or dispatch started")]
    [InlineData("workflow", "of another workflow")]
    [InlineData("conclusion", "of a run that did not succeed")]
    [InlineData("age", "past its last day; run the workflow again, or keep its artifacts longer (retention-days)")]
    [InlineData("run", "of a run that was deleted")]
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
                "age" => left with { IsExpired = true },
                "run" => left with { IsDeleted = true },
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

        Assert.Contains("the baseline of 'toy' cannot be used: ", Fetch(github).Exits(2).Error, StringComparison.Ordinal);

        AssertIsNotJudged();
    }

    [Fact]
    public async Task OfOtherSuitesIsNone()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Artifacts.Add(Left(1, _commits[2]) with { Zip = Zipped("{}", "evals/other.baseline.jsonl") });

        Fetch(github).Exits(2).Complains($"error: there is no baseline of 'toy': the artifact of {_commits[2][..7]} does not hold it. Add it to the artifact's files. Until then its evals read 'not judged'.");

        AssertIsNotJudged();
    }

    [Theory]
    [InlineData("/zip", 404, "permissions: { actions: read }")]
    [InlineData("/zip", 410, "410 in place of a download. Run the job again.")]
    [InlineData("/store/1", 404, "the download from 127.0.0.1 failed, or is larger than 268435456 bytes. Run the job again.")]
    [InlineData("/actions/artifacts", 403, "permissions: { actions: read }")]
    [InlineData("/actions/artifacts", 502, "answered 502")]
    public async Task ThatCannotBeFetchedLeavesNoOlderOneBehind(string path, int status, string expected)
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Artifacts.Add(Left(1, _commits[2]));
        Fetch(github).Exits(0);
        github.Before = http => http.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal) ? FakeGitHub.Refuse(http, status, "Resource not accessible by integration") : Task.FromResult(false);

        Assert.Contains(expected, Fetch(github).Exits(3).Error, StringComparison.Ordinal);

        AssertIsNotJudged();
    }

    [Fact]
    public async Task IsNotGuessedInACheckoutWithoutHistory()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Artifacts.Add(Left(1, _commits[2]));
        using var shallow = new Workplace();
        Git("clone", "--quiet", "--depth", "1", "--branch", "branch", new Uri(_place.Folder).AbsoluteUri, shallow.Folder);

        Fetch(github, shallow).Exits(3).Complains("error: git knows no common commit with 'main'. Check out with fetch-depth: 0.");
    }

    public void Dispose() => _place.Dispose();

    private FakeArtifact Left(int run, string commit) => new(run, _zip) { Name = "evalgate-baseline", Run = run, HeadSha = commit, HeadBranch = "main" };

    /// <summary>A run without its baseline is never green.</summary>
    private void AssertIsNotJudged()
    {
        Assert.False(File.Exists(_place["evals/toy.baseline.jsonl"]));
        _place.Run("gate").Exits(2).Says("the baseline of branch 'main' is not here");
    }

    private Outcome Fetch(FakeGitHub github, Workplace? place = null)
    {
        _place.Write("event.json", $$"""{ "pull_request": { "number": 7, "head": { "sha": "{{FakeGitHub.Head}}", "repo": { "id": 1 } }, "base": { "sha": "{{_commits[2]}}", "repo": { "id": 1 } } } }""");
        return (place ?? _place).Run("github baseline", t => t with
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

    private static byte[] Zipped(string baseline, string name = "evals/toy.baseline.jsonl")
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = new StreamWriter(archive.CreateEntry(name).Open());
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
