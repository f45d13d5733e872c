using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EvalGate.GitHub.Tests;

/// <summary>Limits, overload, lost answers, and links that lead elsewhere.</summary>
public static class ATroubledConnection
{
    [Theory]
    [InlineData(429, "Retry-After", "17", 17)]
    [InlineData(403, "Retry-After", "30", 30)]
    [InlineData(429, "X-Other", "1", 60)]
    [InlineData(502, "X-Other", "1", 2)]
    public static async Task IsWaitedOut(int status, string header, string value, int seconds)
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Before = Once(http => IsStatus(http) ? FakeGitHub.Refuse(http, status, "slow down", (header, value)) : null);
        var time = new HurriedTime();

        await Publishing.To(github, Publishing.Red).Publish(time);

        Assert.Single(github.Statuses);
        Assert.Contains(TimeSpan.FromSeconds(seconds), time.Waits);
    }

    [Fact]
    public static async Task IsWaitedOutUntilTheLimitIsReset()
    {
        await using var github = await FakeGitHub.StartAsync();
        var time = new HurriedTime();
        var reset = (time.GetUtcNow().ToUnixTimeSeconds() + 45).ToString(CultureInfo.InvariantCulture);
        github.Before = Once(http => IsStatus(http) ? FakeGitHub.Refuse(http, 403, "limit", ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", reset)) : null);

        await Publishing.To(github, Publishing.Red).Publish(time);

        Assert.Single(github.Statuses);
        Assert.Contains(TimeSpan.FromSeconds(45), time.Waits);
    }

    [Fact]
    public static async Task IsWaitedOutWhenALimitIsToldInWordsAlone()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Before = Once(http => IsStatus(http) ? FakeGitHub.Refuse(http, 403, "You have exceeded a secondary rate limit. Please wait a few minutes.") : null);
        var time = new HurriedTime();

        await Publishing.To(github, Publishing.Red).Publish(time);

        Assert.Single(github.Statuses);
        Assert.Contains(TimeSpan.FromMinutes(1), time.Waits);
    }

    [Theory]
    [InlineData("/comments")]
    [InlineData("/statuses/")]
    public static async Task IsNoMissingPermissionWhenALimitLastsTooLong(string path)
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Before = http => http.Request.Path.Value!.Contains(path, StringComparison.Ordinal)
            ? FakeGitHub.Refuse(http, 403, "API rate limit exceeded for installation.", ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "4000000000"))
            : Task.FromResult(false);

        var e = await Assert.ThrowsAsync<GitHubException>(() => Publishing.To(github, Publishing.Red).Publish());

        Assert.Contains("rate limit", e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("permissions:", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/pulls/7")]
    [InlineData("GET", "/comments")]
    [InlineData("PATCH", "")]
    [InlineData("POST", "/comments")]
    [InlineData("POST", "/statuses/" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public static async Task IsTriedAgainWhenItDropsMidway(string method, string path)
    {
        await using var github = await FakeGitHub.StartAsync();
        if (method == "PATCH")
        {
            await Publishing.To(github, Publishing.Green).Publish();
        }

        github.Before = Once(http => http.Request.Method == method && http.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal) ? Drop(http) : null);

        await Publishing.To(github, Publishing.Red).Publish();

        Assert.Contains("REGRESSED", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Equal("failure", github.Statuses[^1].State);
    }

    [Fact]
    public static async Task IsGivenUpInTheEnd()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Before = http => FakeGitHub.Refuse(http, 502, "bad gateway");

        var e = await Assert.ThrowsAsync<GitHubException>(() => Publishing.To(github, Publishing.Red).Publish());

        Assert.Contains("502", e.Message, StringComparison.Ordinal);
        Assert.Equal(5, github.Requests.Count);
    }

    [Fact]
    public static async Task MakesNoSecondCommentWhenTheAnswerIsLost()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.LosesAnswer = request => request.StartsWith("POST", StringComparison.Ordinal) && request.EndsWith("/comments", StringComparison.Ordinal);

        await Publishing.To(github, Publishing.Red).Publish();

        Assert.Single(github.Comments);
        Assert.Single(github.Statuses);
    }

    [Fact]
    public static async Task MakesANewCommentWhenTheOldOneIsDeletedMeanwhile()
    {
        await using var github = await FakeGitHub.StartAsync();
        await Publishing.To(github, Publishing.Red).Publish();
        github.Before = http =>
        {
            if (http.Request.Method == "PATCH")
            {
                github.Comments.Clear();
            }

            return Task.FromResult(false);
        };

        await Publishing.To(github, Publishing.Green).Publish();

        Assert.DoesNotContain("REGRESSED", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task FollowsNoLinkToAnotherHost()
    {
        await using var github = await FakeGitHub.StartAsync();
        await using var elsewhere = await FakeGitHub.StartAsync();
        github.NextHost = elsewhere.Api.GetLeftPart(UriPartial.Authority);
        Enumerable.Range(0, 150).ToList().ForEach(_ => github.Add("alice", "looks good"));

        var e = await Assert.ThrowsAsync<GitHubException>(() => Publishing.To(github, Publishing.Red).Publish());

        Assert.Empty(elsewhere.Tokens);
        Assert.DoesNotContain("not-a-secret", e.ToString(), StringComparison.Ordinal);
    }

    private static Task<bool> Drop(HttpContext http)
    {
        http.Abort();
        return Task.FromResult(true);
    }

    private static bool IsStatus(HttpContext http) => http.Request.Path.Value!.Contains("/statuses/", StringComparison.Ordinal);

    private static Func<HttpContext, Task<bool>> Once(Func<HttpContext, Task<bool>?> refuse)
    {
        var isDone = false;
        return http =>
        {
            var answer = isDone ? null : refuse(http);
            isDone |= answer is not null;
            return answer ?? Task.FromResult(false);
        };
    }
}
