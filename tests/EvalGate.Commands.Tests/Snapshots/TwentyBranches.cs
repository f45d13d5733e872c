using System.Diagnostics;
using System.Globalization;
using EvalGate.Files;
using EvalGate.Snapshots;

namespace EvalGate.Commands.Tests.Snapshots;

/// <summary>Approvals of many people at once, with the real git.</summary>
public sealed class TwentyBranches : IDisposable
{
    private const int Branches = 20;
    private const int Changed = 50;
    private const int Added = 5;

    private readonly TempFolder _folder = new();

    private string Store => _folder["evals/toy.snapshots"];

    [Fact]
    public void ThatEachApproveAndAddSnapshotsMergeWithoutAConflict()
    {
        Assert.SkipUnless(Git("--version") == 0, "There is no git here.");
        Start();
        foreach (var branch in Enumerable.Range(0, Branches))
        {
            Assert.Equal(0, Git("checkout", "-q", "-b", Name(branch), "main"));
            Approve([.. Enumerable.Range(branch * Changed, Changed).Select(i => Output(Case(i), $"second {branch}")), .. Enumerable.Range(0, Added).Select(i => Output($"new-{branch}-{i}", "first"))]);
        }

        Assert.Equal(0, Git("checkout", "-q", "main"));
        Assert.All(Enumerable.Range(0, Branches), branch => Assert.Equal(0, Git("merge", "-q", "--no-edit", Name(branch))));

        var folder = SnapshotFolder.Open(Store, isSharded: false);
        var approvals = Approvals.Read(Store);
        Assert.Equal(Branches * (Changed + Added), folder.Verified.Count);
        Assert.Empty(approvals.Problems);
        Assert.Equal(1 + Branches, Directory.EnumerateFiles(Path.Combine(Store, ".approvals")).Count());
        Assert.All(folder.Verified, n => Assert.False(approvals.IsStale(n, folder.Approved(n, "md")!.Verified.Hash, $"input of {n}")));
        Assert.All(Enumerable.Range(0, Branches * Changed), i => Assert.Equal($"second {i / Changed}", folder.Approved(Case(i), "md")!.Verified.Text));
    }

    public void Dispose() => _folder.Dispose();

    private void Start()
    {
        Assert.Equal(0, Git("init", "-q", "-b", "main"));
        Git("config", "user.name", "a tester");
        Git("config", "user.email", "tester@example.com");
        Git("config", "commit.gpgsign", "false");

        // It would go on in the background while the folder is deleted.
        Git("config", "gc.auto", "0");
        Git("config", "maintenance.auto", "false");
        Approve([.. Enumerable.Range(0, Branches * Changed).Select(i => Output(Case(i), "first"))]);
    }

    private void Approve(IReadOnlyList<ApprovedOutput> outputs)
    {
        SnapshotApproval.Execute(SnapshotFolder.Open(Store, isSharded: false), new("toy", DateTimeOffset.UnixEpoch, "a tester", "command", null, []), outputs);
        Assert.Equal(0, Git("add", "-A"));
        Assert.Equal(0, Git("commit", "-q", "-m", "approve"));
    }

    private static ApprovedOutput Output(string id, string text) => new(id, $"input of {id}", new(text, SnapshotText.Markdown));

    private static string Case(int number) => string.Create(CultureInfo.InvariantCulture, $"case-{number:0000}");

    private static string Name(int branch) => string.Create(CultureInfo.InvariantCulture, $"branch-{branch}");

    private int Git(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
