using EvalGate.Datasets;

namespace EvalGate.Xunit;

/// <summary>What a run is for.</summary>
internal enum EvalMode
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
internal sealed record EvalEnvironment
{
    private static readonly string[] CiVariables =
    [
        "CI", "TF_BUILD", "GITHUB_ACTIONS", "GITLAB_CI", "TEAMCITY_VERSION", "JENKINS_URL", "BUILDKITE", "CIRCLECI",
        "APPVEYOR", "TRAVIS", "CODEBUILD_BUILD_ID", "BITBUCKET_BUILD_NUMBER", "DRONE",
    ];

    public EvalMode Mode { get; init; }

    public bool IsCi { get; init; }

    /// <summary>Only this part of the cases runs; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The folder that replaces the recorded project folder, or null.</summary>
    public string? Root { get; init; }

    /// <summary>Shared by all processes and attempts of one <c>dotnet test</c>; null when the host names none.</summary>
    public string? Session { get; init; }

    /// <summary>From 1; above 1 when failed tests are retried.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Where GitHub Actions collects the step summary; null elsewhere.</summary>
    public string? StepSummary { get; init; }

    /// <summary>Reads the environment.</summary>
    /// <param name="variable">Value by name; null or empty when not set.</param>
    /// <param name="projectMode">The mode of <c>&lt;EvalGateMode&gt;</c>, or null; the environment wins.</param>
    /// <exception cref="EvalSettingException">A value is not allowed.</exception>
    public static EvalEnvironment Read(Func<string, string?> variable, string? projectMode)
    {
        string? Get(string name) => variable(name) is { Length: > 0 } value ? value : null;
        return new()
        {
            Mode = ModeOf(Get("EVALGATE_MODE") ?? projectMode),
            IsCi = Get("EVALGATE_CI") switch
            {
                null => CiVariables.Any(name => Get(name) is { } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase) && value != "0"),
                "1" => true,
                "0" => false,
                var other => throw new EvalSettingException($"EVALGATE_CI is '{other}'; allowed are 0 and 1."),
            },
            Shard = Get("EVALGATE_SHARD") is not { } text ? null
                : Shard.TryParse(text, out var shard) ? shard
                : throw new EvalSettingException($"EVALGATE_SHARD is '{text}'; write it as 3/8: the third of eight shards."),
            Root = Get("EVALGATE_ROOT"),
            Session = Get("TESTINGPLATFORM_LOGICAL_RUN_ID") ?? Get("TESTINGPLATFORM_DOTNETTEST_EXECUTIONID"),
            Attempt = int.TryParse(Get("TESTINGPLATFORM_DOTNETTEST_ATTEMPTNUMBER"), out var attempt) ? attempt : 1,
            StepSummary = Get("GITHUB_STEP_SUMMARY"),
        };
    }

    private static EvalMode ModeOf(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "enforce" => EvalMode.Enforce,
        "warn" => EvalMode.Warn,
        "record" => EvalMode.Record,
        "skip" => EvalMode.Skip,
        _ => throw new EvalSettingException($"EVALGATE_MODE is '{text}'; allowed are enforce, warn, record and skip."),
    };
}
