using System.IO.Compression;
using System.Text.Json;
using EvalGate.GitHub;
using EvalGate.GitHub.Tests;
using EvalGate.Reports;
using EvalGate.TestKit;

namespace EvalGate.Tool.Tests;

/// <summary>A comment on a pull request whose German slice fell, up to the commit that accepts it.</summary>
public sealed class AnAcceptingComment : IDisposable
{
    private readonly Workplace _place = new();
    private readonly string _verdict;
    private readonly string _code;

    public AnAcceptingComment()
    {
        var project = AProject.In(_place);
        project.Run(0);
        _place.Run("accept --yes").Exits(0);
        project.Run(1, AProject.First(10, "de"));
        _place.Run("gate").Exits(1);
        _verdict = File.ReadAllText(Directory.GetFiles(_place.Folder, "verdict.json", SearchOption.AllDirectories).Single());
        _code = ResultCode.Of(FakeGitHub.Head, [VerdictReader.Read(_verdict).Verdict!]);
    }

    [Fact]
    public async Task PutsAWaiverOnTopOfTheHead()
    {
        await using var github = await Answering();
        github.Branch.Files["evals/waivers.yaml"] = "# what we live with\n";

        Comment(github, $"/evalgate accept {_code} --slices language=de --reason \"policy moved\"").Exits(0);

        var written = github.Branch.Files["evals/waivers.yaml"];
        Assert.StartsWith("# what we live with\n- suite: \"toy\"\n  metric: \"correct\"\n  slice: { \"language\": \"de\" }\n", written, StringComparison.Ordinal);
        Assert.Contains("  reason: \"policy moved\"\n  expires: 2026-12-25\n", written, StringComparison.Ordinal);
        Assert.StartsWith($"evalgate accept {_code}", Assert.Single(github.Branch.Commits), StringComparison.Ordinal);
        var reply = Assert.Single(github.Comments).Body;
        Assert.All(["accepted by `alice`", "`language=de`", "2026-12-25", "policy moved", "Committed as ccccccc"], t => Assert.Contains(t, reply, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MakesTheNextRunPass()
    {
        await using var github = await Answering();
        Comment(github, $"/evalgate accept {_code} --slices language=de,overall --reason \"policy moved\"").Exits(0);
        _place.Write("evals/waivers.yaml", github.Branch.Files["evals/waivers.yaml"].Replace("2026-12-25", "9999-12-31", StringComparison.Ordinal));

        _place.Run("gate").Exits(0).Says("accepted up to");
    }

    [Theory]
    [InlineData("suggestion", FakeGitHub.RepositoryId)]
    [InlineData("commit", 7)]
    public async Task IsASuggestionWhereNothingIsCommitted(string how, long from)
    {
        await using var github = await Answering();
        github.HeadRepository = from;

        Comment(github, $"/evalgate accept {_code} --slices 1 --reason \"a ``` fence\"", how).Exits(0);

        Assert.Empty(github.Branch.Commits);
        var reply = Assert.Single(github.Comments).Body;
        Assert.Contains("nothing is written yet", reply, StringComparison.Ordinal);
        Assert.Equal(2, reply.Split("```").Length - 1);
        Assert.Contains("```yaml\n- suite: \"toy\"\n", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bob", "bob may not write to this repository")]
    [InlineData("carol", "carol may not write to this repository")]
    public async Task OfSomebodyWhoMayNotWriteIsNotAnswered(string login, string expected)
    {
        await using var github = await Answering();
        github.Permissions["carol"] = "read";

        Comment(github, $"/evalgate accept {_code} --slices 1 --reason x", login: login).Exits(1).Complains($"error: {expected}.");

        Assert.Empty(github.Comments);
        Assert.Empty(github.Branch.Commits);
    }

    [Theory]
    [InlineData("/actions/artifacts", 3, "permissions: { actions: read, ")]
    [InlineData("/git/refs/heads/new-model", 1, "permissions: { contents: write }")]
    public async Task NamesThePermissionThatItsJobLacks(string path, int exit, string expected)
    {
        await using var github = await Answering();
        github.Before = http => http.Request.Path.Value!.EndsWith(path, StringComparison.Ordinal) ? FakeGitHub.Refuse(http, 403, "Resource not accessible by integration") : Task.FromResult(false);

        var outcome = Comment(github, $"/evalgate accept {_code} --slices 1 --reason x").Exits(exit);

        Assert.Contains(expected, outcome.Error + outcome.Out, StringComparison.Ordinal);
        Assert.Empty(github.Branch.Commits);
    }

    [Fact]
    public async Task OfAProgramIsNotAnswered()
    {
        await using var github = await Answering();

        Comment(github, $"/evalgate accept {_code} --slices 1 --reason x", type: "Bot").Exits(1);

        Assert.Empty(github.Comments);
    }

    [Fact]
    public async Task ThatAcceptsNothingAsksNobody()
    {
        await using var github = await Answering();

        Comment(github, "looks good").Exits(0);

        Assert.Empty(github.Requests);
    }

    [Fact]
    public async Task IsAboutNoNewerHead()
    {
        await using var github = await Answering();
        github.CurrentHead = new('b', 40);

        Comment(github, $"/evalgate accept {_code} --slices 1 --reason x").Exits(1);

        Assert.Contains("there are no results of bbbbbbb yet", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Empty(github.Branch.Commits);
    }

    [Theory]
    [InlineData("0123456789abcdef --slices 1 --reason x", "names another result")]
    [InlineData("CODE --slices language=fr --reason x", "nothing that blocks is called")]
    [InlineData("CODE --slices 1", "--reason is missing")]
    [InlineData("CODE --snapshots A --reason x", "has no 'snapshots:'")]
    public async Task IsRefusedWithTheReason(string command, string reason)
    {
        await using var github = await Answering();

        Comment(github, $"/evalgate accept {command.Replace("CODE", _code, StringComparison.Ordinal)}").Exits(1);

        Assert.Contains(reason, Assert.Single(github.Comments).Body.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(github.Branch.Commits);
    }

    [Fact]
    public async Task IsRefusedWhereItIsAcceptedAlready()
    {
        await using var github = await Answering();
        Comment(github, $"/evalgate accept {_code} --slices 1 --reason x").Exits(0);

        Comment(github, $"/evalgate accept {_code} --slices 1 --reason x").Exits(1);

        Assert.Contains("is waived twice", github.Comments[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakesNoResultsThatSomebodyElseUploaded()
    {
        await using var github = await Answering();
        github.Artifacts[0] = github.Artifacts[0] with { HeadSha = new('d', 40) };

        Comment(github, $"/evalgate accept {_code} --slices 1 --reason x").Exits(1);
    }

    public void Dispose() => _place.Dispose();

    private async Task<FakeGitHub> Answering()
    {
        var github = await FakeGitHub.StartAsync();
        github.Artifacts.Add(new(1, Zipped(_verdict)));
        return github;
    }

    private static byte[] Zipped(string verdict)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = new StreamWriter(archive.CreateEntry("net10.0/toy/verdict.json").Open());
            entry.Write(verdict);
        }

        return zip.ToArray();
    }

    private Outcome Comment(FakeGitHub github, string body, string how = "commit", string login = "alice", string type = "User") =>
        ACommentEvent.Run(_place, github, how, new { body, user = new { login, type } });
}
