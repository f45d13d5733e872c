using Microsoft.AspNetCore.Http;

namespace EvalGate.GitHub.Tests;

/// <summary>Two jobs that publish to one pull request at the same time; what one may see of the other is held open and let go at will.</summary>
public static class TwoRunsAtOnce
{
    private static readonly string NextHead = new('b', 40);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public static async Task LeaveOneCommentThatShowsTheLaterOne(bool earlierIsFirst)
    {
        await using var github = await FakeGitHub.StartAsync();
        var (earlier, later) = (new Hold("earlier", "POST", "/comments"), new Hold("later", "POST", "/comments"));
        var looks = new[] { new Hold("earlier", "GET", "/comments", skip: 1), new Hold("later", "GET", "/comments", skip: 1) };
        github.Before = Hold.All([earlier, later, .. looks]);
        var both = Task.WhenAll(Earlier(github).Publish(), Later(github).Publish());
        await Task.WhenAll(earlier.Reached, later.Reached);

        (earlierIsFirst ? earlier : later).LetGo();
        await github.Until(() => github.Comments.Count == 1);
        (earlierIsFirst ? later : earlier).LetGo();
        await Task.WhenAll(looks.Select(l => l.Reached));
        Assert.Equal(2, github.Comments.Count);
        Array.ForEach(looks, l => l.LetGo());
        await both;

        Assert.Contains("run=101.1", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Equal("success", Assert.Single(github.Statuses).State);
    }

    [Fact]
    public static async Task LeaveTheCommentOfTheLaterOneThoughTheEarlierWritesOverIt()
    {
        await using var github = await FakeGitHub.StartAsync();
        await Run(github, 99, "before", Publishing.Red).Publish();
        var (write, look) = (new Hold("earlier", "PATCH", ""), new Hold("later", "GET", "/comments", skip: 1));
        github.Before = Hold.All(write, look);
        var earlier = Earlier(github).Publish();
        await write.Reached;
        var later = Later(github).Publish();
        await look.Reached;

        write.LetGo();
        await github.Until(() => github.Comments[0].Body.Contains("run=100.1", StringComparison.Ordinal));
        look.LetGo();
        await Task.WhenAll(earlier, later);

        Assert.Contains("run=101.1", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/comments")]
    [InlineData("POST", "/comments")]
    public static async Task KeepTheReportOfTheNewHeadWhenTheOldArrivesLast(string method, string path)
    {
        await using var github = await FakeGitHub.StartAsync();
        var hold = new Hold("earlier", method, path);
        github.Before = Hold.All(hold);
        var earlier = Earlier(github).Publish();
        await hold.Reached;
        await OfNextHead(github).Publish();

        hold.LetGo();
        var result = await earlier;

        Assert.Contains($"head={NextHead} run=101.1", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Equal((NextHead, "success"), (Assert.Single(github.Statuses).Sha, github.Statuses[0].State));
        Assert.Equal("the pull request has moved on from aaaaaaa to bbbbbbb", Assert.Single(result.Done));
    }

    [Fact]
    public static async Task ShowNoReportOfTheOldHeadThatWasWrittenOverTheNew()
    {
        await using var github = await FakeGitHub.StartAsync();
        await Run(github, 99, "before", Publishing.Red).Publish();
        var hold = new Hold("earlier", "PATCH", "");
        github.Before = Hold.All(hold);
        var earlier = Earlier(github).Publish();
        await hold.Reached;
        await OfNextHead(github).Publish();

        hold.LetGo();
        await earlier;

        var body = Assert.Single(github.Comments).Body;
        Assert.StartsWith("## ⚪ EvalGate: outdated\n\nThe pull request moved on from aaaaaaa to bbbbbbb", body, StringComparison.Ordinal);
        Assert.DoesNotContain("REGRESSED", body, StringComparison.Ordinal);
        Assert.Equal((NextHead, "success"), (github.Statuses[^1].Sha, github.Statuses[^1].State));
        await (OfNextHead(github) with { Job = Publishing.To(github).Job with { Run = 102 } }).Publish();
        Assert.Contains($"head={NextHead} run=102.1", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task GiveUpOnACommentThatSomebodyDeletesEachTime()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Before = http =>
        {
            github.Comments.RemoveAll(_ => http.Request.Method == "GET");
            return Task.FromResult(false);
        };

        var result = await Earlier(github).Publish();

        Assert.Equal("the comment on #7 is deleted or written over each time", Assert.Single(result.Done));
        Assert.Empty(github.Comments);
    }

    private static Publication Earlier(FakeGitHub github) => Run(github, 100, "earlier", Publishing.Red);

    private static Publication Later(FakeGitHub github) => Run(github, 101, "later", Publishing.Green);

    private static Publication OfNextHead(FakeGitHub github)
    {
        github.CurrentHead = NextHead;
        return Later(github) with { Event = Publishing.PullRequest with { Head = NextHead } };
    }

    private static Publication Run(FakeGitHub github, long run, string token, Gating.SuiteVerdict verdict) =>
        Publishing.To(github, verdict) is var publication ? publication with { Job = publication.Job with { Run = run, Token = token } } : null!;

    private static async Task Until(this FakeGitHub github, Func<bool> isSo)
    {
        var patience = Task.Delay(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        while (!isSo())
        {
            Assert.False(patience.IsCompleted, string.Join('\n', github.Requests));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>One request of one job, held on its way to GitHub.</summary>
    private sealed class Hold(string token, string method, string path, int skip = 0)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _seen;

        public Task Reached => _reached.Task;

        public static Func<HttpContext, Task<bool>> All(params Hold[] holds) => async http =>
        {
            await Task.WhenAll(holds.Where(h => h.Holds(http)).Select(h => h._letGo.Task));
            return false;
        };

        public void LetGo() => _letGo.SetResult();

        private bool Holds(HttpContext http)
        {
            var isMeant = http.Request.Method == method && http.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal)
                && http.Request.Headers.Authorization.ToString().EndsWith(token, StringComparison.Ordinal) && Interlocked.Increment(ref _seen) == skip + 1;
            return isMeant && _reached.TrySetResult();
        }
    }
}
