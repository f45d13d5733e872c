using System.Text;

namespace EvalGate.Files;

/// <summary>What is not as the checked-out commit has it.</summary>
public static class GitChanges
{
    private const int StatusLength = 3;

    /// <summary>Files below a folder that were changed, added or deleted since.</summary>
    /// <param name="folder">A folder of a repository.</param>
    /// <returns>By path in the repository, each with whether it is still there; none where git or the repository is missing.</returns>
    public static IReadOnlyList<(string Path, bool Exists)> Below(string folder)
    {
        var output = GitProcess.Output(Path.Combine(folder, ".git"), ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", "."]);
        return output is null
            ? []
            : [.. Encoding.UTF8.GetString(output).Split('\0').Where(e => e.Length > StatusLength).Select(e => (e[StatusLength..], !e[..2].Contains('D', StringComparison.Ordinal)))];
    }

    /// <summary>The blobs of tracked files below a folder, by path in the repository; none where git or the repository is missing.</summary>
    /// <param name="folder">A folder of a repository.</param>
    public static IReadOnlyDictionary<string, string> Blobs(string folder)
    {
        var output = GitProcess.Output(Path.Combine(folder, ".git"), ["ls-files", "--stage", "--full-name", "-z", "--", "."]) ?? [];
        return Encoding.UTF8.GetString(output).Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('\t', 2))
            .ToDictionary(e => e[1], e => e[0].Split(' ')[1], StringComparer.Ordinal);
    }
}
