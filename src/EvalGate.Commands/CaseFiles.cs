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
    public static IReadOnlyList<string> Patterns(Suite suite) => [.. suite.CaseFiles.Select(suite.PathOf)];

    /// <summary>Reads all cases from today's files; YAML ones as the last build resolved them.</summary>
    public static CasesReading Read(EvalRoot root, Suite suite) => CasesReading.Join(
        Glob.Find(root.Folder, Patterns(suite)).Select(path => IsYaml(path)
            ? CaseReader.ReadFile(root.BesideAssembly, path + Resolved)
            : CaseReader.ReadFile(root.Folder, path)));

    /// <summary>Reads all cases from source, YAML included.</summary>
    public static CasesReading ReadSources(string folder, Suite suite, ISuiteLanguage language) => CasesReading.Join(
        Glob.Find(folder, Patterns(suite)).Select(path => IsYaml(path) ? ReadYaml(folder, path, language) : CaseReader.ReadFile(folder, path)));

    private static CasesReading ReadYaml(string folder, string path, ISuiteLanguage language)
    {
        var values = language.ReadCases(TextFile.Read(Path.Combine(folder, path)), path);
        var cases = CaseReader.FromValues(values.Values);
        return cases with { Diagnostics = [.. values.Diagnostics, .. cases.Diagnostics] };
    }
}
