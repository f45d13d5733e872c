using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

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
        var start = new ProcessStartInfo("git", ["log", string.Create(CultureInfo.InvariantCulture, $"--max-count={most}"), "--format=%H%x1f%cs%x1f%s", "--", Path.GetFileName(path)])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(path)),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return [.. text.Split('\n').Select(l => l.Split('\u001f')).Where(f => f.Length == Fields)
                .Select(f => new GitCommit(f[0], DateOnly.ParseExact(f[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), f[2]))];
        }
        catch (Win32Exception)
        {
            // There is no git here, or no such folder.
            return [];
        }
    }
}
