using System.Globalization;
using Octokit;

namespace EvalGate.GitHub;

/// <summary>Finds the baseline that a branch's own runs left: an artifact of the nearest commit at or before the one where a change began.</summary>
/// <remarks>A name is no identity: a fork may call its branch main and its artifact anything, so every run is asked what it is.</remarks>
public static class BranchBaselines
{
    private static readonly string[] Events = ["push", "schedule", "workflow_dispatch"];

    /// <summary>Looks for the nearest baseline.</summary>
    /// <param name="job">The job that asks.</param>
    /// <param name="query">Which branch, workflow and commits.</param>
    /// <param name="time">The clock that waits between attempts.</param>
    /// <returns>The baseline, or why every artifact that was there is none.</returns>
    /// <exception cref="GitHubException">GitHub could not be reached, or failed.</exception>
    public static async Task<BranchBaseline> FindAsync(ActionsJob job, BaselineQuery query, TimeProvider time)
    {
        using var connection = new GitHubConnection(job, time);
        try
        {
            var artifacts = new Artifacts(connection, job);
            var named = await artifacts.NamedAsync(query.Artifact).ConfigureAwait(false);
            var refused = new List<string>();
            foreach (var artifact in named.Where(a => query.Commits.Contains(a.WorkflowRun.HeadSha)).OrderBy(a => query.Commits.IndexOf(a.WorkflowRun.HeadSha)))
            {
                if (await WhyNotAsync(connection.Client, job, artifact, query).ConfigureAwait(false) is not { } reason)
                {
                    var commit = artifact.WorkflowRun.HeadSha;
                    return new(await artifacts.DownloadAsync(artifact).ConfigureAwait(false), commit, query.Commits.IndexOf(commit), artifact.CreatedAt, refused);
                }

                refused.Add(string.Create(CultureInfo.InvariantCulture, $"the artifact of run {artifact.WorkflowRun.Id} is {reason}"));
            }

            return new(null, null, 0, null, refused);
        }
        catch (ApiException e)
        {
            throw e.Told(job, "actions: read");
        }
    }

    private static async Task<string?> WhyNotAsync(IGitHubClient github, ActionsJob job, Artifact artifact, BaselineQuery query)
    {
        try
        {
            return artifact.Expired
                ? "past its last day; run the workflow again, or keep its artifacts longer (retention-days)"
                : WhyNot(artifact, await github.Actions.Workflows.Runs.Get(job.Owner, job.Repository, artifact.WorkflowRun.Id).ConfigureAwait(false), query);
        }
        catch (NotFoundException)
        {
            return "of a run that was deleted";
        }
    }

    private static string? WhyNot(Artifact artifact, WorkflowRun run, BaselineQuery query) => run switch
    {
        _ when artifact.WorkflowRun.HeadRepositoryId != artifact.WorkflowRun.RepositoryId || run.HeadRepository?.Id != run.Repository?.Id => "of another repository",
        _ when run.HeadBranch != query.Branch => "of another branch",
        _ when run.HeadSha != artifact.WorkflowRun.HeadSha => "of another commit",
        _ when !Events.Contains(run.Event) => "of a run that no push, schedule or dispatch started",
        _ when run.Path.Split('@')[0] != query.Workflow => "of another workflow",
        _ when run.Conclusion?.StringValue != "success" => "of a run that did not succeed",
        _ => null,
    };
}

/// <summary>Which baseline is looked for.</summary>
/// <param name="Branch">The branch that accepts.</param>
/// <param name="Workflow">The workflow that leaves baselines, such as <c>.github/workflows/baseline.yml</c>.</param>
/// <param name="Artifact">What it calls them.</param>
/// <param name="Commits">Commits that will do, the best first.</param>
public sealed record BaselineQuery(string Branch, string Workflow, string Artifact, System.Collections.Immutable.ImmutableList<string> Commits);

/// <summary>What was found.</summary>
/// <param name="Zip">The artifact; null when there is none.</param>
/// <param name="Commit">The commit of its run.</param>
/// <param name="Distance">How many commits before the best one.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Refused">Artifacts that were there and are no baseline, each with the reason.</param>
public sealed record BranchBaseline(ReadOnlyMemory<byte>? Zip, string? Commit, int Distance, DateTimeOffset? Made, IReadOnlyList<string> Refused);
