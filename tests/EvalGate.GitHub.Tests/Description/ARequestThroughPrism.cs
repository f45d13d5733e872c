using System.Net;
using System.Text;

namespace EvalGate.GitHub.Tests;

/// <summary>Prism between EvalGate and the fake, as a second judge of both.</summary>
public static class ARequestThroughPrism
{
    /// <summary>Not the others: Prism takes no path for a parameter, follows redirects itself, and warns of failures that are not described.</summary>
    private static readonly string[] Suited = ["a pull request", "a pull request of a fork", "a merge queue", "nothing that was evaluated"];

    [Fact]
    public static async Task IsComplainedOfInNoScenario()
    {
        await using var github = await FakeGitHub.StartAsync();
        await using var prism = await Prism.StartAsync(github);

        foreach (var scenario in Suited)
        {
            github.Comments.Clear();
            github.Statuses.Clear();
            await Scenarios.All[scenario](github);
            Assert.NotEmpty(github.Statuses);
        }

        var complaints = await prism.ComplaintsAsync();
        Assert.True(complaints is [], string.Join('\n', complaints));
    }

    [Fact]
    public static async Task IsComplainedOfWhenGitHubWouldNotKnowItOrItsAnswer()
    {
        await using var github = await FakeGitHub.StartAsync();
        await using var prism = await Prism.StartAsync(github);
        using var http = new HttpClient();
        using var body = new StringContent("""{ "state": "green" }""", Encoding.UTF8, "application/json");

        using var answer = await http.PostAsync(new Uri(prism.Address, "repos/acme/helpdesk/statuses/aaaa"), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(github.Requests);
        github.Before = request => request.Request.Method == "POST" ? FakeGitHub.Refuse(request, 201, "created") : Task.FromResult(false);
        await Assert.ThrowsAsync<GitHubException>(() => Publishing.To(github, Publishing.Red).Publish());
        var complaints = await prism.ComplaintsAsync();
        Assert.Contains(complaints, c => c.Contains("UNPROCESSABLE_ENTITY", StringComparison.Ordinal));
        Assert.Contains(complaints, c => c.Contains("VIOLATIONS", StringComparison.Ordinal));
    }
}
