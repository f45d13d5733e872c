using System.IO.Compression;
using System.Text;

namespace EvalGate.Files;

/// <summary>The suites of a git revision with all that stands beside them, in a folder of their own; gone afterwards.</summary>
public sealed class GitTree : IDisposable
{
    private const string SuitePattern = ":(glob)**/*.eval.yaml";

    private GitTree(string folder) => Folder = folder;

    /// <summary>Where the files are.</summary>
    public string Folder { get; }

    /// <summary>The commit at which a branch left another: where the changes of a pull request begin.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="revision">The other branch.</param>
    /// <returns>Null without git, without the revision, or when the history is not there.</returns>
    public static string? MergeBase(string folder, string revision) => Text(folder, ["merge-base", "HEAD", "--end-of-options", revision])?.Trim() is { Length: > 0 } hash ? hash : null;

    /// <summary>A commit and those it follows on its own branch, nearest first.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="commit">A commit, as <see cref="MergeBase"/> gives it.</param>
    /// <param name="most">At most so many.</param>
    public static IReadOnlyList<string> FirstParents(string folder, string commit, int most) =>
        Text(folder, ["rev-list", "--first-parent", FormattableString.Invariant($"--max-count={most}"), commit])?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Files of a folder that are not as a revision has them, whatever their folder's place in the repository.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="revision">A commit, as <see cref="MergeBase"/> gives it.</param>
    /// <param name="pathspec">Which files, from the top of the repository.</param>
    public static IReadOnlyList<string> Changed(string folder, string revision, string pathspec) =>
        Names(Text(folder, ["diff", "--name-only", "-z", revision, "--", $":(top){pathspec}"]));

    /// <summary>Writes the suites of a revision, without snapshots and recordings.</summary>
    /// <param name="folder">A folder of the repository; what lies outside it is left out.</param>
    /// <param name="revision">A commit, as <see cref="MergeBase"/> gives it.</param>
    /// <exception cref="FilesException">The files cannot be written.</exception>
    public static GitTree Open(string folder, string revision)
    {
        var tree = new GitTree(Disk.Access(Path.GetTempPath(), () => Directory.CreateTempSubdirectory("evalgate-base-").FullName));
        var suites = Names(Text(folder, ["ls-tree", "-r", "-z", "--name-only", revision])).Where(f => f.EndsWith(".eval.yaml", StringComparison.Ordinal)).ToArray();
        if (suites.Length > 0)
        {
            string[] beside = [.. suites.Select(s => Path.GetDirectoryName(s)!).Distinct(StringComparer.Ordinal).Select(d => d.Length == 0 ? SuitePattern : $":(literal){d}")];
            tree.Extract(Output(folder, ["archive", "--format=zip", revision, "--", .. beside, .. Projects(folder, revision), ":(exclude,glob)**/*.snapshots/**", ":(exclude,glob)**/*.recordings/**"]));
        }

        return tree;
    }

    /// <inheritdoc/>
    public void Dispose() => Disk.Access(Folder, () => Directory.Delete(Folder, recursive: true));

    /// <summary>Project files, which say what the paths of suites are relative to; git refuses a pattern that matches none.</summary>
    private static string[] Projects(string folder, string revision) =>
        Names(Text(folder, ["ls-tree", "-r", "-z", "--name-only", revision])).Any(f => f.EndsWith("proj", StringComparison.Ordinal)) ? [":(glob)**/*.??proj"] : [];

    private void Extract(byte[]? zip)
    {
        if (zip is not null)
        {
            using var archive = new ZipArchive(new MemoryStream(zip));
            Disk.Access(Folder, () => archive.ExtractToDirectory(Folder));
        }
    }

    private static string? Text(string folder, IEnumerable<string> arguments) => Output(folder, arguments) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static byte[]? Output(string folder, IEnumerable<string> arguments) => GitProcess.Output(Path.Combine(folder, ".git"), arguments);

    private static string[] Names(string? text) => text?.Split('\0', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
