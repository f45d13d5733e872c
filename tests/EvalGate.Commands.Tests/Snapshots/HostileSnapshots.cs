using System.Text.Json;
using EvalGate.Files;
using EvalGate.Snapshots;
using EvalGate.Suites;

namespace EvalGate.Commands.Tests.Snapshots;

/// <summary>Ids and outputs that mean harm, or were just made by a model, all the way from a pack to approved files.</summary>
public sealed class HostileSnapshots : IDisposable
{
    private static readonly string[] Ids =
    [
        "../../escaped", "/etc/passwd", "C:\\windows\\x", "con", "NUL", "lpt1.txt", "a:b", "a\u202eb", "A", "a", "ä", "a\u0308", "x~alt-12345678", ".approvals", ".git", new('x', 200), "a b", "--flag", "%2e%2e",
    ];

    private static readonly string[] Outputs =
    [
        "\u001b]0;title\u0007", "safe\u202etxt.exe", "half \ud83d pair", "a\0b", "<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> z", "::error::x\n##[command]x", "\uFEFF", "", "\r\n\r\n", "{\"a\":", new('y', 10 * 1024 * 1024),
    ];

    private readonly AProject _project = new();

    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, Math.Max(Ids.Length, Outputs.Length))];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void StayInTheirFolderAndReadAsTheyWere(int number)
    {
        var (id, output) = (Ids[number % Ids.Length], Outputs[number % Outputs.Length]);
        var text = SnapshotText.Of(JsonSerializer.SerializeToElement(output));
        _project.Write("evals/toy.eval.yaml", AProject.Suite.Replace("gate:", "snapshots: {}\ngate:", StringComparison.Ordinal));
        _project.Write("evals/toy.cases.jsonl", JsonSerializer.Serialize(new { id, input = new { text = "x" }, expected = new { label = "y" }, slices = new { language = "de" } }) + "\n");
        PendingPackWriter.Keep(Path.Combine(_project.Folder, "artifact"), new(new("toy", "run/../1", DateTimeOffset.UnixEpoch, null), [Pending(id, text)], null));
        var before = Everything();

        var place = new SnapshotPlace(_project.Folder, null, null);
        var pulled = PullSnapshotsCommand.Execute(place, Path.Combine(_project.Folder, "artifact"), new YamlLanguage());
        Assert.Equal(([], 1), (pulled.Problems, Assert.Single(pulled.Packs).Brought));
        Accept(place, id);

        var store = Path.Combine(_project.Folder, "evals", "toy.snapshots");
        Assert.Equal(text, SnapshotFolder.Open(store, isSharded: false).Approved(SnapshotName.Of(id), text.Extension)!.Verified);
        Assert.All(Everything().Except(before, StringComparer.Ordinal), f => Assert.True(
            f.StartsWith("evals/toy.snapshots/", StringComparison.Ordinal) || f.StartsWith("TestResults/", StringComparison.Ordinal), f));
        Assert.Empty(SnapshotSuites.Read(place, new YamlLanguage()).States[0].Changes);
    }

    public void Dispose() => _project.Dispose();

    private static void Accept(SnapshotPlace place, string id) => Assert.Empty(ApproveSnapshotsCommand.Accept(
        new() { Place = place, Filter = new() { Cases = [id] }, Actor = "a tester", Now = DateTimeOffset.UnixEpoch }, new YamlLanguage()).Problems);

    private static PendingSnapshot Pending(string id, SnapshotText text) =>
        new() { CaseId = id, Verdict = SnapshotVerdict.New, Policy = SnapshotPolicy.Block, InputHash = "i", Received = text };

    private string[] Everything() => [.. Directory.EnumerateFiles(_project.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_project.Folder, f).Replace('\\', '/'))];
}
