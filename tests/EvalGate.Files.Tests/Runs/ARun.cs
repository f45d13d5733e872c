using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

/// <summary>Small runs to write.</summary>
internal static class ARun
{
    public static DateTimeOffset Start { get; } = new(2026, 10, 20, 9, 8, 7, 65, TimeSpan.Zero);

    public static RunHeader Header { get; } = new()
    {
        Suite = "support",
        RunId = "r1",
        Started = Start,
        DatasetHash = "d1",
        Cases = 2,
        Repetitions = 1,
        Metrics = new Dictionary<string, string> { ["refused"] = "f2", ["correct"] = "f1" },
        Stack = new Dictionary<string, string> { ["prompt"] = "p1" },
        Commit = "c0ffee",
        Session = null,
        Machine = "Linux, X64, 2 processors",
        ToolVersion = "1.0.0",
        Shard = "3/8",
    };

    public static RunRecord Record(string id, int repetition = 1) => new()
    {
        CaseId = id,
        Hash = "h-" + id,
        Repetition = repetition,
        Scores = new Dictionary<string, double?> { ["refused"] = null, ["correct"] = 0.1 + 0.2 },
        Errors = [new EvalError(ErrorKind.Scorer, "Zeile\n„2“ \u2028", "cost")],
        Output = Json("""{ "answer": "ä日<b>\u0007", "n": 1.50 }"""),
        DurationMs = 1234.5678,
        Usage = new Usage { InputTokens = 12, CostUsd = 0.00120m },
    };

    public static RunEnd End(int records) => new(records, Start.AddSeconds(5), new Dictionary<string, string> { ["model"] = "m", ["b"] = "1" });

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Writes a run and gives its path.</summary>
    public static string Write(string folder, RunHeader header, params RunRecord[] records)
    {
        using var writer = RunWriter.Create(folder, header);
        foreach (var record in records)
        {
            writer.Append(record);
        }

        writer.Finish(End(records.Length));
        return writer.Path;
    }
}
