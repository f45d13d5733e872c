namespace EvalGate.Files;

/// <summary>The folder of the project that a suite belongs to, found without a build.</summary>
public static class ProjectFolder
{
    private const string SuitesFolder = "evals";

    /// <summary>The nearest folder above a suite that has a project file.</summary>
    /// <param name="suiteFile">Path of a <c>*.eval.yaml</c>.</param>
    /// <returns>Without a project file above: the folder that holds <c>evals</c>, else the suite's own.</returns>
    /// <exception cref="FilesException">A folder may not be read.</exception>
    public static string Of(string suiteFile)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(suiteFile))!;
        var above = Above(own).ToArray();
        return above.FirstOrDefault(HasProject)
            ?? above.Where(f => Path.GetFileName(f) == SuitesFolder).Select(Path.GetDirectoryName).LastOrDefault()
            ?? own;
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    private static bool HasProject(string folder) => Disk.Access(folder, () => Directory.EnumerateFiles(folder, "*.??proj").Any());
}
