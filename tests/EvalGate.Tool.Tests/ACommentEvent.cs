using System.Text.Json;
using EvalGate.GitHub.Tests;

namespace EvalGate.Tool.Tests;

/// <summary>The job that a comment on a pull request starts.</summary>
internal static class ACommentEvent
{
    /// <summary>Runs <c>github accept</c> as that job does.</summary>
    /// <param name="place">Where.</param>
    /// <param name="github">The server.</param>
    /// <param name="how">What <c>--as</c> says.</param>
    /// <param name="comment">The comment, as GitHub writes it.</param>
    public static Outcome Run(Workplace place, FakeGitHub github, string how, object comment)
    {
        place.Write("event.json", JsonSerializer.Serialize(new { action = "created", issue = new { number = FakeGitHub.Number, pull_request = new { } }, comment }));
        return place.Run($"github accept --as {how}", t => t with
        {
            Clock = new HurriedTime(),
            Variables = name => name switch
            {
                "GITHUB_EVENT_PATH" => place["event.json"],
                "GITHUB_EVENT_NAME" => "issue_comment",
                "GITHUB_REPOSITORY" => "acme/helpdesk",
                "GITHUB_API_URL" => github.Api.ToString(),
                "GITHUB_TOKEN" => "not-a-secret",
                _ => null,
            },
        });
    }
}
