using System.Text.Json;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Tests.Snapshots;

/// <summary>A project whose suite has snapshots: what is approved, and what waits as a run would have left it.</summary>
internal sealed class ASnapshotProject
{
    private const string Suite = """
        suite: toy
        subject: Toy.Sorter
        cases: toy.cases.jsonl
        slices:
          - language
        metrics:
          correct: { scorer: exact, of: output.label, expected: expected.label }
        snapshots: {}
        gate:
          baseline: toy.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }

        """;

    private readonly Workplace _place;
    private int _runs;

    public ASnapshotProject(Workplace place)
    {
        _place = place;
        place.Write("Toy.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        place.Write("evals/toy.eval.yaml", Suite);
        place.Write("evals/toy.cases.jsonl", string.Concat(Ids.Select(CaseLine)));
    }

    public static IReadOnlyList<string> Ids { get; } = ["de-0", "de-1", "de-2", "en-0", "en-1", "en-2"];

    public SnapshotFolder Folder => SnapshotFolder.Open(_place["evals/toy.snapshots"], isSharded: false);

    public string[] Files() => Directory.Exists(Folder.Path) ? [.. Directory.EnumerateFiles(Folder.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)] : [];

    public string[] Batches() => [.. Directory.EnumerateFiles(Path.Combine(Folder.Path, ".approvals"))];

    public ASnapshotProject Approve(string id, string label, string answer = "You can return it within 30 days of delivery.")
    {
        Folder.Approve(SnapshotName.Of(id), Output(label, answer));
        return this;
    }

    /// <summary>Leaves an output as a run does: beside the approved one, and in the run's pack.</summary>
    public ASnapshotProject Leave(string id, string label, string answer = "You can return it within 30 days of delivery.", double correct = 1, SnapshotVerdict verdict = SnapshotVerdict.Changed)
    {
        var (name, output) = (SnapshotName.Of(id), Output(label, answer));
        var policy = new SnapshotJudge(new()).Compare(output, Folder.Approved(name, output.Extension), _ => verdict == SnapshotVerdict.Stale).Policy;
        Folder.Leave(name, output);
        Pack("TestResults/evalgate/net10.0/toy", Pending(id, output, correct) with { Verdict = verdict, Policy = policy });
        return this;
    }

    /// <summary>A baseline in which every case was right.</summary>
    public ASnapshotProject WithBaseline()
    {
        BaselineFile.Write(_place["evals/toy.baseline.jsonl"], new()
        {
            Header = new()
            {
                Suite = "toy",
                Runs = ["r"],
                Date = DateTimeOffset.UnixEpoch,
                Stack = new Dictionary<string, string>(),
                DatasetHash = "d",
                Machine = "test",
                Metrics = new Dictionary<string, BaselineMetric>(),
                AcceptedBy = "test",
            },
            Cases = [.. Ids.Select(id => new BaselineCase(id, ContentHash.OfCase(Json(new { text = id }), Json(new { label = "x" })), new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1] }))],
        });
        return this;
    }

    /// <summary>Writes a pack into a run folder; returns its path relative to the workplace.</summary>
    public string Pack(string runFolder, params PendingSnapshot[] pending)
    {
        var started = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero).AddMinutes(++_runs);
        var run = FormattableString.Invariant($"{started:yyyyMMdd'T'HHmmssfff'Z'}-1");
        using var writer = PendingPackWriter.Create(_place[$"{runFolder}/{run}.jsonl"], new("toy", run, started, null));
        foreach (var one in pending)
        {
            writer.Append(one);
        }

        writer.Finish(new(pending.Length, []));
        return Path.GetRelativePath(_place.Folder, writer.Path);
    }

    public static PendingSnapshot Pending(string id, SnapshotText text, double correct = 1) => new()
    {
        CaseId = id,
        Verdict = SnapshotVerdict.Changed,
        Policy = SnapshotPolicy.Block,
        InputHash = ContentHash.Of(CanonicalJson.Text(Json(new { text = id }))),
        Received = text,
        Scores = new Dictionary<string, double> { ["correct"] = correct },
    };

    public static SnapshotText Output(string label, string answer) => SnapshotText.Of(Json(new { label, answer }));

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);

    private static string CaseLine(string id) =>
        JsonSerializer.Serialize(new { id, input = new { text = id }, expected = new { label = "x" }, slices = new { language = id[..2] } }) + "\n";
}
