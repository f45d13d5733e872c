using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Finds and reads the cases of a suite.</summary>
internal static class CaseFiles
{
    /// <summary>What the build puts behind the name of a YAML cases file: the same cases as JSON Lines, so that the test host needs no YAML.</summary>
    public const string Resolved = ".jsonl";

    public static bool IsYaml(string path) => path.EndsWith(".cases.yaml", StringComparison.Ordinal);

    /// <summary>The patterns of a suite, relative to the project folder.</summary>
    public static IReadOnlyList<string> Patterns(Suite suite) =>
        [.. suite.CaseFiles.Select(p => suite.Folder.Length == 0 ? p : $"{suite.Folder}/{p}")];

    /// <summary>Reads all cases from today's files; YAML ones as the last build resolved them.</summary>
    public static CasesReading Read(EvalRoot root, IReadOnlyList<string> patterns) => Merge(
        Glob.Find(root.Folder, patterns).Select(path =>
        {
            using var stream = File.OpenRead(IsYaml(path) ? root.BesideAssemblyPath(path + Resolved) : Path.Combine(root.Folder, path));
            return CaseReader.ReadJsonLines(stream, path);
        }));

    /// <summary>Reads all cases from source, YAML included.</summary>
    public static CasesReading ReadSources(string folder, IReadOnlyList<string> patterns, ISuiteLanguage language) => Merge(
        Glob.Find(folder, patterns).Select(path => IsYaml(path)
            ? ReadYaml(Path.Combine(folder, path), path, language)
            : ReadLines(Path.Combine(folder, path), path)));

    private static CasesReading ReadLines(string fullPath, string path)
    {
        using var stream = File.OpenRead(fullPath);
        return CaseReader.ReadJsonLines(stream, path);
    }

    private static CasesReading ReadYaml(string fullPath, string path, ISuiteLanguage language)
    {
        var values = language.ReadCases(TextFile.Read(fullPath), path);
        var cases = CaseReader.FromValues(values.Values);
        return cases with { Diagnostics = [.. values.Diagnostics, .. cases.Diagnostics] };
    }

    /// <summary>Several files are one set: an id may stand in only one of them.</summary>
    private static CasesReading Merge(IEnumerable<CasesReading> files)
    {
        var readings = files.ToArray();
        var first = new Dictionary<string, Case>(StringComparer.Ordinal);
        var problems = readings.SelectMany(r => r.Diagnostics).ToList();
        foreach (var @case in readings.SelectMany(r => r.Cases))
        {
            if (!first.TryAdd(@case.Id, @case))
            {
                problems.Add(new(
                    DiagnosticCodes.DuplicateCase,
                    Severity.Error,
                    $"case '{@case.Id}' is there twice: the first is at {first[@case.Id].Place}. Give this one an id of its own.",
                    @case.Place));
            }
        }

        return new([.. first.Values], problems);
    }
}
