namespace EvalGate.Files;

/// <summary>The folder that a build generates into, and the copy of it beside the assembly.</summary>
public static class GeneratedFolder
{
    private const string SuiteEnding = ".suite.json";

    /// <summary>Path of a resolved suite.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="suite">The suite's name.</param>
    public static string SuitePath(string folder, string suite) => Path.Combine(folder, suite + SuiteEnding);

    /// <summary>Names of the suites resolved in a folder, sorted; none when there is no such folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FilesException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Suites(string folder) => Disk.Access(folder, () => !Directory.Exists(folder)
        ? Array.Empty<string>()
        : [.. Directory.EnumerateFiles(folder, "*" + SuiteEnding).Select(f => Path.GetFileName(f)[..^SuiteEnding.Length]).Order(StringComparer.Ordinal)]);

    /// <summary>Makes the folder hold exactly these generated files; what is as before is not touched, so that nothing compiles anew.</summary>
    /// <param name="folder">The folder; created if missing.</param>
    /// <param name="files">Text by path relative to the folder.</param>
    /// <returns>How many files were written or deleted.</returns>
    /// <exception cref="FilesException">A file cannot be written.</exception>
    public static int Mirror(string folder, IReadOnlyDictionary<string, string> files)
    {
        var stale = Disk.Access(folder, () => Generated(folder).Where(f => !files.ContainsKey(f)).ToArray());
        foreach (var file in stale)
        {
            var path = Path.Combine(folder, file);
            Disk.Access(path, () => File.Delete(path));
        }

        return stale.Length + files.Count(f => TextFile.WriteIfChanged(Path.Combine(folder, f.Key), f.Value));
    }

    private static IEnumerable<string> Generated(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var copies = Path.Combine(folder, "files");
        return Directory.EnumerateFiles(folder, "*.g.cs")
            .Concat(Directory.EnumerateFiles(folder, "*" + SuiteEnding))
            .Concat(Directory.Exists(copies) ? Directory.EnumerateFiles(copies, "*", SearchOption.AllDirectories) : [])
            .Select(f => FolderPath.WithForwardSlashes(Path.GetRelativePath(folder, f)));
    }
}
