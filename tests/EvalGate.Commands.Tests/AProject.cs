using System.Globalization;
using System.Text.Json;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Suites;

namespace EvalGate.Commands.Tests;

/// <summary>A project with one suite of 24 questions, on disk as a user has it.</summary>
public sealed class AProject : IDisposable
{
    public const string Suite = """
        suite: toy
        subject: Toy.Sorter
        cases: toy.cases.jsonl
        components:
          prompt: prompt.md
        slices:
          - language
        metrics:
          correct: { scorer: exact, of: output.label, expected: expected.label }
          brevity: { scorer: words, of: output.label }
        gate:
          baseline: toy.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }

        """;

    private readonly TempFolder _folder = new();

    public AProject()
    {
        Write("prompt.md", "Answer.\n");
        Write("evals/toy.eval.yaml", Suite);
        Write("evals/toy.cases.jsonl", string.Concat(Enumerable.Range(0, 24).Select(CaseLine)));
    }

    public string Folder => _folder["project"];

    public string Generated => _folder["project/obj/evalgate"];

    public string Baseline => _folder["project/evals/toy.baseline.jsonl"];

    public string Results => _folder["project/TestResults/toy"];

    public void Write(string path, string text) => _folder.Write(Path.Combine("project", path), text);

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    /// <summary>Generates from all suites below <c>evals</c>.</summary>
    public GenerateResult Generate(bool parallel = true) => GenerateCommand.Execute(
        new()
        {
            ProjectFolder = Folder,
            Suites = [.. Directory.EnumerateFiles(Path.Combine(Folder, "evals"), "*.eval.yaml").Select(f => Path.GetRelativePath(Folder, f))],
            OutputFolder = Generated,
            Options = new("Toy", "/src/toy", parallel, 1),
        },
        new YamlLanguage());

    /// <summary>The files that were generated, by path.</summary>
    public string[] GeneratedFiles() =>
        [.. Directory.EnumerateFiles(Generated, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Generated, f)).Order(StringComparer.Ordinal)];

    public LoadedSuite Load() =>
        LoadedSuite.Load(GeneratedFolder.SuitePath(Generated, "toy"), new(Folder, Path.Combine(Generated, "files"), null));

    /// <summary>A complete run of today's suite in which these cases are wrong.</summary>
    public Run Run(int number = 1, params string[] wrong)
    {
        var loaded = Load();
        return new()
        {
            Header = new()
            {
                Suite = "toy",
                RunId = string.Create(CultureInfo.InvariantCulture, $"20261125T10000{number}000Z-1"),
                Started = new(2026, 11, 25, 10, 0, number, TimeSpan.Zero),
                DatasetHash = ContentHash.OfDataset(loaded.Cases),
                Cases = loaded.Cases.Count,
                Repetitions = 1,
                Metrics = loaded.Suite.Metrics.ToDictionary(m => m.Name, m => m.Fingerprint),
                Stack = loaded.Components(),
                Machine = "test",
                ToolVersion = "0.0.0",
                Commit = "4c1d9ab0000000000000000000000000000000aa",
            },
            Records = [.. loaded.Cases.Select(c => Record(c, wrong.Contains(c.Id) ? 0 : 1))],
            End = new(loaded.Cases.Count, new(2026, 11, 25, 10, 1, 0, TimeSpan.Zero), loaded.Components()),
        };
    }

    public void Dispose() => _folder.Dispose();

    private static RunRecord Record(Case @case, double correct) =>
        new() { CaseId = @case.Id, Hash = @case.Hash, Repetition = 1, Scores = new Dictionary<string, double?> { ["correct"] = correct, ["brevity"] = 1 } };

    private static string CaseLine(int number)
    {
        var label = number % 2 == 0 ? "even" : "odd";
        var line = new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"q-{number:00}"),
            input = new { text = string.Create(CultureInfo.InvariantCulture, $"question {number}") },
            expected = new { label },
            slices = new { language = number < 12 ? "de" : "en" },
        };
        return JsonSerializer.Serialize(line) + "\n";
    }
}
