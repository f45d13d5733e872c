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
}
