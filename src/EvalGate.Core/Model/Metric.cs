using EvalGate.Judges;

namespace EvalGate.Model;

/// <summary>What a metric's numbers are.</summary>
public enum MetricKind
{
    /// <summary>Pass (1) or fail (0).</summary>
    Binary,

    /// <summary>A score on a scale, such as token F1.</summary>
    Continuous,

    /// <summary>One of a few ordered grades, such as 1 to 5.</summary>
    Ordinal,

    /// <summary>A time in milliseconds.</summary>
    Duration,

    /// <summary>A number of things: words, tokens, calls, dollars.</summary>
    Count,
}

/// <summary>Which way a metric is better.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>The range a bounded score lies in, both ends included.</summary>
/// <param name="Minimum">The least possible score.</param>
/// <param name="Maximum">The greatest possible score; greater than <paramref name="Minimum"/>.</param>
public sealed record ValueRange(decimal Minimum, decimal Maximum)
{
    /// <summary>Zero to one.</summary>
    public static ValueRange Unit { get; } = new(0, 1);

    /// <summary>The largest change one case can make.</summary>
    public decimal Width => Maximum - Minimum;
}

/// <summary>The mark at which an ordinal score counts as passed.</summary>
/// <param name="AtLeast">True for <c>&gt;=</c>, false for <c>&lt;=</c>.</param>
/// <param name="Mark">The mark itself passes.</param>
public sealed record PassMark(bool AtLeast, decimal Mark)
{
    /// <summary>Whether a score passes.</summary>
    /// <param name="score">The scorer's number.</param>
    public bool Passes(double score) => AtLeast ? score >= (double)Mark : score <= (double)Mark;
}

/// <summary>The two metrics that a ratio is made of: the sum of one over the sum of the other.</summary>
/// <param name="Of">The metric that is summed.</param>
/// <param name="Per">The metric whose sum it is divided by.</param>
public sealed record MetricRatio(string Of, string Per);

/// <summary>One number per output, and how to read it.</summary>
public sealed record Metric
{
    /// <summary>Unique in its suite.</summary>
    public required string Name { get; init; }

    /// <summary>Which scorer makes the number, and from what.</summary>
    public required ScorerReference Scorer { get; init; }

    /// <summary>What the numbers are, after <see cref="Pass"/>.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>Which way is better.</summary>
    public required Direction Better { get; init; }

    /// <summary>The range of a bounded metric, after <see cref="Pass"/>; null for an unbounded one.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>Turns an ordinal score into pass/fail; null to keep the score.</summary>
    public PassMark? Pass { get; init; }

    /// <summary>The range of the scorer's own number where <see cref="Pass"/> makes pass/fail of it; null for other metrics, whose own range it is.</summary>
    public ValueRange? ScoreRange { get; init; }

    /// <summary>A case whose score is worse than this fails its test, whatever the baseline; null for no such demand.</summary>
    public decimal? Must { get; init; }

    /// <summary>The quantile that stands for the metric in place of its mean, 0.95 for <c>summary: p95</c>; null for the mean.</summary>
    public decimal? Quantile { get; init; }

    /// <summary>The metrics that this one is the ratio of; null for one that a scorer gives. A ratio has no scores of its own.</summary>
    public MetricRatio? Ratio { get; init; }

    /// <summary>What the judge behind it must show before it may block; null for a metric that is not judged by a model.</summary>
    public JudgeBar? Judge { get; init; }

    /// <summary>How many fixed-point steps make one unit: scores become integers on entry, so that sums are exact in any order.</summary>
    public required long Scale { get; init; }

    /// <summary>The unit behind figures: <c>ms</c>, <c>$</c>, <c>words</c>, <c>tokens</c>, or empty.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the metric is written.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>What stands for the metric: <c>mean</c>, <c>ratio</c>, or a quantile such as <c>p95</c>.</summary>
    public string Summary => Quantile is { } quantile ? $"p{Quantity.Text(100 * quantile)}" : Ratio is null ? "mean" : "ratio";

    /// <summary>The metrics whose scores it rests on: itself, or the two that it is the ratio of.</summary>
    public IReadOnlyList<string> Sources => Ratio is null ? [Name] : [Ratio.Of, Ratio.Per];

    /// <summary>The metric as reports name it: with its quantile where it has one.</summary>
    public string Label => Quantile is null ? Name : $"{Name} {Summary}";

    /// <summary>True for correctness-like metrics (pass/fail, grades, bounded scores), false for resources (time, money, counts).</summary>
    public bool IsQuality => Range is not null;

    /// <summary>True when differences are shown in percentage points.</summary>
    public bool IsShare => Range == ValueRange.Unit;

    /// <summary>Fingerprint of everything that decides what the number means: a baseline made with another definition is no baseline.</summary>
    public string Fingerprint => ContentHash.Of(string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{Scorer.Identity}{(Scorer.Scale is null ? "" : $"|{Scorer.Scale}")}|{string.Join('|', Scorer.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"))}|{Kind}|{Better}|{Range}|{Pass}|{Scale}{(Ratio is null ? "" : $"|{Ratio}")}"));
}

/// <summary>A scorer by name with its settings, as the suite says it.</summary>
/// <param name="Name">A built-in name such as <c>exact</c>, or the full name of the user's <see cref="IScorer"/>.</param>
/// <param name="IsUserType">True when <paramref name="Name"/> is a type.</param>
/// <param name="Settings">The scorer's own keys, such as <c>of</c> and <c>expected</c>, as text.</param>
public sealed record ScorerReference(string Name, bool IsUserType, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The scorer's revision, from 1: scores of different revisions are not compared.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The scale that the scorer itself grades on; null where the metric's range says it.</summary>
    public ValueRange? Scale { get; init; }

    /// <summary>Name and revision as they enter a fingerprint.</summary>
    internal string Identity => Revision == 1 ? Name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}@{Revision}");
}
