using EvalGate.Gating;

namespace EvalGate.GitHub.Tests;

/// <summary>Publications to the fake, and verdicts to publish.</summary>
internal static class Publishing
{
    public static SuiteVerdict Red { get; } = new Trial { Repeatable = true }.With("de", bothPass: 60, losses: 22, bothFail: 8).With("en", bothPass: 110, bothFail: 14).Verdict;

    public static SuiteVerdict Green { get; } = new Trial { Repeatable = true }.With("de", bothPass: 44, bothFail: 6).Verdict;

    public static GitHubEvent PullRequest { get; } = new() { Name = "pull_request", Head = FakeGitHub.Head, PullRequest = FakeGitHub.Number };

    public static Publication To(FakeGitHub github, params SuiteVerdict[] verdicts) => new()
    {
        Job = new() { Api = github.Api, Owner = "acme", Repository = "helpdesk", Token = "not-a-secret", Run = 100 },
        Event = PullRequest,
        Verdicts = verdicts,
        Now = new HurriedTime().GetUtcNow(),
    };

    public static Task<PublishResult> Publish(this Publication publication, HurriedTime? time = null) => Publisher.PublishAsync(publication, time ?? new());
}
