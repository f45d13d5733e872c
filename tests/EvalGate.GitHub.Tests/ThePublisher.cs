using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.GitHub.Tests;

/// <summary>A verdict on its way to the pull request.</summary>
public static class ThePublisher
{
    [Fact]
    public static async Task WritesOneCommentAndOneStatusPerSuite()
    {
        await using var github = await FakeGitHub.StartAsync();

        await Publishing.To(github, Publishing.Red, Publishing.Green with { Suite = "billing" }).Publish();

        Assert.Contains("REGRESSED", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Equal(
            [(FakeGitHub.Head, "EvalGate / support", "failure"), (FakeGitHub.Head, "EvalGate / billing", "success")],
            github.Statuses.Select(s => (s.Sha, s.Context, s.State)));
        Assert.All(github.Statuses, s => Assert.InRange(s.Description.Length, 1, 140));
    }

    [Fact]
    public static async Task ChangesItsCommentInPlaceAmong250OthersAndAForgedMarker()
    {
        await using var github = await FakeGitHub.StartAsync();
        var marker = new Marker("default", FakeGitHub.Head, 1, 1).ToString();
        var forged = github.Add("mallory", marker);
        var quoted = github.Add(FakeGitHub.Bot, $"{marker}\nnot the last line");
        Enumerable.Range(0, 248).ToList().ForEach(_ => github.Add("alice", "looks good"));
        await Publishing.To(github, Publishing.Red).Publish();

        await (Publishing.To(github, Publishing.Green) with { Job = Publishing.To(github).Job with { Run = 101 } }).Publish();

        Assert.Equal(251, github.Comments.Count);
        Assert.Contains("run=101.1", github.Comments[^1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("REGRESSED", github.Comments[^1].Body, StringComparison.Ordinal);
        Assert.Equal((marker, $"{marker}\nnot the last line"), (forged.Body, quoted.Body));
    }

    [Fact]
    public static async Task LeavesALaterRunOfTheSameCommitAlone()
    {
        await using var github = await FakeGitHub.StartAsync();
        var later = Publishing.To(github, Publishing.Green);
        await (later with { Job = later.Job with { Run = 101 } }).Publish();

        var result = await Publishing.To(github, Publishing.Red).Publish();

        Assert.Contains("later run", Assert.Single(result.Done), StringComparison.Ordinal);
        Assert.Equal("success", Assert.Single(github.Statuses).State);
    }

    [Fact]
    public static async Task WritesNothingAboutAnOlderHead()
    {
        await using var github = await FakeGitHub.StartAsync();
        github.CurrentHead = new('b', 40);

        await Publishing.To(github, Publishing.Green).Publish();

        Assert.Empty(github.Comments);
        Assert.Empty(github.Statuses);
    }

    [Theory]
    [InlineData("EG3103", Severity.Warning)] // lint
    [InlineData("EG3201", Severity.Error)] // leakage
    [InlineData("EG3301", Severity.Warning)] // coverage
    [InlineData("EG3401", Severity.Warning)] // label drift
    [InlineData("EG3501", Severity.Warning)] // production
    public static async Task SaysWhatIsWrongWithTheEvalSet(string code, Severity severity)
    {
        await using var github = await FakeGitHub.StartAsync();
        var trial = new Trial { Repeatable = true }.With("de", bothPass: 44, bothFail: 6);

        await Publishing.To(github, Judge.Decide(trial.Input with { EvalSet = [new(code, severity, "what is wrong with the eval set", trial.Suite.Place)] })).Publish();

        Assert.Contains("what is wrong with the eval set", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Equal(severity == Severity.Error ? "error" : "success", Assert.Single(github.Statuses).State);
    }

    [Fact]
    public static async Task SaysNotEvaluatedWithoutAVerdict()
    {
        await using var github = await FakeGitHub.StartAsync();

        await Publishing.To(github).Publish();

        Assert.Contains("not evaluated", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Equal("error", Assert.Single(github.Statuses).State);
    }

    [Fact]
    public static async Task WritesNothingWithTheTokenOfAFork()
    {
        await using var github = await FakeGitHub.StartAsync();

        await (Publishing.To(github, Publishing.Green) with { Event = Publishing.PullRequest with { IsFork = true } }).Publish();

        Assert.Empty(github.Requests);
    }

    [Fact]
    public static async Task FindsThePullRequestOfAForkByItsHead()
    {
        await using var github = await FakeGitHub.StartAsync();

        await (Publishing.To(github, Publishing.Red) with { Event = new() { Name = "workflow_run", Head = FakeGitHub.Head } }).Publish();

        Assert.Single(github.Comments);
        Assert.Single(github.Statuses);
    }

    [Fact]
    public static async Task ReportsToAMergeQueueByStatusAlone()
    {
        await using var github = await FakeGitHub.StartAsync();

        await (Publishing.To(github, Publishing.Red) with { Event = new() { Name = "merge_group", Head = new('c', 40) } }).Publish();

        Assert.Equal(new('c', 40), Assert.Single(github.Statuses).Sha);
        Assert.Empty(github.Comments);
    }

    [Fact]
    public static async Task FindsTheApiOfAnEnterpriseServer()
    {
        await using var github = await FakeGitHub.StartAsync("/api/v3");

        await Publishing.To(github, Publishing.Red).Publish();

        Assert.Single(github.Comments);
    }

    [Theory]
    [InlineData("/issues/7/comments", "Resource not accessible by integration", "pull-requests: write")]
    [InlineData("/issues/7/comments", "Unable to create comment because issue is locked.", "locked")]
    [InlineData("/statuses/", "Resource not accessible by integration", "statuses: write")]
    [InlineData("/check-runs", "Resource not accessible by personal access token", "checks: write")]
    public static async Task NamesWhatItMayNotDo(string path, string message, string expected)
    {
        await using var github = await FakeGitHub.StartAsync();
        github.Before = http => http.Request.Method == "POST" && http.Request.Path.Value!.Contains(path, StringComparison.Ordinal)
            ? FakeGitHub.Refuse(http, 403, message)
            : Task.FromResult(false);

        var result = await (Publishing.To(github, Publishing.Red) with { ChecksFolder = path == "/check-runs" ? "" : null }).Publish();

        Assert.Contains(expected, Assert.Single(result.Refused), StringComparison.Ordinal);
        Assert.Equal(path.EndsWith("/comments", StringComparison.Ordinal) ? 0 : 1, github.Comments.Count);
        Assert.Equal(path == "/statuses/" ? 0 : 1, github.Statuses.Count);
    }

    [Fact]
    public static async Task FitsACommentHoweverManySuitesThereAre()
    {
        await using var github = await FakeGitHub.StartAsync();
        SuiteVerdict[] many = [.. Enumerable.Range(0, 80).Select(i => Publishing.Red with { Suite = $"suite{i:00}" })];

        await Publishing.To(github, many).Publish();

        var body = Assert.Single(github.Comments).Body;
        Assert.InRange(body.Length, 1, 65_536);
        Assert.All(many, v => Assert.Contains(v.Suite, body, StringComparison.Ordinal));
        Assert.Equal("default", Marker.Read(body)?.Key);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(40)]
    public static async Task NeverCutsAReportInTwo(int suites)
    {
        await using var github = await FakeGitHub.StartAsync();
        var wide = string.Concat(Enumerable.Repeat("\U0001F9EA", 60));
        var verdict = Publishing.Red with { Findings = [.. Enumerable.Range(1, 400).Select(i => new Model.Diagnostic("EG2001", Model.Severity.Error, $"{wide} {i}", new("evals/support.eval.yaml", i, 5)))] };
        SuiteVerdict[] many = [.. Enumerable.Range(0, suites).Select(i => verdict with { Suite = $"suite{i:00}" })];

        await Publishing.To(github, many).Publish();

        var body = Assert.Single(github.Comments).Body;
        Assert.InRange(body.Length, 1, 65_536);
        Assert.DoesNotContain('\uFFFD', body);
        Assert.All(many, v => Assert.Contains(v.Suite, body, StringComparison.Ordinal));
        Assert.Equal(body.Split("<details>").Length, body.Split("</details>").Length);
        Assert.Equal("default", Marker.Read(body)?.Key);
    }

    [Fact]
    public static async Task WritesFindingsToTheirLinesFiftyAtATime()
    {
        await using var github = await FakeGitHub.StartAsync();
        var verdict = Publishing.Red with { Findings = [.. Enumerable.Range(1, 120).Select(i => new Model.Diagnostic("EG2001", Model.Severity.Error, $"finding {i}", new("evals/support.eval.yaml", i, 5)))] };

        await (Publishing.To(github, verdict) with { ChecksFolder = "tests/Evals" }).Publish();

        var annotations = Assert.Single(github.Checks).Value;
        Assert.Equal(Enumerable.Range(1, 120), annotations.Select(a => (int)a["start_line"]!));
        Assert.All(annotations, a => Assert.Equal(("tests/Evals/evals/support.eval.yaml", "failure"), ((string)a["path"]!, (string)a["annotation_level"]!)));
    }

    [Fact]
    public static async Task WritesNoCheckRunsUnlessAsked()
    {
        await using var github = await FakeGitHub.StartAsync();

        await Publishing.To(github, Publishing.Red).Publish();

        Assert.DoesNotContain(github.Requests, r => r.Contains("check-runs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "0 days old")]
    [InlineData(1, "1 day old")]
    [InlineData(45, "45 days old (stale: accept a newer run)")]
    public static async Task SaysHowOldTheBaselineIs(int days, string expected)
    {
        await using var github = await FakeGitHub.StartAsync();

        await Publishing.To(github, Publishing.Red with { BaselineDate = new HurriedTime().GetUtcNow().AddDays(-days) }).Publish();

        Assert.Contains($"Baseline: `support` of {new HurriedTime().GetUtcNow().AddDays(-days):yyyy-MM-dd} at `4c1d9ab`, {expected}", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task CountsTheSnapshotsThatWait()
    {
        await using var github = await FakeGitHub.StartAsync();
        var tally = new Snapshots.SnapshotTally { Compared = 40, Pending = 3, Blocking = 1, Counts = Snapshots.SnapshotTally.Verdicts.ToDictionary(v => v, v => v == Snapshots.SnapshotVerdict.Changed ? 3 : 0), Orphans = [], Digest = "d" };

        await Publishing.To(github, Publishing.Green with { Tally = tally }).Publish();

        Assert.Contains("3 of 40 outputs wait for approval (3 changed; 1 blocks)", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Contains("--snapshots A", github.Comments[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task LetsNoSecretThrough()
    {
        await using var github = await FakeGitHub.StartAsync();
        var planted = "ghp_" + new string('x', 36);
        var verdict = Publishing.Red with
        {
            Verdict = Verdict.NotJudged,
            WholeRun = new(NotJudgedKind.Broken, $"401 for key {planted}", "mend it"),
        };

        await Publishing.To(github, verdict).Publish();

        Assert.All([Assert.Single(github.Comments).Body, Assert.Single(github.Statuses).Description], text =>
        {
            Assert.Contains("redacted", text, StringComparison.Ordinal);
            Assert.DoesNotContain(new string('x', 20), text, StringComparison.Ordinal);
        });
    }
}
