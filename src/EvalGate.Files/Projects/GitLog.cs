using System.Globalization;
using System.Text;

namespace EvalGate.Files;

/// <summary>A commit that touched a file.</summary>
/// <param name="Hash">The commit.</param>
/// <param name="Date">When it was made.</param>
/// <param name="Subject">The first line of its message.</param>
public sealed record GitCommit(string Hash, DateOnly Date, string Subject);

/// <summary>The history of files, as git tells it.</summary>
public static class GitLog
{
    private const int Fields = 3;

    /// <summary>The commits that touched a file, newest first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">At most so many.</param>
    /// <returns>None where git or the repository is missing.</returns>
    public static IReadOnlyList<GitCommit> Of(string path, int most)
    {
        var log = GitProcess.Output(path, ["log", string.Create(CultureInfo.InvariantCulture, $"--max-count={most}"), "--format=%H%x1f%cs%x1f%s", "--", Path.GetFileName(path)]);
        return [.. Encoding.UTF8.GetString(log ?? []).Split('\n').Select(l => l.Split('\u001f')).Where(f => f.Length == Fields)
            .Select(f => new GitCommit(f[0], DateOnly.ParseExact(f[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), f[2]))];
    }
}
