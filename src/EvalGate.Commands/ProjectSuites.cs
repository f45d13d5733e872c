using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Finds suites as they are written, without a build.</summary>
public static class ProjectSuites
{
    private const string Pattern = "**/*.eval.yaml";

    /// <summary>Reads and checks every suite below a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file or folder cannot be read.</exception>
    public static IReadOnlyList<CheckedSuite> Below(string folder, ISuiteLanguage language) =>
        [.. Glob.Find(folder, [Pattern]).Select(file => Read(Path.Combine(folder, file), language))];

    /// <summary>Reads and checks one suite.</summary>
    /// <param name="file">Path of the suite.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static CheckedSuite Read(string file, ISuiteLanguage language)
    {
        var project = ProjectFolder.Of(file);
        return CheckedSuite.Read(project, Path.GetRelativePath(project, file).Replace('\\', '/'), language);
    }

    /// <summary>The suites to work with: one by its name, or all that have a gate.</summary>
    /// <param name="folder">Where they are looked for.</param>
    /// <param name="name">The name of one; null for all.</param>
    /// <param name="language">The language of suites.</param>
    /// <returns>Sound suites, or what stands against working with any.</returns>
    /// <exception cref="FilesException">A file or folder cannot be read.</exception>
    public static SuiteSelection Select(string folder, string? name, ISuiteLanguage language) => Select(folder, name, language, SuitePart.Gate);

    /// <summary>The suites to work with: one by its name, or all that have a part.</summary>
    internal static SuiteSelection Select(string folder, string? name, ISuiteLanguage language, SuitePart part)
    {
        var all = Below(folder, language);
        var chosen = name is null ? [.. all] : all.Where(s => s.Suite?.Name == name).ToArray();
        Diagnostic[] problems =
        [
            .. chosen.Where(part.Refuses).SelectMany(s => s.DiagnosticsFrom(folder)),
            .. CheckedSuite.SameNames(chosen),
            .. chosen.Length == 0 ? [Missing(folder, name, all)] : Array.Empty<Diagnostic>(),
        ];
        var loaded = problems.Length > 0 ? [] : chosen.Where(s => part.Has(s.Suite!)).Select(LoadedSuite.Of).ToArray();
        return problems.Length > 0 || loaded.Length > 0 ? new(loaded, problems) : new([], [.. chosen.Select(part.Missing)]);
    }

    private static Diagnostic Missing(string folder, string? name, IReadOnlyList<CheckedSuite> all)
    {
        var names = all.Select(s => s.Suite?.Name).OfType<string>().ToArray();
        var there = names.Length == 0 ? "there is none below it (*.eval.yaml); 'evalgate init' starts one" : $"there are {string.Join(", ", names)}";
        return new(DiagnosticCodes.UnknownName, Severity.Error, $"{(name is null ? "no suite was found" : $"there is no suite '{name}'")}: {there}.{Nearest.Hint(name ?? "", names)}", new(folder, 0, 0));
    }
}

/// <summary>The suites that a command works with.</summary>
/// <param name="Suites">Each with a gate and without errors; none when there are problems.</param>
/// <param name="Problems">Why there are none.</param>
public sealed record SuiteSelection(IReadOnlyList<LoadedSuite> Suites, IReadOnlyList<Diagnostic> Problems);
