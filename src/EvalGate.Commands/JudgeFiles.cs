using System.Text.Json;
using EvalGate.Files;
using EvalGate.Judges;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Puts rubrics and human labels into a suite that was read: a judge is what its rubric says, not where it lies.</summary>
internal static class JudgeFiles
{
    private const string Rubric = "rubric";
    private const int LongestRubric = 100_000;

    public static (Suite Suite, IReadOnlyList<Diagnostic> Problems) Load(string projectFolder, Suite suite)
    {
        var problems = new List<Diagnostic>();
        var folder = Path.Combine(projectFolder, suite.Folder);
        var metrics = suite.Metrics.Select(m => m.Judge is null ? m : Load(folder, m, problems)).ToArray();
        return (suite with { Metrics = metrics }, problems);
    }

    private static Metric Load(string folder, Metric metric, List<Diagnostic> problems)
    {
        var settings = metric.Scorer.Settings.ToDictionary(StringComparer.Ordinal);
        settings[Rubric] = Text(folder, settings[Rubric], metric, problems);
        if (settings[Rubric].Length > LongestRubric)
        {
            problems.Add(Problem(DiagnosticCodes.TooLarge, metric, $"the rubric is longer than {LongestRubric} characters"));
        }

        return metric with
        {
            Scorer = metric.Scorer with { Settings = settings },
            Judge = metric.Judge! with { Labels = metric.Judge.File is { } file ? [.. Labels(folder, file, metric, problems)] : [] },
        };
    }

    private static string Text(string folder, string file, Metric metric, List<Diagnostic> problems)
    {
        if (TextFile.Exists(Path.Combine(folder, file)))
        {
            return TextFile.Read(Path.Combine(folder, file)).ReplaceLineEndings("\n").Trim();
        }

        problems.Add(Problem(DiagnosticCodes.NoFiles, metric, $"there is no file '{ShownText.Of(file)}'. Paths are relative to the suite's folder"));
        return "";
    }

    private static IEnumerable<HumanLabel> Labels(string folder, string file, Metric metric, List<Diagnostic> problems)
    {
        var scale = metric.Scorer.Scale ?? metric.Range!;
        foreach (var (number, line) in Text(folder, file, metric, problems).Split('\n').Index().Where(l => l.Item.Trim().Length > 0))
        {
            if (Label(line) is { } label && label.Label >= (double)scale.Minimum && label.Label <= (double)scale.Maximum)
            {
                yield return label;
            }
            else
            {
                problems.Add(Problem(
                    DiagnosticCodes.WrongValue, metric, $"line {number + 1} of '{ShownText.Of(file)}' is no label; write {{\"case\":\"id\",\"output\":\"…\",\"label\":{Quantity.Text(scale.Maximum)}}}, within {Quantity.Text(scale.Minimum)}..{Quantity.Text(scale.Maximum)}"));
            }
        }
    }

    private static HumanLabel? Label(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var label = document.RootElement;
            var output = label.GetProperty("output");
            return new(label.GetProperty("case").GetString()!, output.ValueKind == JsonValueKind.String ? output.GetString()! : CanonicalJson.Text(output), label.GetProperty("label").GetDouble())
            {
                Arm = label.TryGetProperty("arm", out var arm) ? arm.GetString() : null,
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static Diagnostic Problem(string code, Metric metric, string message) => new(code, Severity.Error, $"metric '{metric.Name}': {message}.", metric.Place);
}
