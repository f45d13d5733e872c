using Octokit;

namespace EvalGate.GitHub;

/// <summary>What workflow runs left behind.</summary>
internal sealed class Artifacts(GitHubConnection connection, ActionsJob job)
{
    private const int PageSize = 100;
    private const long Largest = 256L * 1024 * 1024;

    /// <summary>Artifacts of one name, newest first; some may be expired.</summary>
    /// <param name="name">Their name; a name is no identity, so what they belong to must be looked at.</param>
    public async Task<IReadOnlyList<Artifact>> NamedAsync(string name)
    {
        var found = await connection.Client.Actions.Artifacts.ListArtifacts(job.Owner, job.Repository, new ListArtifactsRequest { Name = name, PerPage = PageSize }).ConfigureAwait(false);
        return [.. found.Artifacts.Where(a => a.Name == name && a.WorkflowRun is not null).OrderByDescending(a => a.CreatedAt)];
    }

    /// <summary>The bytes of a zip.</summary>
    public Task<byte[]> DownloadAsync(Artifact artifact) =>
        connection.DownloadAsync(FormattableString.Invariant($"repos/{job.Owner}/{job.Repository}/actions/artifacts/{artifact.Id}/zip"), Largest);
}
