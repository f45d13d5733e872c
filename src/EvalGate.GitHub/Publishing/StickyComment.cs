using System.Net;
using Octokit;

namespace EvalGate.GitHub;

/// <summary>The one comment of a report on a pull request, found by author and marker over all pages, and changed in place.</summary>
/// <remarks>
/// GitHub can neither lock a comment nor change it on a condition, and another run may write at the same moment. So every writer looks at what stands there
/// before and after it writes, and all go by one rule: a report of the head comes before one of an older commit, then the later run before the earlier.
/// </remarks>
internal sealed class StickyComment(IGitHubClient github, ActionsJob job, int pullRequest, string author)
{
    private const int Sendings = 3;
    private static readonly ApiOptions Pages = new() { PageSize = 100 };

    private readonly Uri _comments = new($"repos/{job.Owner}/{job.Repository}/issues/{pullRequest}/comments", UriKind.Relative);

    /// <summary>Writes it, unless a later report stands there.</summary>
    /// <returns>Why it does not stand there; null when it does.</returns>
    public async Task<string?> WriteAsync(Marker marker, string body)
    {
        for (var sent = 0; ; sent++)
        {
            var (standing, head) = await LookAsync(marker.Key).ConfigureAwait(false);
            if (head != marker.Head)
            {
                await RetractAsync(sent > 0 ? standing : null, marker, head).ConfigureAwait(false);
                return $"the pull request has moved on from {marker.Head[..7]} to {head[..7]}";
            }

            if (standing?.Marker.RankAt(head).CompareTo(marker.RankAt(head)) > 0)
            {
                return $"the comment on #{pullRequest} shows a later run of the same commit";
            }

            if (sent > 0 && standing?.Marker == marker)
            {
                return null;
            }

            if (sent == Sendings)
            {
                return $"the comment on #{pullRequest} is deleted or written over each time";
            }

            await SendAsync(standing, body, isLast: sent == Sendings - 1).ConfigureAwait(false);
        }
    }

    /// <summary>What stands there, and the head of the pull request after that was seen. Of several, which two runs at once may leave, the first by the rule stays.</summary>
    private async Task<((IssueComment Comment, Marker Marker)? Standing, string Head)> LookAsync(string key)
    {
        var all = await new ApiConnection(github.Connection).GetAll<IssueComment>(_comments, Pages).ConfigureAwait(false);
        var head = (await github.PullRequest.Get(job.Owner, job.Repository, pullRequest).ConfigureAwait(false)).Head.Sha;
        (IssueComment Comment, Marker Marker)[] own =
        [
            .. all.Where(c => c.User?.Login == author).Select(c => (Comment: c, Marker: Marker.Read(c.Body)!)).Where(c => c.Marker?.Key == key)
                .OrderByDescending(c => c.Marker.RankAt(head)).ThenBy(c => c.Comment.Id),
        ];
        foreach (var (surplus, _) in own.Skip(1))
        {
            await UnlessGoneAsync(() => github.Issue.Comment.Delete(job.Owner, job.Repository, surplus.Id)).ConfigureAwait(false);
        }

        return (own is [var first, ..] ? first : null, head);
    }

    /// <summary>A server that fails may have taken a new comment nevertheless: whoever sent it looks again.</summary>
    private async Task SendAsync((IssueComment Comment, Marker Marker)? standing, string body, bool isLast)
    {
        if (standing is { } known)
        {
            await UnlessGoneAsync(() => github.Issue.Comment.Update(job.Owner, job.Repository, known.Comment.Id, body)).ConfigureAwait(false);
            return;
        }

        try
        {
            await github.Issue.Comment.Create(job.Owner, job.Repository, pullRequest, body).ConfigureAwait(false);
        }
        catch (Exception e) when (!isLast && e is GitHubException or ApiException { StatusCode: >= HttpStatusCode.InternalServerError })
        {
        }
    }

    /// <summary>The head moved while its report was written, which may have covered a report of the new head: nothing that is outdated stays.</summary>
    private async Task RetractAsync((IssueComment Comment, Marker Marker)? standing, Marker marker, string head)
    {
        if (standing is { } own && own.Marker == marker)
        {
            await UnlessGoneAsync(() => github.Issue.Comment.Update(job.Owner, job.Repository, own.Comment.Id, CommentBody.Outdated(marker, head))).ConfigureAwait(false);
        }
    }

    /// <summary>Somebody may delete a comment at any time.</summary>
    private static async Task UnlessGoneAsync(Func<Task> act)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
        }
    }
}
