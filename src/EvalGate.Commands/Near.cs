using EvalGate.Files;

namespace EvalGate.Commands;

/// <summary>Paths as short as they read: below a folder relative to it, elsewhere whole.</summary>
public static class Near
{
    /// <summary>The path with forward slashes.</summary>
    /// <param name="folder">Where the reader stands.</param>
    /// <param name="path">The path, whole.</param>
    public static string Path(string folder, string path) => FolderPath.Below(folder, path) ?? FolderPath.WithForwardSlashes(path);
}
