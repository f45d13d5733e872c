using EvalGate.Model;

namespace EvalGate.GitHub.Tests;

/// <summary>What a job of Actions does with GitHub: together they use every operation that EvalGate calls.</summary>
internal static class Scenarios
{
    public static IReadOnlyDictionary<string, Func<FakeGitHub, Task>> All { get; } = new Dictionary<string, Func<FakeGitHub, Task>>(StringComparer.Ordinal)
    {
        ["a pull request"] = PullRequestAsync,
        ["a pull request of a fork"] = github => (Publishing.To(github, Publishing.Red) with { Event = new() { Name = "workflow_run", Head = FakeGitHub.Head } }).Publish(),
        ["a merge queue"] = github => (Publishing.To(github, Publishing.Red) with { Event = new() { Name = "merge_group", Head = FakeGitHub.Head } }).Publish(),
        ["nothing that was evaluated"] = github => Publishing.To(github).Publish(),
        ["a token that may not write"] = RefusedAsync,
        ["a baseline of a branch"] = BaselineAsync,
        ["an accepting comment"] = AcceptAsync,
    };

    private static async Task PullRequestAsync(FakeGitHub github)
    {
        Enumerable.Range(0, 150).ToList().ForEach(_ => github.Add("alice", "looks good"));
        Enumerable.Range(1, 2).ToList().ForEach(run => github.Add(FakeGitHub.Bot, new Marker("default", FakeGitHub.Head, run, 1).ToString()));
        var verdict = Publishing.Red with { Findings = [.. Enumerable.Range(1, 120).Select(i => new Diagnostic("EG2001", Severity.Error, $"finding {i}", new("evals/support.eval.yaml", i, 5)))] };
        var publication = Publishing.To(github, verdict) with { ChecksFolder = "tests/Evals" };
        await publication.Publish();
        await (publication with { Verdicts = [Publishing.Green], Job = publication.Job with { Run = 101, RunPage = new("https://github.com/acme/helpdesk/actions/runs/101") } }).Publish();
    }

    private static async Task RefusedAsync(FakeGitHub github)
    {
        github.Before = http => http.Request.Method == "GET" ? Task.FromResult(false) : FakeGitHub.Refuse(http, 403, "Resource not accessible by integration");
        await (Publishing.To(github, Publishing.Red) with { ChecksFolder = "" }).Publish();
    }

    private static async Task BaselineAsync(FakeGitHub github)
    {
        github.Artifacts.Add(new(1, [1, 2, 3]) { Name = "evalgate-baseline", HeadBranch = "main" });
        var found = await BranchBaselines.FindAsync(Publishing.To(github).Job, new("main", ".github/workflows/baseline.yml", "evalgate-baseline", [FakeGitHub.Head]), new HurriedTime());
        Assert.Equal([1, 2, 3], found.Zip!.Value.ToArray());
    }

    private static async Task AcceptAsync(FakeGitHub github)
    {
        github.Artifacts.Add(new(1, [1, 2, 3]));
        github.Branch.Files["evals/waivers.yaml"] = "# what we live with\n";
        using var session = new AcceptSession(Publishing.To(github).Job, new HurriedTime());
        Assert.Null(await session.OpenAsync(new() { Name = "issue_comment", PullRequest = FakeGitHub.Number, Comment = new("/evalgate accept", "alice", true) }));
        Assert.Equal([1, 2, 3], await session.ResultsAsync("verdicts"));
        Assert.Null(await session.ReadAsync("evals/none.yaml"));
        Assert.Equal(["evals/waivers.yaml"], (await session.BlobsAsync()).Keys);
        var files = new Dictionary<string, string> { ["evals/waivers.yaml"] = await session.ReadAsync("evals/waivers.yaml") + "- more\n" };
        Assert.NotNull((await session.CommitAsync(files, "accept")).Commit);
        await session.ReplyAsync("accepted");
    }
}
