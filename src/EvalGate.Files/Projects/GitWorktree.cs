using System.Text;

namespace EvalGate.Files;

/// <summary>The files of a commit in a folder of their own, where they can be built and run; gone afterwards. The files that people work on stay as they are.</summary>
public sealed class GitWorktree : IDisposable
{
    /// <summary>Hooks of the repository are for people who switch branches.</summary>
    private static readonly string[] WithoutHooks = ["-c", "core.hooksPath=/dev/null"];

    private readonly string _repository;
    private readonly string _code;

    private GitWorktree(string repository, string temporary) => (_repository, Temporary, _code) = (repository, temporary, Path.Combine(temporary, "code"));

    /// <summary>A folder beside the files that goes with them.</summary>
    public string Temporary { get; }

    /// <summary>The commit that a revision names.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="revision">A branch, a tag, a hash: whatever git understands.</param>
    /// <returns>Its hash; null without git, without a repository, or when there is no such commit here.</returns>
    public static string? CommitOf(string folder, string revision) =>
        GitProcess.Output(InFolder(folder), ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]) is { } hash ? Encoding.UTF8.GetString(hash).Trim() : null;

    /// <summary>Checks a commit out.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="commit">A commit, as <see cref="CommitOf"/> gives it.</param>
    /// <exception cref="FilesException">Git refuses, or the files cannot be written.</exception>
    public static GitWorktree Open(string folder, string commit)
    {
        var worktree = new GitWorktree(folder, Disk.Access(Path.GetTempPath(), () => Directory.CreateTempSubdirectory("evalgate-ab-").FullName));
        var (output, refusal) = GitProcess.Ask(InFolder(folder), [.. WithoutHooks, "worktree", "add", "--detach", "--force", "--quiet", worktree._code, commit]);
        if (output is null)
        {
            worktree.Dispose();
            throw new FilesException(worktree._code, $"git made no worktree of {commit}: {refusal}.", "See what 'git worktree list' says.");
        }

        return worktree;
    }

    /// <summary>Where a folder of the repository is in the commit; it need not exist there.</summary>
    /// <param name="folder">The folder.</param>
    public string Of(string folder) => Path.Combine(_code, GitHead.PathInRepository(folder));

    /// <inheritdoc/>
    public void Dispose()
    {
        GitProcess.Ask(InFolder(_repository), ["worktree", "remove", "--force", "--force", _code]);
        Disk.Access(Temporary, () => Directory.Delete(Temporary, recursive: true));
        GitProcess.Ask(InFolder(_repository), ["worktree", "prune"]);
    }

    private static string InFolder(string folder) => Path.Combine(folder, ".git");
}
