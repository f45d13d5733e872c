namespace EvalGate.Files;

/// <summary>Files that somebody names on a command line: one by its path, or several by a pattern that no shell expanded.</summary>
public static class FilePattern
{
    /// <summary>The files that a path or pattern means.</summary>
    /// <param name="folder">The folder that <paramref name="pattern"/> is relative to.</param>
    /// <param name="pattern">A path, or a pattern with <c>*</c>, <c>?</c> and <c>**</c>; it may be rooted or leave the folder.</param>
    /// <returns>Paths as they would have been written, in ordinal order; a path without wildcards is itself, whether there is such a file or not.</returns>
    /// <exception cref="FilesException">A pattern that no file matches, or a folder that may not be read.</exception>
    public static IReadOnlyList<string> Find(string folder, string pattern)
    {
        var path = pattern.Replace('\\', '/');
        var wildcard = path.IndexOfAny(['*', '?']);
        if (wildcard < 0)
        {
            return [path];
        }

        var end = path.LastIndexOf('/', wildcard) + 1;
        var (fixedPart, names) = (path[..end], path[end..]);
        var found = Glob.Find(Path.Combine(folder, fixedPart), [names]);
        return found.Count > 0
            ? [.. found.Select(f => fixedPart + f)]
            : throw new FilesException(pattern, "No file matches this pattern.", "Check the path; folders named bin, obj and TestResults are searched only when they are named before the first wildcard.");
    }
}
