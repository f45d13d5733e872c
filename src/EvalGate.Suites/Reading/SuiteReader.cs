using System.Text.RegularExpressions;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Suites.Reading;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites;

/// <summary>Reads a suite from YAML; every mistake becomes a diagnostic at its place, all in one pass.</summary>
public static partial class SuiteReader
{
    private static readonly string[] LaterKeys = ["recordings", "outcomes", "discovery"];

    /// <summary>Reads a suite.</summary>
    /// <param name="text">The file's text; any text at all.</param>
    /// <param name="file">Its path relative to the project folder, for diagnostics.</param>
    /// <param name="scorers">The built-in scorers.</param>
    /// <returns>The suite, or every reason why there is none.</returns>
    public static SuiteReading Read(string text, string file, IReadOnlyList<ScorerDefinition> scorers)
    {
        var problems = new Problems(file);
        var root = Document.Read(text, problems);
        if (root is null && !problems.HasErrors)
        {
            problems.Add(DiagnosticCodes.MissingKey, 1, 1, "the file is empty. A suite starts with 'suite:', 'subject:', 'cases:' and 'metrics:'.");
        }

        var suite = root is null || MapReader.Of(root, problems, "the suite") is not { } map ? null : Read(map.Later(LaterKeys), scorers);
        return new(problems.HasErrors ? null : suite, problems.All);
    }

    private static Suite Read(MapReader map, IReadOnlyList<ScorerDefinition> scorers)
    {
        var name = Name(map);
        var subject = Subject(map);
        var slices = SlicesReader.Read(map);
        var snapshots = SnapshotsReader.Read(map);
        var metrics = SnapshotsReader.With(MetricsReader.Read(map, scorers), snapshots, map.Problems);
        JudgeReader.CheckApproved(metrics.Sound, snapshots, map.Problems);
        var suite = new Suite
        {
            Name = name?.Text ?? "",
            Place = map.Problems.At(name ?? (Node)map.Map),
            Subject = new(subject?.Text ?? "", map.Problems.At(subject ?? (Node)map.Map)),
            CaseFiles = Cases(map),
            Repetitions = map.Integer("repetitions", 1, 1, 100),
            Concurrency = map.Integer("concurrency", 16, 1, 1000),
            Timeout = Timeout(map),
            Components = Components(map),
            Budget = SpendingReader.Budget(map),
            Prices = SpendingReader.Prices(map),
            Attributes = slices.Sound,
            Crosses = slices.Crosses,
            Metrics = metrics.Sound,
            Snapshots = snapshots,
            Leakage = LeakageReader.Read(map),
            Coverage = EvalSetReader.Coverage(map),
            Labels = EvalSetReader.Labels(map),
            Mix = MixReader.Read(map, slices.Names),
            MixFile = MixReader.FileOf(map),
            Gate = GateReader.Read(map, new(metrics, slices)),
        };
        map.Finish();
        return suite;
    }

    private static Scalar? Name(MapReader map)
    {
        var name = map.RequiredScalar("suite");
        if (name is not null && (!Identifier().IsMatch(name.Text) || name.Text.Length > 60))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, name, $"'suite' is {name.Kind}; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class.");
        }

        return name;
    }

    private static Scalar? Subject(MapReader map)
    {
        var subject = map.RequiredScalar("subject");
        if (subject is not null && !TypeName().IsMatch(subject.Text))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, subject, $"'subject' is {subject.Kind}; write the full name of a class that implements IEvalSubject, such as HelpDesk.SupportAssistant.");
        }

        return subject;
    }

    private static string[] Cases(MapReader map)
    {
        var files = map.Texts("cases");
        if (files.Count == 0 && map.Map.Entries.All(e => e.Key.Text != "cases"))
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, map.Map, "the suite needs 'cases:', a .jsonl file, a .cases.yaml file, or a glob.");
        }

        foreach (var file in files)
        {
            var problem = RelativePath.Problem(file.Text)
                ?? (file.Text.EndsWith(".jsonl", StringComparison.Ordinal) || file.Text.EndsWith(".cases.yaml", StringComparison.Ordinal)
                    ? null : "the ending must be .jsonl or .cases.yaml");
            if (problem is not null)
            {
                map.Problems.Add(DiagnosticCodes.WrongValue, file, $"'cases' is {file.Kind}: {problem}.");
            }
        }

        return [.. files.Select(f => f.Text)];
    }

    private static TimeSpan Timeout(MapReader map)
    {
        var usual = TimeSpan.FromSeconds(30);
        if (map.OptionalScalar("timeout") is not { } scalar)
        {
            return usual;
        }

        if (Quantity.Milliseconds(scalar.Text) is not { } milliseconds)
        {
            map.Problems.Add(DiagnosticCodes.WrongUnit, scalar, $"'timeout' is {scalar.Kind}; write a time with its unit, such as 30s, 500ms or 2m.");
            return usual;
        }

        if (milliseconds is < 1 or > 3_600_000)
        {
            map.Problems.Add(DiagnosticCodes.OutOfRange, scalar, $"'timeout' is {scalar.Kind}; 1ms to 60m is allowed.");
            return usual;
        }

        return TimeSpan.FromMilliseconds((double)milliseconds);
    }

    private static Component[] Components(MapReader map)
    {
        if (map.Optional("components") is not { } node || MapReader.Of(node, map.Problems, "'components'") is not { } components)
        {
            return [];
        }

        return [.. components.Map.Entries.Select(e => Component(components, e.Key))];
    }

    private static Component Component(MapReader components, Scalar key)
    {
        if (!ComponentName().IsMatch(key.Text))
        {
            components.Problems.Add(DiagnosticCodes.WrongValue, key, $"{key.Kind} is no name for a component; letters, digits, '_', '.' and '-' are allowed.");
        }

        var files = components.Texts(key.Text);
        foreach (var file in files)
        {
            if (RelativePath.Problem(file.Text) is { } problem)
            {
                components.Problems.Add(DiagnosticCodes.WrongValue, file, $"component {key.Kind} is {file.Kind}: {problem}.");
            }
        }

        return new(key.Text, [.. files.Select(f => f.Text)], components.Problems.At(key));
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    internal static partial Regex Identifier();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_.-]{0,59}\z", RegexOptions.CultureInvariant)]
    internal static partial Regex ComponentName();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z", RegexOptions.CultureInvariant)]
    internal static partial Regex TypeName();
}
