using Octokit;

namespace EvalGate.GitHub;

/// <summary>What a failure of GitHub's means to whoever reads it.</summary>
internal static class Refusal
{
    extension(ApiException failure)
    {
        /// <summary>Whether a permission is missing. A limit comes as the same status and is none.</summary>
        public bool IsOfPermission => failure is ForbiddenException and not (RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException);

        /// <summary>The failure in words.</summary>
        /// <param name="job">The job that asked.</param>
        /// <param name="permissions">What the job must be allowed, as a workflow writes it.</param>
        public GitHubException Told(ActionsJob job, string permissions) => new(
            $"{job.Api.Host} answered {(int)failure.StatusCode}: {Reports.CleanText.Of(failure.Message, 200)}{(failure.IsOfPermission ? $" Give the job 'permissions: {{ {permissions} }}'." : "")}",
            failure);
    }
}
