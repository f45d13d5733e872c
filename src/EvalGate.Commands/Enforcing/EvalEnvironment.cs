using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Recordings;

namespace EvalGate.Commands;

/// <summary>What a run is for.</summary>
public enum EvalMode
{
    /// <summary>Run and judge; what blocks fails.</summary>
    Enforce,

    /// <summary>Run and judge; nothing fails.</summary>
    Warn,

    /// <summary>Run without a verdict.</summary>
    Record,

    /// <summary>Skip all cases; call nothing.</summary>
    Skip,
}

/// <summary>What the environment says about this run. Read once.</summary>
public sealed record EvalEnvironment
{
    private static readonly string[] CiVariables =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "TEAMCITY_VERSION", "JENKINS_URL", "BUILDKITE", "CIRCLECI",
        "APPVEYOR", "TRAVIS", "CODEBUILD_BUILD_ID", "BITBUCKET_BUILD_NUMBER", "DRONE",
    ];

    private const int LongestVariant = 60;

    /// <summary>What the run is for.</summary>
    public EvalMode Mode { get; init; }

    /// <summary>Whether a build server runs it: there, what is missing blocks too.</summary>
    public bool IsCi { get; init; }

    /// <summary>What the run does with snapshots.</summary>
    public SnapshotMode Snapshots { get; init; }

    /// <summary>True when the newest run that was cut off is continued.</summary>
    public bool Resumes { get; init; }

    /// <summary>Where model calls are answered from.</summary>
    public RecordingMode Recordings { get; init; } = RecordingMode.Auto;

    /// <summary>Who runs, as far as the machine knows.</summary>
    public string User { get; init; } = "";

    /// <summary>Only this part of the cases runs; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The variant of the subject that answers beside the candidate, so that durations can be compared; null for no A/B session.</summary>
    public string? Variant { get; init; }

    /// <summary>The folder that replaces the recorded project folder, or null.</summary>
    public string? Root { get; init; }

    /// <summary>The folder that replaces <c>TestResults/evalgate</c> of the project, or null.</summary>
    public string? Results { get; init; }

    /// <summary>Shared by all processes and attempts of one <c>dotnet test</c>; null when the host names none.</summary>
    public string? Session { get; init; }

    /// <summary>From 1; above 1 when failed tests are retried.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Where GitHub Actions collects the step summary; null elsewhere.</summary>
    public string? StepSummary { get; init; }

    /// <summary>What is set to a value that is not allowed, and what is; with any of these nothing may run.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether anything is judged.</summary>
    public bool Judges => Mode is EvalMode.Enforce or EvalMode.Warn;

    /// <summary>True when failed tests are run again: what the attempt before concluded of the whole run still stands.</summary>
    public bool IsRetry => Attempt > 1 && Session is not null;

    /// <summary>Reads the environment.</summary>
    /// <param name="variable">Value by name; null or empty when not set.</param>
    /// <param name="projectMode">The mode of <c>&lt;EvalGateMode&gt;</c>, or null; the environment wins.</param>
    public static EvalEnvironment Read(Func<string, string?> variable, string? projectMode)
    {
        var problems = new List<string>();
        string? Get(string name) => variable(name) is { Length: > 0 } value ? value : null;
        var mode = ModeOf(Get("EVALGATE_MODE") ?? projectMode, problems);
        var isCi = CiOf(Get("EVALGATE_CI"), problems) ?? CiVariables.Any(name => IsTrue(Get(name)));
        return new()
        {
            Mode = mode,
            IsCi = isCi,
            Snapshots = SnapshotsOf(Get("EVALGATE_SNAPSHOTS"), isCi, problems),
            Resumes = ResumesOf(Get("EVALGATE_RESUME"), problems),
            Recordings = RecordingsOf(Get("EVALGATE_RECORDINGS"), isCi, problems),
            User = Get("USER") ?? Get("USERNAME") ?? "",
            Shard = ShardOf(Get("EVALGATE_SHARD"), problems),
            Variant = VariantOf(Get("EVALGATE_AB"), problems),
            Root = Get("EVALGATE_ROOT"),
            Results = Get("EVALGATE_RESULTS"),
            Session = Get("EVALGATE_SESSION") ?? Get("TESTINGPLATFORM_LOGICAL_RUN_ID") ?? Get("TESTINGPLATFORM_DOTNETTEST_EXECUTIONID"),
            Attempt = int.TryParse(Get("TESTINGPLATFORM_DOTNETTEST_ATTEMPTNUMBER"), out var attempt) ? attempt : 1,
            StepSummary = Get("GITHUB_STEP_SUMMARY"),
            Problems = problems,
        };
    }

    private static bool IsTrue(string? value) => value is not (null or "0") && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static EvalMode ModeOf(string? text, List<string> problems)
    {
        switch (text?.ToLowerInvariant())
        {
            case null or "" or "enforce":
                return EvalMode.Enforce;
            case "warn":
                return EvalMode.Warn;
            case "record":
                return EvalMode.Record;
            case "skip":
                return EvalMode.Skip;
            default:
                problems.Add($"EVALGATE_MODE is '{text}'; allowed are enforce, warn, record and skip.");
                return EvalMode.Enforce;
        }
    }

    private static SnapshotMode SnapshotsOf(string? text, bool isCi, List<string> problems)
    {
        switch (text?.ToLowerInvariant())
        {
            case null or "verify":
                return SnapshotMode.Verify;
            case "collect":
                return SnapshotMode.Collect;
            case "record" when isCi:
                problems.Add("EVALGATE_SNAPSHOTS is 'record', which approves whatever comes out: not in CI.");
                return SnapshotMode.Verify;
            case "record":
                return SnapshotMode.Record;
            case "off":
                return SnapshotMode.Off;
            default:
                problems.Add($"EVALGATE_SNAPSHOTS is '{text}'; allowed are verify, collect, record and off.");
                return SnapshotMode.Verify;
        }
    }

    private static bool ResumesOf(string? text, List<string> problems)
    {
        if (text is not (null or "run"))
        {
            problems.Add($"EVALGATE_RESUME is '{text}'; the only value is run: continue the newest run that was cut off.");
        }

        return text is not null;
    }

    private static RecordingMode RecordingsOf(string? text, bool isCi, List<string> problems)
    {
        if (text is null)
        {
            return isCi ? RecordingMode.Replay : RecordingMode.Auto;
        }

        if (Enum.GetValues<RecordingMode>().FirstOrDefault(m => m.ToString().Equals(text, StringComparison.OrdinalIgnoreCase), (RecordingMode)(-1)) is >= 0 and var mode)
        {
            return mode;
        }

        problems.Add($"EVALGATE_RECORDINGS is '{text}'; allowed are live, record, replay and auto.");
        return RecordingMode.Replay;
    }

    private static bool? CiOf(string? text, List<string> problems)
    {
        if (text is not (null or "0" or "1"))
        {
            problems.Add($"EVALGATE_CI is '{text}'; allowed are 0 and 1.");
        }

        return text is null ? null : text == "1";
    }

    private static string? VariantOf(string? text, List<string> problems)
    {
        if (text is not null && (text == EvalContext.Candidate || text.Length > LongestVariant || !text.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-')))
        {
            problems.Add($"EVALGATE_AB is '{ShownText.Of(text)}'; it names the variant to compare with, such as baseline: letters, digits, '.', '_' and '-', and not '{EvalContext.Candidate}', which is the other one.");
        }

        return text;
    }

    private static Shard? ShardOf(string? text, List<string> problems)
    {
        Shard? shard = null;
        if (text is not null && !Shard.TryParse(text, out shard))
        {
            problems.Add($"EVALGATE_SHARD is '{text}'; write it as 3/8: the third of eight shards.");
        }

        return shard;
    }
}
