namespace EvalGate.Files;

/// <summary>Paths within folders, compared as the system compares them: on Windows and macOS, case does not matter.</summary>
public static class FolderPath
{
    /// <summary>Whether two paths are one.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The path as it reads from a folder above it.</summary>
    /// <param name="folder">The folder, whole.</param>
    /// <param name="path">The path, whole.</param>
    /// <returns>Relative, with forward slashes; null when the path is not below the folder.</returns>
    public static string? Below(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        var isOutside = relative is "." or ".." || relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(relative);
        return isOutside ? null : WithForwardSlashes(relative);
    }

    /// <summary>A path as suites and reports write it, on every system.</summary>
    /// <param name="path">The path.</param>
    public static string WithForwardSlashes(string path) => path.Replace(Path.DirectorySeparatorChar, '/');
}
