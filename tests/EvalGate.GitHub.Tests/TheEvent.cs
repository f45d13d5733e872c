namespace EvalGate.GitHub.Tests;

/// <summary>The payload and the environment of a job.</summary>
public static class TheEvent
{
    private const string Sides = """ "number": 12, "head": { "sha": "feed", "repo": HEAD }, "base": { "repo": { "id": 1 } } """;

    [Theory]
    [InlineData("pull_request", """{ "id": 1 }""", false)]
    [InlineData("pull_request", """{ "id": 2 }""", true)]
    [InlineData("pull_request", "null", true)]
    [InlineData("pull_request_target", """{ "id": 2 }""", false)]
    public static void KnowsTheHeadAndWhetherItIsAForks(string name, string repository, bool fork)
    {
        var read = GitHubEvent.Read(name, $$"""{ "pull_request": { {{Sides.Replace("HEAD", repository, StringComparison.Ordinal)}} } }""", "merge");

        Assert.Equal(("feed", 12, fork), (read.Head, read.PullRequest, read.IsFork));
    }

    [Theory]
    [InlineData("workflow_run", """{ "workflow_run": { "head_sha": "feed", "pull_requests": [] } }""", "feed", null)]
    [InlineData("workflow_run", """{ "workflow_run": { "head_sha": "feed", "pull_requests": [ { "number": 3 } ] } }""", "feed", 3)]
    [InlineData("merge_group", """{ "merge_group": { "head_sha": "feed" } }""", "feed", null)]
    [InlineData("push", """{ "after": "feed" }""", "feed", null)]
    [InlineData("issue_comment", """{ "issue": { "number": 4, "pull_request": {} } }""", null, 4)]
    [InlineData("issue_comment", """{ "issue": { "number": 4 } }""", null, null)]
    [InlineData("workflow_dispatch", "{}", "here", null)]
    public static void NamesWhatWasMeasured(string name, string payload, string? head, int? pull)
    {
        var read = GitHubEvent.Read(name, payload, "here");

        Assert.Equal((head, pull), (read.Head, read.PullRequest));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "pull_request": 3 }""")]
    public static void IsRefusedWhenItIsSomethingElse(string payload) =>
        Assert.Throws<GitHubException>(() => GitHubEvent.Read("pull_request", payload, null));

    [Theory]
    [InlineData(null, "https://api.github.com/")]
    [InlineData("https://git.acme.example/api/v3", "https://git.acme.example/api/v3/")]
    [InlineData("https://api.acme.ghe.com/", "https://api.acme.ghe.com/")]
    public static void ComesFromTheHostOfTheJob(string? variable, string expected) =>
        Assert.Equal(expected, ActionsJob.Read(Environment(api: variable)).Api.ToString());

    [Theory]
    [InlineData("http://git.acme.example", "a/b", "t", "https")]
    [InlineData(null, "a", "t", "owner/name")]
    [InlineData(null, "a/b", null, "GITHUB_TOKEN")]
    public static void SaysWhatTheJobLacks(string? api, string repository, string? token, string expected) =>
        Assert.Contains(expected, Assert.Throws<GitHubException>(() => ActionsJob.Read(Environment(api, repository, token))).Message, StringComparison.Ordinal);

    private static Func<string, string?> Environment(string? api = null, string repository = "acme/helpdesk", string? token = "t") => name => name switch
    {
        "GITHUB_API_URL" => api,
        "GITHUB_REPOSITORY" => repository,
        "GITHUB_TOKEN" => token,
        _ => null,
    };
}
