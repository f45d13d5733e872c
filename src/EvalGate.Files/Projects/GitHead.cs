using System.Buffers;

namespace EvalGate.Files;

/// <summary>The commit that is checked out, read from the repository's files: no git is run.</summary>
public static class GitHead
{
    private const int MostLinks = 5;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>The commit of the repository that a folder lies in.</summary>
    /// <param name="folder">Any folder; linked worktrees are followed.</param>
    /// <returns>The commit's hash; null outside a repository, before the first commit, or when the repository's files may not be read.</returns>
    public static string? Commit(string folder)
    {
        try
        {
            return GitFolder(folder) is { } git ? Resolve(git, CommonFolder(git)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The commit is information beside the result, and a run must not fail for it.
            return null;
        }
    }

    /// <summary>A folder as its repository knows it, with forward slashes.</summary>
    /// <param name="folder">Any folder.</param>
    /// <returns>Empty for the repository's own folder, and outside a repository.</returns>
    public static string PathInRepository(string folder) =>
        Above(folder).FirstOrDefault(at => Path.Exists(Path.Combine(at, ".git"))) is { } root && Path.GetRelativePath(root, folder) is not "." and var path ? path.Replace('\\', '/') : "";

    private static IEnumerable<string> Above(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }

    private static string? GitFolder(string folder)
    {
        foreach (var at in Above(folder))
        {
            var git = Path.Combine(at, ".git");
            if (Directory.Exists(git))
            {
                return git;
            }

            if (File.Exists(git))
            {
                var text = File.ReadAllText(git).Trim();
                return text.StartsWith("gitdir:", StringComparison.Ordinal) ? Path.GetFullPath(text["gitdir:".Length..].Trim(), at) : null;
            }
        }

        return null;
    }

    // A linked worktree has its own HEAD; branches are in the main repository.
    private static string CommonFolder(string git) =>
        ReadOrNull(Path.Combine(git, "commondir")) is { } common ? Path.GetFullPath(common, git) : git;

    private static string? Resolve(string git, string common)
    {
        var text = ReadOrNull(Path.Combine(git, "HEAD"));
        for (var link = 0; link < MostLinks && text is not null && text.StartsWith("ref:", StringComparison.Ordinal); link++)
        {
            var name = text["ref:".Length..].Trim();
            text = IsSafe(name)
                ? ReadOrNull(Path.Combine(git, name)) ?? ReadOrNull(Path.Combine(common, name)) ?? Packed(common, name)
                : null;
        }

        return text is { Length: 40 or 64 } && !text.AsSpan().ContainsAnyExcept(Hex) ? text : null;
    }

    private static bool IsSafe(string name) => name.StartsWith("refs/", StringComparison.Ordinal) && !name.Contains("..", StringComparison.Ordinal);

    private static string? Packed(string common, string name)
    {
        var packed = Path.Combine(common, "packed-refs");
        var line = File.Exists(packed) ? File.ReadLines(packed).FirstOrDefault(l => l.EndsWith(" " + name, StringComparison.Ordinal)) : null;
        return line?[..line.IndexOf(' ', StringComparison.Ordinal)];
    }

    private static string? ReadOrNull(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;
}
