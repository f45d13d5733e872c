using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>A built-in scorer: its name, the keys it takes, and what its numbers are.</summary>
public sealed record ScorerDefinition
{
    /// <summary>The name that suites write, such as <c>token-f1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Raised whenever an output can get another score than before, so that a baseline made with the old rules is refused, not judged.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>One sentence: what it measures.</summary>
    public required string Summary { get; init; }

    /// <summary>The keys it takes beside the metric's own.</summary>
    public required IReadOnlyList<ScorerSetting> Settings { get; init; }

    /// <summary>Keys of which at least one must be there; empty when there is no such demand.</summary>
    public IReadOnlyList<string> NeedsOneOf { get; init; } = [];

    /// <summary>What its numbers are.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>Which way is better unless the suite says <c>better:</c>; null when the suite must say it.</summary>
    public required Direction? Better { get; init; }

    /// <summary>The range of its numbers; null when unbounded.</summary>
    public required ValueRange? Range { get; init; }

    /// <summary>Fixed-point steps per unit.</summary>
    public required long Scale { get; init; }

    /// <summary>The unit of its numbers, or empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>True when the suite gives its scale: <c>range:</c>, and <c>pass:</c> to make it pass/fail.</summary>
    public bool HasScale { get; init; }

    /// <summary>True when it must agree with people before it may block: <c>labels:</c> and <c>bar:</c>.</summary>
    public bool IsJudge { get; init; }

    /// <summary>True when it asks a model, and is made by the services of the test project.</summary>
    public bool AsksModel { get; init; }

    /// <summary>Makes the scorer from settings that were checked against <see cref="Settings"/>.</summary>
    public required Func<ScorerSettings, IScorer> Create { get; init; }
}

/// <summary>A key of a scorer.</summary>
/// <param name="Key">The key.</param>
/// <param name="Kind">What its value must be.</param>
/// <param name="Required">Whether it must be there.</param>
public sealed record ScorerSetting(string Key, SettingKind Kind, bool Required)
{
    /// <summary>The words allowed for <see cref="SettingKind.OneOf"/>.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The greatest value of a <see cref="SettingKind.Number"/>; null for any.</summary>
    public decimal? Most { get; init; }

    /// <summary>The key without which it means nothing; null for none.</summary>
    public string? Needs { get; init; }
}

/// <summary>What the value of a scorer's key must be.</summary>
public enum SettingKind
{
    /// <summary>A path such as <c>output.answer</c>.</summary>
    Path,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>A file relative to the suite's folder; its content takes the place of its name when the suite is checked.</summary>
    ProjectFile,

    /// <summary>One text or a list of texts; stored as a JSON array.</summary>
    TextList,

    /// <summary>A regular expression that compiles.</summary>
    Pattern,

    /// <summary>One regular expression or a list of them, all of which compile; stored as a JSON array.</summary>
    PatternList,

    /// <summary>A number, not negative.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of the words in <see cref="ScorerSetting.Allowed"/>.</summary>
    OneOf,
}
