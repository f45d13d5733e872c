using System.Net;
using Octokit;

namespace EvalGate.GitHub;

/// <summary>A command on a pull request, by somebody who may give it: the head it is about, that head's files and results, and the answer.</summary>
/// <remarks>Code of the pull request is never checked out: its files are read as data, at the one commit that the session is about.</remarks>
public sealed class AcceptSession : IDisposable
{
    private readonly GitHubConnection _connection;
    private readonly ActionsJob _job;
    private PullRequest? _opened;

    /// <summary>A session that is not open yet.</summary>
    /// <param name="job">The job that answers.</param>
    /// <param name="time">The clock that waits between attempts.</param>
    public AcceptSession(ActionsJob job, TimeProvider time)
    {
        _job = job;
        _connection = new(job, time);
    }

    /// <summary>The head of the pull request when the session began; nothing else is accepted.</summary>
    public string Head => Pull.Head.Sha;

    /// <summary>Whether a commit may be put on top of the head: not on a fork's.</summary>
    public bool TakesCommits => Pull.Head.Repository is { } from && from.Id == Pull.Base.Repository.Id;

    private PullRequest Pull => _opened ?? throw new InvalidOperationException("The session is not open.");

    private IGitHubClient GitHub => _connection.Client;

    /// <summary>Looks who gives the command, and on what.</summary>
    /// <param name="started">The event: a new comment on a pull request.</param>
    /// <returns>Why nobody is answered; null when the session is open.</returns>
    /// <exception cref="GitHubException">GitHub could not be reached, or failed.</exception>
    public async Task<string?> OpenAsync(GitHubEvent started)
    {
        if (started is not { PullRequest: { } number, Comment: { IsOfPerson: true } comment })
        {
            return "this is no new comment of a person on a pull request";
        }

        if (!await MayWriteAsync(comment.Login).ConfigureAwait(false))
        {
            return $"{Reports.CleanText.Of(comment.Login, 40)} may not write to this repository";
        }

        _opened = await Guarded(() => GitHub.PullRequest.Get(_job.Owner, _job.Repository, number)).ConfigureAwait(false);
        return _opened.State.Value == ItemState.Open ? null : "the pull request is closed";
    }

    /// <summary>The newest results of the head, as the zip that its workflow uploaded; null when there are none.</summary>
    /// <param name="artifact">The name of the artifact.</param>
    public Task<byte[]?> ResultsAsync(string artifact) => Guarded(async () =>
    {
        var artifacts = new Artifacts(_connection, _job);
        var found = (await artifacts.NamedAsync(artifact).ConfigureAwait(false)).FirstOrDefault(a => !a.Expired && a.WorkflowRun.HeadSha == Head && a.WorkflowRun.RepositoryId == Pull.Base.Repository.Id);
        return found is null ? null : await artifacts.DownloadAsync(found).ConfigureAwait(false);
    });

    /// <summary>A file as the head has it; null when it has none.</summary>
    /// <param name="path">Its path in the repository.</param>
    public Task<string?> ReadAsync(string path) => Guarded(async () =>
    {
        try
        {
            var files = await GitHub.Repository.Content.GetAllContentsByRef(_job.Owner, _job.Repository, path, Head).ConfigureAwait(false);
            return files is [{ Type.Value: ContentType.File } file] ? file.Content : null;
        }
        catch (NotFoundException)
        {
            return null;
        }
    });

    /// <summary>The blobs of all files of the head, by path.</summary>
    /// <exception cref="GitHubException">GitHub could not be reached, or failed, or the repository has more files than GitHub lists.</exception>
    public Task<IReadOnlyDictionary<string, string>> BlobsAsync() => Guarded<IReadOnlyDictionary<string, string>>(async () =>
    {
        var tree = await GitHub.Git.Tree.GetRecursive(_job.Owner, _job.Repository, Head).ConfigureAwait(false);
        return tree.Truncated
            ? throw new GitHubException("the repository has more files than GitHub lists: approve snapshots on a machine, with evalgate snapshots pull and review.")
            : tree.Tree.Where(t => t.Type.Value == TreeType.Blob).ToDictionary(t => t.Path, t => t.Sha, StringComparer.Ordinal);
    });

    /// <summary>Puts one commit on top of the head, and of nothing else: when the branch has moved on, nothing happens.</summary>
    /// <param name="files">Contents by path in the repository.</param>
    /// <param name="message">The commit's message.</param>
    /// <returns>The commit, or why there is none.</returns>
    public Task<(string? Commit, string? Problem)> CommitAsync(IReadOnlyDictionary<string, string> files, string message) => Guarded<(string?, string?)>(async () =>
    {
        try
        {
            var git = GitHub.Git;
            var head = await git.Commit.Get(_job.Owner, _job.Repository, Head).ConfigureAwait(false);
            var tree = new NewTree { BaseTree = head.Tree.Sha };
            foreach (var (path, content) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                tree.Tree.Add(new() { Path = path, Mode = "100644", Type = TreeType.Blob, Content = content });
            }

            var made = await git.Tree.Create(_job.Owner, _job.Repository, tree).ConfigureAwait(false);
            var commit = await git.Commit.Create(_job.Owner, _job.Repository, new(message, made.Sha, Head)).ConfigureAwait(false);
            await git.Reference.Update(_job.Owner, _job.Repository, $"heads/{Pull.Head.Ref}", new(commit.Sha, force: false)).ConfigureAwait(false);
            return (commit.Sha, null);
        }
        catch (ForbiddenException e) when (e.IsOfPermission)
        {
            return (null, "the token may not commit: give the job `permissions: { contents: write }`, or answer with a suggestion (`--as suggestion`)");
        }
        catch (ApiException e) when (e.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict)
        {
            return (null, "the branch has moved on meanwhile");
        }
    });

    /// <summary>Answers below the command.</summary>
    /// <param name="body">Markdown in which texts of others are escaped.</param>
    public Task ReplyAsync(string body) => Guarded(() => GitHub.Issue.Comment.Create(_job.Owner, _job.Repository, Pull.Number, Redactor.Usual.Clean(body)));

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>By the permission that counts; how somebody is associated with a repository says nothing about it.</summary>
    private async Task<bool> MayWriteAsync(string login)
    {
        try
        {
            return (await Guarded(() => GitHub.Repository.Collaborator.ReviewPermission(_job.Owner, _job.Repository, login)).ConfigureAwait(false)).Permission is "admin" or "write";
        }
        catch (NotFoundException)
        {
            return false;
        }
    }

    private async Task<T> Guarded<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (ApiException e) when (e is not NotFoundException)
        {
            throw e.Told(_job, "actions: read, pull-requests: write, contents: write");
        }
    }
}
