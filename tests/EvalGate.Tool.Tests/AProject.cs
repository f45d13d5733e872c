using System.Globalization;
using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Suites;

namespace EvalGate.Tool.Tests;

/// <summary>A test project with one suite of 48 cases, and runs of it as a test host would have left them.</summary>
internal sealed class AProject
{
    public const string Commit = "4c1d9ab0000000000000000000000000000000aa";

    private readonly Workplace _place;
    private readonly string _folder;

    private AProject(Workplace place, string suite, string folder) => (_place, Name, _folder) = (place, suite, folder);

    public string Name { get; }

    public string Baseline => $"{_folder}evals/{Name}.baseline.jsonl";

    public string Runs => $"{_folder}TestResults/evalgate/net10.0/{Name}";

    /// <summary>Writes a project.</summary>
    public static AProject In(Workplace place, string suite = "toy", string folder = "")
    {
        var project = new AProject(place, suite, folder.Length == 0 ? "" : folder + "/");
        place.Write($"{project._folder}Toy.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        place.Write($"{project._folder}evals/{suite}.eval.yaml", Suite(suite));
        place.Write($"{project._folder}evals/{suite}.cases.jsonl", string.Concat(Enumerable.Range(0, 48).Select(Case)));
        return project;
    }

    /// <summary>Checks a commit out, as far as EvalGate looks.</summary>
    public AProject At(string commit)
    {
        _place.Write($"{_folder}.git/HEAD", commit + "\n");
        return this;
    }

    /// <summary>Adds a run in which the given cases are wrong.</summary>
    /// <param name="hour">When it started.</param>
    /// <param name="wrong">Whether a case is answered wrongly.</param>
    /// <param name="change">Changes the header.</param>
    /// <param name="end">False for a run that was cut off.</param>
    /// <returns>The file, relative to the workplace.</returns>
    public string Run(int hour, Predicate<string>? wrong = null, Func<RunHeader, RunHeader>? change = null, bool end = true)
    {
        var loaded = ProjectSuites.Read(_place[$"{_folder}evals/{Name}.eval.yaml"], new YamlLanguage());
        var header = HeaderOf(loaded, hour);
        header = change?.Invoke(header) ?? header;
        using var writer = RunWriter.Create(_place[Runs], header);
        var shard = header.Shard is { } text && Datasets.Shard.TryParse(text, out var parsed) ? parsed : null;
        foreach (var @case in loaded.Cases.Where(c => shard?.Contains(c.Id) ?? true))
        {
            writer.Append(new()
            {
                CaseId = @case.Id,
                Hash = @case.Hash,
                Repetition = 1,
                Scores = new Dictionary<string, double?> { ["correct"] = wrong?.Invoke(@case.Id) == true ? 0 : 1 },
                DurationMs = 1,
            });
        }

        if (end)
        {
            writer.Finish(new(writer.Records, header.Started.AddMinutes(1), header.Stack));
        }

        return Path.GetRelativePath(_place.Folder, writer.Path);
    }

    /// <summary>Cases of one language that are answered wrongly, the first so many.</summary>
    public static Predicate<string> First(int count, string language) =>
        id => id.StartsWith(language, StringComparison.Ordinal) && int.Parse(id.AsSpan(3), CultureInfo.InvariantCulture) < count;

    private static RunHeader HeaderOf(CheckedSuite loaded, int hour)
    {
        var started = new DateTimeOffset(2026, 3, 1, hour, 0, 0, TimeSpan.Zero);
        return new()
        {
            Suite = loaded.Suite!.Name,
            RunId = string.Create(CultureInfo.InvariantCulture, $"{started:yyyyMMdd'T'HHmmssfff'Z'}-1"),
            Started = started,
            DatasetHash = ContentHash.OfDataset(loaded.Cases),
            Cases = loaded.Cases.Count,
            Repetitions = 1,
            Metrics = loaded.Suite.Metrics.ToDictionary(m => m.Name, m => m.Fingerprint),
            Commit = Commit,
            Build = "b1",
            Machine = "test",
            ToolVersion = "0.0.0",
        };
    }

    private static string Suite(string name) => $$"""
        suite: {{name}}
        subject: Toy.Sorter
        cases: {{name}}.cases.jsonl
        slices:
          - language
        metrics:
          correct: { scorer: exact, of: output.label, expected: expected.label }
        gate:
          baseline: {{name}}.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }

        """;

    private static string Case(int number)
    {
        var language = number % 2 == 0 ? "de" : "en";
        var id = string.Create(CultureInfo.InvariantCulture, $"{language}-{number / 2:00}");
        return JsonSerializer.Serialize(new { id, input = new { text = number }, expected = new { label = "x" }, slices = new { language } }) + "\n";
    }
}
