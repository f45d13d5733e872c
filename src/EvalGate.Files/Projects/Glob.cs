using System.IO.Enumeration;

namespace EvalGate.Files;

/// <summary>Finds files by pattern: <c>*</c> and <c>?</c> within a name, <c>**</c> for any folders.</summary>
public static class Glob
{
    private static readonly HashSet<string> Skipped = new(["bin", "obj", ".git", "TestResults"], StringComparer.Ordinal);
    private static readonly string[] Kept = [".snapshots", ".recordings"];

    // Hidden files count, and a folder that may not be read is an error, not an empty one.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The files below a folder that match a pattern.</summary>
    /// <param name="root">The folder; one that is missing has no files.</param>
    /// <param name="patterns">Relative, with forward slashes (backslashes are read as such), case-sensitive. A pattern that is rooted or has <c>..</c> matches nothing.</param>
    /// <returns>Paths relative to <paramref name="root"/> with forward slashes, each once, in ordinal order.</returns>
    /// <remarks>Folders named <c>bin</c>, <c>obj</c>, <c>.git</c>, <c>TestResults</c> and <c>*.snapshots</c> are skipped. Links to folders are not followed, nor are links to files outside the root.</remarks>
    /// <exception cref="FilesException">A folder may not be read.</exception>
    public static IReadOnlyList<string> Find(string root, IEnumerable<string> patterns)
    {
        var top = new DirectoryInfo(Path.GetFullPath(root));
        if (!top.Exists)
        {
            return [];
        }

        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
        {
            if (Segments(pattern) is { Length: > 0 } segments)
            {
                Disk.Access(root, () => Walk(top, "", segments, new Search(top.FullName, found)));
            }
        }

        return [.. found];
    }

    /// <summary>Names between slashes; none for a pattern that would leave the root.</summary>
    private static string[] Segments(string pattern)
    {
        var path = pattern.Replace('\\', '/');
        var names = path.Split('/').Where(n => n is not ("" or ".")).ToList();
        if (path.StartsWith('/') || path.Contains(':', StringComparison.Ordinal) || names.Contains("..") || names.Count == 0)
        {
            return [];
        }

        // Behind ** stands at least a file name, and ** twice says no more than once.
        var closed = names[^1] == "**" ? [.. names, "*"] : names;
        return [.. closed.Where((n, i) => n != "**" || i == 0 || closed[i - 1] != "**")];
    }

    private static void Walk(DirectoryInfo folder, string path, ReadOnlySpan<string> segments, Search search)
    {
        var rest = segments[1..];
        if (segments[0] == "**")
        {
            Walk(folder, path, rest, search);
            WalkInto(folder, path, "*", segments, search);
        }
        else if (rest.IsEmpty)
        {
            search.Found.UnionWith(Files(folder, segments[0], search.Root).Select(f => path + f));
        }
        else
        {
            WalkInto(folder, path, segments[0], rest, search);
        }
    }

    private static void WalkInto(DirectoryInfo folder, string path, string name, ReadOnlySpan<string> segments, Search search)
    {
        foreach (var child in folder.EnumerateDirectories("*", Everything))
        {
            if (Matches(name, child.Name) && !IsSkipped(child.Name) && child.LinkTarget is null)
            {
                Walk(child, $"{path}{child.Name}/", segments, search);
            }
        }
    }

    /// <summary>Snapshots and recordings come in thousands, and none of them is a suite, a case or a component.</summary>
    private static bool IsSkipped(string folder) => Skipped.Contains(folder) || Kept.Any(ending => folder.EndsWith(ending, StringComparison.Ordinal));

    private static IEnumerable<string> Files(DirectoryInfo folder, string name, string root) =>
        from file in folder.EnumerateFiles("*", Everything)
        where Matches(name, file.Name) && StaysInside(file, root)
        select file.Name;

    private static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private static bool StaysInside(FileInfo file, string root) =>
        file.LinkTarget is null
        || (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target && FolderPath.Below(root, target.FullName) is not null);

    private sealed record Search(string Root, SortedSet<string> Found);
}
