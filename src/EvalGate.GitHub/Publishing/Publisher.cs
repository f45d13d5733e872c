using Octokit;

namespace EvalGate.GitHub;

/// <summary>Writes verdicts to a pull request: the comment, then the statuses of the measured commit.</summary>
public sealed class Publisher
{
    private const string ActionsLogin = "github-actions[bot]";

    private readonly Publication _publication;
    private readonly IGitHubClient _github;
    private readonly List<string> _done = [];
    private readonly List<string> _refused = [];

    private Publisher(Publication publication, IGitHubClient github) => (_publication, _github) = (publication, github);

    /// <summary>Publishes.</summary>
    /// <param name="publication">What and where.</param>
    /// <param name="time">The clock that waits between attempts.</param>
    /// <returns>What was done; a missing permission is told, and no failure.</returns>
    /// <exception cref="GitHubException">GitHub could not be reached, or failed.</exception>
    public static async Task<PublishResult> PublishAsync(Publication publication, TimeProvider time)
    {
        using var connection = new GitHubConnection(publication.Job, time);
        var publisher = new Publisher(publication, connection.Client);
        try
        {
            await publisher.WriteAsync().ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            throw e.Told(publication.Job, "pull-requests: write, statuses: write");
        }

        return new(publisher._done, publisher._refused);
    }

    private async Task WriteAsync()
    {
        if (_publication.Event is not { Head: { } head } || _publication.Event.Name == "issue_comment")
        {
            _done.Add($"the event '{_publication.Event.Name}' measures no commit: nothing was written");
        }
        else if (_publication.Event.IsFork)
        {
            _done.Add("the code comes from a fork, whose token may only read: nothing was written. The workflow_run workflow publishes the verdict.");
        }
        else if (await PullRequestAsync(head).ConfigureAwait(false) is not { } pull)
        {
            await WriteStatusesAsync(head).ConfigureAwait(false);
        }
        else if (pull.Head.Sha != head)
        {
            _done.Add($"the pull request has moved on from {head[..7]} to {pull.Head.Sha[..7]}: nothing was written");
        }
        else if (await WriteCommentAsync(pull.Number).ConfigureAwait(false))
        {
            await WriteStatusesAsync(head).ConfigureAwait(false);
        }
    }

    /// <summary>The event's pull request, or the open one that a commit is the head of: events of forks name none.</summary>
    private async Task<PullRequest?> PullRequestAsync(string head)
    {
        var job = _publication.Job;
        if (_publication.Event.PullRequest is { } number)
        {
            return await _github.PullRequest.Get(job.Owner, job.Repository, number).ConfigureAwait(false);
        }

        if (_publication.Event.Name != "workflow_run")
        {
            return null;
        }

        var pulls = await _github.Repository.Commit.PullRequests(job.Owner, job.Repository, head).ConfigureAwait(false);
        var found = pulls.FirstOrDefault(p => p.State.Value == ItemState.Open && p.Head.Sha == head);
        return found is null ? null : await _github.PullRequest.Get(job.Owner, job.Repository, found.Number).ConfigureAwait(false);
    }

    /// <returns>Whether the statuses may follow: not when a later run wrote already.</returns>
    private async Task<bool> WriteCommentAsync(int number)
    {
        try
        {
            var comment = new StickyComment(_github, _publication.Job, number, await LoginAsync().ConfigureAwait(false));
            var problem = await comment.WriteAsync(_publication.Marker, _publication.Comment).ConfigureAwait(false);
            _done.Add(problem ?? $"the comment on #{number} shows this run");
            return problem is null;
        }
        catch (ForbiddenException e) when (e.IsOfPermission)
        {
            _refused.Add(e.Message.Contains("locked", StringComparison.OrdinalIgnoreCase)
                ? $"the conversation of #{number} is locked: there is no comment, the statuses tell the verdict"
                : "the token may not comment: give the job 'permissions: { pull-requests: write }'");
            return true;
        }
    }

    private async Task<string> LoginAsync()
    {
        try
        {
            return (await _github.User.Current().ConfigureAwait(false)).Login;
        }
        catch (ForbiddenException e) when (e.IsOfPermission)
        {
            // The token of Actions is no user's.
            return ActionsLogin;
        }
    }

    private async Task WriteStatusesAsync(string head)
    {
        try
        {
            foreach (var status in _publication.Statuses)
            {
                var state = new NewCommitStatus { Context = status.Context, State = status.State, Description = status.Description, TargetUrl = _publication.Job.RunPage?.ToString() };
                await _github.Repository.Status.Create(_publication.Job.Owner, _publication.Job.Repository, head, state).ConfigureAwait(false);
                _done.Add($"{status.Context} on {head[..7]}: {status.State.ToString().ToLowerInvariant()}, {status.Description}");
            }
        }
        catch (ForbiddenException e) when (e.IsOfPermission)
        {
            _refused.Add("the token may not set commit statuses: give the job 'permissions: { statuses: write }'");
        }

        if (_publication.ChecksFolder is { } folder)
        {
            await WriteChecksAsync(head, folder).ConfigureAwait(false);
        }
    }

    private async Task WriteChecksAsync(string head, string folder)
    {
        var (owner, repository) = (_publication.Job.Owner, _publication.Job.Repository);
        try
        {
            foreach (var report in _publication.Published.Select(v => new CheckReport(v, folder)))
            {
                var run = await _github.Check.Run.Create(owner, repository, report.First(head)).ConfigureAwait(false);
                foreach (var further in report.Further)
                {
                    await _github.Check.Run.Update(owner, repository, run.Id, further).ConfigureAwait(false);
                }

                _done.Add($"{run.Name} on {head[..7]}: the findings stand at their lines");
            }
        }
        catch (ForbiddenException e) when (e.IsOfPermission)
        {
            _refused.Add("the token may not write check runs: give the job 'permissions: { checks: write }'; a personal token never may");
        }
    }
}
