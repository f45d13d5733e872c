using Octokit;

namespace EvalGate.GitHub;

/// <summary>The one comment of a report on a pull request, found by author and marker over all pages, and changed in place.</summary>
internal sealed class StickyComment(IGitHubClient github, ActionsJob job, int pullRequest, string author)
{
    private static readonly ApiOptions Pages = new() { PageSize = 100 };

    /// <summary>Writes it, unless a later run of the same commit did already.</summary>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> WriteAsync(Marker marker, string body)
    {
        if (await FindAsync(marker.Key).ConfigureAwait(false) is { } found)
        {
            return await UpdateAsync(found, marker, body).ConfigureAwait(false);
        }

        try
        {
            await github.Issue.Comment.Create(job.Owner, job.Repository, pullRequest, body).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is GitHubException or ApiException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError })
        {
            // The server may have it although its answer was lost.
            return await FindAsync(marker.Key).ConfigureAwait(false) is { } made
                ? await UpdateAsync(made, marker, body).ConfigureAwait(false)
                : await github.Issue.Comment.Create(job.Owner, job.Repository, pullRequest, body).ConfigureAwait(false) is not null;
        }
    }

    private async Task<bool> UpdateAsync((IssueComment Comment, Marker Marker) found, Marker marker, string body)
    {
        if (found.Marker.IsNewerThan(marker))
        {
            return false;
        }

        try
        {
            await github.Issue.Comment.Update(job.Owner, job.Repository, found.Comment.Id, body).ConfigureAwait(false);
        }
        catch (NotFoundException)
        {
            // Somebody deleted it in between.
            await github.Issue.Comment.Create(job.Owner, job.Repository, pullRequest, body).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<(IssueComment Comment, Marker Marker)?> FindAsync(string key)
    {
        var all = await github.Issue.Comment.GetAllForIssue(job.Owner, job.Repository, pullRequest, Pages).ConfigureAwait(false);
        return all.Where(c => c.User.Login == author).Select(c => (Comment: c, Marker: Marker.Read(c.Body)!))
            .Where(c => c.Marker?.Key == key).Select(c => ((IssueComment, Marker)?)c).FirstOrDefault();
    }
}
