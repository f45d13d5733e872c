using EvalGate.Gating;

namespace EvalGate.GitHub;

/// <summary>What is published, and where.</summary>
public sealed record Publication
{
    private const long LargestPayload = 32 * 1024 * 1024;

    /// <summary>The job that publishes.</summary>
    public required ActionsJob Job { get; init; }

    /// <summary>What started it.</summary>
    public required GitHubEvent Event { get; init; }

    /// <summary>The verdicts; none reads "not evaluated", never green.</summary>
    public required IReadOnlyList<SuiteVerdict> Verdicts { get; init; }

    /// <summary>Tells this comment from others of the same pull request: letters, digits, dots, dashes.</summary>
    public string Key { get; init; } = "default";

    /// <summary>Takes secrets out of everything that is published.</summary>
    public Redactor Redactor { get; init; } = Redactor.Usual;

    /// <summary>When it is published: baselines grow old.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether a check run with annotations is wanted for each suite, and the project's folder in the repository; null for none.</summary>
    public string? ChecksFolder { get; init; }

    /// <summary>What the pull request changes of that which judges it; null when nobody looked.</summary>
    public IReadOnlyList<GateChange>? Changes { get; init; }

    /// <summary>Why nobody could look for such changes; null when somebody did, or when there is no pull request.</summary>
    public string? ChangesProblem { get; init; }

    /// <summary>A publication by this job of Actions, still without verdicts.</summary>
    /// <param name="variable">The environment: value by name.</param>
    /// <param name="file">Reads a file of at most so many bytes.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="GitHubException">This is no job of Actions, or it lacks something.</exception>
    public static Publication Read(Func<string, string?> variable, Func<string, long, string> file, TimeProvider time)
    {
        var path = variable("GITHUB_EVENT_PATH") is { Length: > 0 } known ? known : throw new GitHubException("GITHUB_EVENT_PATH is not set: publishing happens in a job of GitHub Actions.");
        return new()
        {
            Event = GitHubEvent.Read(variable("GITHUB_EVENT_NAME") ?? "", file(path, LargestPayload), variable("GITHUB_SHA")),
            Job = ActionsJob.Read(variable),
            Verdicts = [],
            Now = time.GetUtcNow(),
        };
    }

    /// <summary>The comment, with its marker as the last line.</summary>
    public string Comment => CommentBody.Of(this);

    /// <summary>The statuses of the measured commit.</summary>
    public IReadOnlyList<SuiteStatus> Statuses => Verdicts.Count == 0
        ? [new("EvalGate", Octokit.CommitState.Error, "not evaluated: there is no verdict")]
        : [.. Published.Select(v => SuiteStatus.Of(v))];

    /// <summary>The verdicts without secrets.</summary>
    internal IReadOnlyList<SuiteVerdict> Published => [.. Verdicts.Select(Redactor.Clean)];

    /// <summary>The name of the result, secrets and all: it is a digest.</summary>
    internal string Code => ResultCode.Of(Marker.Head, Verdicts);

    internal Marker Marker => new(Key, Event.Head ?? "", Job.Run, Job.Attempt);
}

/// <summary>What became of a publication.</summary>
/// <param name="Done">What was written, or left alone and why.</param>
/// <param name="Refused">What GitHub did not allow, with the permission that is missing.</param>
public sealed record PublishResult(IReadOnlyList<string> Done, IReadOnlyList<string> Refused);
