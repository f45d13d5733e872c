using System.Text.Json;

namespace EvalGate.GitHub;

/// <summary>What started a workflow, as far as a verdict needs to know it.</summary>
public sealed record GitHubEvent
{
    /// <summary>The event's name, such as <c>pull_request</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The commit that was measured: the head of the pull request, never the merge commit; null when the event measures nothing.</summary>
    public string? Head { get; init; }

    /// <summary>The pull request; null when the event names none.</summary>
    public int? PullRequest { get; init; }

    /// <summary>What the change is to be merged into; null when the event does not say it.</summary>
    public string? Base { get; init; }

    /// <summary>Whether the code comes from another repository, so that this job's token cannot write.</summary>
    public bool IsFork { get; init; }

    /// <summary>The comment that was written; null when the event is none, or one that was changed or deleted.</summary>
    public PullRequestComment? Comment { get; init; }

    /// <summary>Reads the payload that Actions leaves at <c>GITHUB_EVENT_PATH</c>.</summary>
    /// <param name="name"><c>GITHUB_EVENT_NAME</c>.</param>
    /// <param name="payload">The file's text.</param>
    /// <param name="sha"><c>GITHUB_SHA</c>, which counts where the payload names no commit.</param>
    /// <exception cref="GitHubException">The payload is not one of the event.</exception>
    public static GitHubEvent Read(string name, string payload, string? sha)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return Of(name, document.RootElement, sha);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new GitHubException($"the payload of the event '{name}' cannot be read. GITHUB_EVENT_PATH must be the file that Actions wrote.", e);
        }
    }

    private static GitHubEvent Of(string name, JsonElement payload, string? sha) => name switch
    {
        "pull_request" or "pull_request_target" => OfPullRequest(name, payload.GetProperty("pull_request")),
        "workflow_run" => OfRun(name, payload.GetProperty("workflow_run")),
        "merge_group" => new() { Name = name, Head = payload.GetProperty("merge_group").GetProperty("head_sha").GetString(), Base = TextOf(payload.GetProperty("merge_group"), "base_sha") },
        "push" => new() { Name = name, Head = payload.GetProperty("after").GetString() },
        "issue_comment" => new()
        {
            Name = name,
            PullRequest = payload.GetProperty("issue").TryGetProperty("pull_request", out _) ? payload.GetProperty("issue").GetProperty("number").GetInt32() : null,
            Comment = payload.TryGetProperty("comment", out var comment) && payload.GetProperty("action").GetString() == "created" ? CommentOf(comment) : null,
        },
        _ => new() { Name = name, Head = sha },
    };

    private static PullRequestComment CommentOf(JsonElement comment)
    {
        var user = comment.GetProperty("user");
        return new(comment.GetProperty("body").GetString() ?? "", user.GetProperty("login").GetString()!, user.GetProperty("type").GetString() == "User");
    }

    private static GitHubEvent OfPullRequest(string name, JsonElement pull) => new()
    {
        Name = name,
        Head = pull.GetProperty("head").GetProperty("sha").GetString(),
        Base = TextOf(pull.GetProperty("base"), "sha"),
        PullRequest = pull.GetProperty("number").GetInt32(),
        // The token of pull_request_target may write, whoever wrote the code.
        IsFork = name == "pull_request" && RepositoryOf(pull.GetProperty("head")) != RepositoryOf(pull.GetProperty("base")),
    };

    /// <summary>The list of pull requests is empty for forks: the publisher finds the one whose head this is.</summary>
    private static GitHubEvent OfRun(string name, JsonElement run) => new()
    {
        Name = name,
        Head = run.GetProperty("head_sha").GetString(),
        PullRequest = run.GetProperty("pull_requests").EnumerateArray().Select(p => (int?)p.GetProperty("number").GetInt32()).FirstOrDefault(),
    };

    private static string? TextOf(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    /// <summary>Null for a fork that was deleted.</summary>
    private static long? RepositoryOf(JsonElement side) =>
        side.GetProperty("repo") is { ValueKind: JsonValueKind.Object } repository ? repository.GetProperty("id").GetInt64() : null;
}

/// <summary>A comment on a pull request.</summary>
/// <param name="Body">What it says.</param>
/// <param name="Login">Who wrote it.</param>
/// <param name="IsOfPerson">Whether that is a person, and no program.</param>
public sealed record PullRequestComment(string Body, string Login, bool IsOfPerson);
