using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using EvalGate.Files;
using EvalGate.GitHub;
using EvalGate.GitHub.Tests;
using EvalGate.Reports;
using EvalGate.Snapshots;
using EvalGate.TestKit;

namespace EvalGate.Tool.Tests.Snapshots;

/// <summary>A group of changed outputs that a comment on a pull request accepts, up to the commit; git says what it changes.</summary>
public sealed class AnAcceptedGroup : IDisposable
{
    private const string Pack = "net10.0/toy/pending/run.jsonl";

    private readonly Workplace _place = new();
    private readonly Workplace _branch = new();
    private readonly ASnapshotProject _project;
    private readonly byte[] _zip;
    private readonly string _verdict;
    private readonly string _code;

    public AnAcceptedGroup()
    {
        _project = new ASnapshotProject(_place);
        ASnapshotProject.Ids.ToList().ForEach(id => _project.Approve(id, "x"));
        var pack = _place[_project.Pack("elsewhere", Changed("de-0", "y"), Changed("de-1", "y"), Changed("en-0", "z"), Changed("en-1", "z"), Changed("en-2", "z"))];
        var verdict = new Trial().With("de", bothPass: 20).Verdict with { Suite = "toy", Tally = SnapshotTally.Of(PendingPack.Read(pack).Census) };
        _verdict = JsonReport.Write(verdict);
        _zip = Zipped((Pack, File.ReadAllText(pack)), ("net10.0/toy/verdict.json", _verdict));
        _code = ResultCode.Of(FakeGitHub.Head, [verdict]);
        Directory.Delete(_place["elsewhere"], recursive: true);
        Git(_place, "init", "--quiet", "--initial-branch=main");
        _place.Write(".gitignore", "*.received.*\nTestResults/\n");
        Git(_place, "add", "evals", "Toy.csproj", ".gitignore");
        Git(_place, "commit", "--quiet", "-m", "before");
        Git(_branch, "clone", "--quiet", _place.Folder, ".");
        File.WriteAllBytes(_branch["verdicts.zip"], _zip);
    }

    [Fact]
    public async Task IsApprovedInOneCommitOnTheHead()
    {
        await using var github = await Answering(_zip);

        Comment(github, $"/evalgate accept {_code} --snapshots B --reason \"shorter answers\"").Exits(0).Says("2 snapshots of group `B`", "shorter answers", "Committed as ccccccc");

        Assert.Equal($"evalgate accept {_code}\n\nshorter answers", Assert.Single(github.Branch.Commits));
        Assert.Equal(["de-0", "de-1"], Committed(github.Branch.Files));
    }

    [Fact]
    public async Task NoLongerWaitsInTheNextRunAndTheOthersDo()
    {
        await using var github = await Answering(_zip);
        Comment(github, $"/evalgate accept {_code} --snapshots B --reason \"shorter answers\"").Exits(0);
        Committed(github.Branch.Files);

        _branch.Run("snapshots pull verdicts.zip").Exits(0);

        var status = _branch.Run("snapshots status").Exits(1).Says("3");
        Assert.DoesNotContain("de-", status.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsASuggestionThatLeadsToTheSameFiles()
    {
        await using var github = await Answering(_zip);
        Comment(github, $"/evalgate accept {_code} --snapshots B --reason why", "suggestion").Exits(0).Says("evalgate snapshots pull verdicts.zip, and evalgate snapshots accept --group B");
        Assert.Empty(github.Branch.Commits);

        _branch.Run("snapshots pull verdicts.zip").Exits(0);
        _branch.Run("snapshots accept --group B").Exits(0);

        Assert.Equal(["de-0", "de-1"], Committed(new Dictionary<string, string>()));
    }

    [Fact]
    public async Task GoesWithAWaiverOfAnotherSuiteIntoNoCommitWhenEitherIsRefused()
    {
        await using var github = await Answering(_zip);

        Comment(github, $"/evalgate accept {_code} --snapshots B --slices language=de --reason why").Exits(1).Says("nothing that blocks is called");

        Assert.Empty(github.Branch.Commits);
        Assert.Equal("", Git(_place, "status", "--porcelain", "--", "evals"));
    }

    [Theory]
    [InlineData("Q", "There is no group 'Q'; there are A, B")]
    [InlineData("A,Q", "There is no group 'Q'; there are A, B")]
    public async Task IsRefusedWhenThereIsNone(string letters, string expected)
    {
        await using var github = await Answering(_zip);

        Comment(github, $"/evalgate accept {_code} --snapshots {letters} --reason why").Exits(1);

        Assert.Contains(expected, Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Empty(github.Branch.Commits);
    }

    [Theory]
    [InlineData("en-2", false)]
    [InlineData("de-2", true)]
    public async Task IsRefusedWhenTheBranchHasAnotherApprovedOutputOfWhatWaits(string id, bool isAccepted)
    {
        await using var github = await Answering(_zip);
        github.Branch.Files[$"evals/toy.snapshots/{id}.verified.json"] = "{}\n";

        Comment(github, $"/evalgate accept {_code} --snapshots B --reason why").Exits(isAccepted ? 0 : 1);

        Assert.Equal(isAccepted, github.Branch.Commits.Count == 1);
        Assert.Equal(!isAccepted, github.Comments[0].Body.Contains("the branch has other approved outputs of 'toy' than the default branch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsRefusedWhenItsOutputsAreNotThoseOfTheVerdict()
    {
        var other = _project.Pack("other", Changed("de-0", "approve me"));
        await using var github = await Answering(Zipped((Pack, _place.Read(other)), ("net10.0/toy/verdict.json", _verdict)));

        Comment(github, $"/evalgate accept {_code} --snapshots A --reason why").Exits(1);

        Assert.Contains("is not what its verdict counted", Assert.Single(github.Comments).Body, StringComparison.Ordinal);
        Assert.Empty(github.Branch.Commits);
    }

    public void Dispose()
    {
        _place.Dispose();
        _branch.Dispose();
    }

    private static PendingSnapshot Changed(string id, string label) => ASnapshotProject.Pending(id, ASnapshotProject.Output(label, "You can return it within 30 days of delivery."));

    /// <summary>Puts files on the branch and lets git say which approved outputs they change; each has its approval beside it, and nothing else is touched.</summary>
    private string[] Committed(IReadOnlyDictionary<string, string> files)
    {
        files.ToList().ForEach(f => _branch.Write(f.Key, f.Value));
        Git(_branch, "add", "evals");
        Git(_branch, "commit", "--quiet", "-m", "accepted");
        var changes = Git(_branch, "show", "--format=", "--name-status", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(l => l[0], l => l[2..]);
        Assert.All(changes['M'], path => Assert.Contains("\"y\"", _branch.Read(path), StringComparison.Ordinal));
        Assert.StartsWith("evals/toy.snapshots/.approvals/", Assert.Single(changes['A']), StringComparison.Ordinal);
        Assert.Equal(['A', 'M'], changes.Select(c => c.Key).Order());
        return [.. changes['M'].Select(p => Path.GetFileName(p).Split('.')[0]).Order(StringComparer.Ordinal)];
    }

    /// <summary>The pull request's branch has what main has.</summary>
    private async Task<FakeGitHub> Answering(byte[] zip)
    {
        var github = await FakeGitHub.StartAsync();
        github.Artifacts.Add(new(1, zip));
        foreach (var path in Git(_place, "ls-files").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            github.Branch.Files[path] = _place.Read(path);
        }

        return github;
    }

    private Outcome Comment(FakeGitHub github, string body, string how = "commit") =>
        ACommentEvent.Run(_place, github, how, new { body, user = new { login = "alice", type = "User" } });

    private static byte[] Zipped(params (string Name, string Text)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        return zip.ToArray();
    }

    private static string Git(Workplace place, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", .. arguments]) { WorkingDirectory = place.Folder, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
