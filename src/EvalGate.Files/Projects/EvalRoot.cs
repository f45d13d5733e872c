namespace EvalGate.Files;

/// <summary>Where a test host reads suites' files from: <c>EVALGATE_ROOT</c>, else the project folder, else the copy beside the assembly.</summary>
/// <remarks>One place serves all files. A file that is missing there is missing: an outdated copy elsewhere never takes its place.</remarks>
/// <param name="ProjectFolder">The project folder that the build recorded; need not exist on this machine.</param>
/// <param name="BesideAssembly">The folder of the test assembly's copy.</param>
/// <param name="Override">The value of <c>EVALGATE_ROOT</c>; null or empty when it is not set.</param>
public sealed record EvalRoot(string ProjectFolder, string BesideAssembly, string? Override)
{
    /// <summary>The folder that is read from.</summary>
    public string Folder
    {
        get
        {
            if (!string.IsNullOrEmpty(Override))
            {
                return Path.GetFullPath(Override);
            }

            return IsCopy ? BesideAssembly : ProjectFolder;
        }
    }

    /// <summary>Whether it is the copy beside the assembly, which has no snapshots.</summary>
    public bool IsCopy => string.IsNullOrEmpty(Override) && !Directory.Exists(ProjectFolder);

    /// <summary>The full path of a file.</summary>
    /// <param name="relative">Path relative to the project folder, with forward slashes.</param>
    /// <returns>Null when there is no such file, or when the path would leave the folder.</returns>
    public string? FindFile(string relative)
    {
        var folder = Path.GetFullPath(Folder);
        var path = Path.GetFullPath(relative.Replace('\\', '/'), folder);
        return FolderPath.Below(folder, path) is not null && File.Exists(path) ? path : null;
    }
}
