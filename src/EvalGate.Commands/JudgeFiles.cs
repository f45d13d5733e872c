using EvalGate.Files;
using EvalGate.Judges;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Puts rubrics and human labels into a suite that was read: a judge is what its rubric says, not where it lies.</summary>
internal sealed class JudgeFiles
{
    private const string Rubric = "rubric";
    private const int LongestRubric = 100_000;
    private const int MostStray = 10;

    private readonly List<Diagnostic> _problems = [];
    private readonly string _projectFolder;
    private readonly Suite _suite;

    private JudgeFiles(string projectFolder, Suite suite) => (_projectFolder, _suite) = (projectFolder, suite);

    public static (Suite Suite, IReadOnlyList<Diagnostic> Problems) Load(string projectFolder, Suite suite)
    {
        var files = new JudgeFiles(projectFolder, suite);
        return (suite with { Metrics = [.. suite.Metrics.Select(m => m.Judge is { } judge ? files.Load(m, judge) : m)] }, files._problems);
    }

    /// <summary>Labels of cases that are not there, which no run would ever grade.</summary>
    public static IEnumerable<Diagnostic> StrayLabels(Suite suite, IReadOnlyList<Case> cases)
    {
        var ids = cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return from metric in suite.Metrics
               from id in (metric.Judge?.Labels ?? []).Select(l => l.CaseId).Where(id => !ids.Contains(id)).Distinct(StringComparer.Ordinal).Take(MostStray)
               select new Diagnostic(DiagnosticCodes.UnknownName, Severity.Error, $"metric '{metric.Name}': '{ShownText.Of(metric.Judge!.File!)}' labels an output of case '{ShownText.Of(id)}', which is not there.{Nearest.Hint(id, ids)}", metric.Place);
    }

    private Metric Load(Metric metric, JudgeBar judge)
    {
        var settings = metric.Scorer.Settings.ToDictionary(StringComparer.Ordinal);
        settings[Rubric] = Find(settings[Rubric], metric) is { } rubric ? TextFile.Read(Path.Combine(_projectFolder, rubric)).ReplaceLineEndings("\n").Trim() : "";
        if (settings[Rubric].Length > LongestRubric)
        {
            Add(DiagnosticCodes.TooLarge, metric, $"the rubric is longer than {LongestRubric} characters");
        }

        return metric with { Scorer = metric.Scorer with { Settings = settings }, Judge = judge with { Labels = judge.File is { } file && Find(file, metric) is { } found ? Labels(found, metric) : [] } };
    }

    private IReadOnlyList<HumanLabel> Labels(string file, Metric metric)
    {
        var (labels, problems) = HumanLabelReader.ReadFile(_projectFolder, file, metric);
        _problems.AddRange(problems);
        return labels;
    }

    /// <summary>A file of the suite's folder, relative to the project; null when it is not there.</summary>
    private string? Find(string file, Metric metric)
    {
        var path = _suite.PathOf(file);
        if (TextFile.Exists(Path.Combine(_projectFolder, path)))
        {
            return path;
        }

        Add(DiagnosticCodes.NoFiles, metric, $"there is no file '{ShownText.Of(file)}'. Paths are relative to the suite's folder");
        return null;
    }

    private void Add(string code, Metric metric, string message) => _problems.Add(new(code, Severity.Error, $"metric '{metric.Name}': {message}.", metric.Place));
}
