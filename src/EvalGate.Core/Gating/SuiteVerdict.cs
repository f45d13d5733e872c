using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Gating;

/// <summary>What the gate concluded of one run of one suite: computed once, rendered everywhere.</summary>
public sealed record SuiteVerdict
{
    /// <summary>The suite.</summary>
    public required string Suite { get; init; }

    /// <summary>The worst verdict of its rules; "not judged" of the whole run beats all.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>True when the build must not pass.</summary>
    public required bool Blocks { get; init; }

    /// <summary>Why the whole run was not judged; null when it was.</summary>
    public NotJudgedReason? WholeRun { get; init; }

    /// <summary>Each rule with its worst verdict, in the order written.</summary>
    public IReadOnlyList<RuleVerdict> Rules { get; init; } = [];

    /// <summary>Every comparison, by metric as written, then by slice.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>How metrics stand together, for the slices in which any is proven better or worse; overall first.</summary>
    public IReadOnlyList<SliceStanding> Standings { get; init; } = [];

    /// <summary>Levels of metrics that have no rule; of all metrics when there is no baseline.</summary>
    public IReadOnlyList<MetricLevel> Levels { get; init; } = [];

    /// <summary>How each judge among the metrics agrees with people, by metric as written; whether it may block.</summary>
    public IReadOnlyList<JudgeAgreement> Judges { get; init; } = [];

    /// <summary>What blocks or needs attention, worst first, each at its place in the suite.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>Whether nothing but a waiver that is over stands in the way.</summary>
    public bool IsBlockedByWaiver => Blocks && Verdict != Verdict.NotJudged && Rules.All(r => !r.Blocks) && Findings.Any(f => f.Code == DiagnosticCodes.WaiverExpired);

    /// <summary>Cases without a partner on the other side.</summary>
    public Unpaired Unpaired { get; init; } = new();

    /// <summary>Components by name, in the baseline and in the candidate.</summary>
    public IReadOnlyList<StackChange> Stack { get; init; } = [];

    /// <summary>Which outputs wait for approval; null for a suite without snapshots, and for a verdict that was read back.</summary>
    public SnapshotCensus? Snapshots { get; init; }

    /// <summary>How many outputs wait for approval; null for a suite without snapshots.</summary>
    public SnapshotTally? Tally
    {
        get => Snapshots is null ? field : SnapshotTally.Of(Snapshots);
        init;
    }

    /// <summary>Active cases of the suite.</summary>
    public required int Cases { get; init; }

    /// <summary>Errors of the run.</summary>
    public int Errors { get; init; }

    /// <summary>The run's id.</summary>
    public string RunId { get; init; } = "";

    /// <summary>Earlier runs of the same candidate that were judged together with this one, newest first.</summary>
    public IReadOnlyList<string> PooledRuns { get; init; } = [];

    /// <summary>The commit that ran, or null.</summary>
    public string? Commit { get; init; }

    /// <summary>The baseline's commit, or null.</summary>
    public string? BaselineCommit { get; init; }

    /// <summary>When the baseline was made; null without one.</summary>
    public DateTimeOffset? BaselineDate { get; init; }
}

/// <summary>One rule with the worst verdict of its comparisons.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">Its worst verdict.</param>
/// <param name="Blocks">Whether it turns the build red.</param>
public sealed record RuleVerdict(Rule Rule, Verdict Verdict, bool Blocks);

/// <summary>The value of a metric on a slice in one run, no baseline involved.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Slice">The slice.</param>
/// <param name="Cases">Cases that have the metric.</param>
/// <param name="Value">What stands for them: their mean, or the metric's quantile.</param>
/// <param name="Baseline">The baseline's where the metric is shown beside it without being judged; null otherwise.</param>
/// <param name="Note">Why it is shown and not judged, or null.</param>
public sealed record MetricLevel(Metric Metric, Slice Slice, int Cases, double Value, double? Baseline, string? Note);

/// <summary>Cases that could not be paired, by why.</summary>
public sealed record Unpaired
{
    /// <summary>Active now, unknown to the baseline.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Input or expected value changed since the baseline.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>In the baseline, retired since.</summary>
    public IReadOnlyList<string> Retired { get; init; } = [];

    /// <summary>In the baseline, gone from the cases file without a word: blocks.</summary>
    public IReadOnlyList<string> Vanished { get; init; } = [];
}

/// <summary>A component in the baseline and in the candidate.</summary>
/// <param name="Name">The component.</param>
/// <param name="Baseline">Its fingerprint then; null when it was not there.</param>
/// <param name="Candidate">Its fingerprint now; null when it is not there.</param>
public sealed record StackChange(string Name, string? Baseline, string? Candidate)
{
    /// <summary>True when the component is not what it was.</summary>
    public bool Changed => !string.Equals(Baseline, Candidate, StringComparison.Ordinal);
}

/// <summary>Why a whole run was not judged.</summary>
/// <param name="Kind">What kind of reason, because hosts treat them differently.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do, with the command.</param>
public sealed record NotJudgedReason(NotJudgedKind Kind, string Message, string Remedy);

/// <summary>Kinds of whole-run reasons.</summary>
public enum NotJudgedKind
{
    /// <summary>There is no baseline yet.</summary>
    NoBaseline,

    /// <summary>Only some of the cases ran.</summary>
    Partial,

    /// <summary>One shard of several: judged after the merge.</summary>
    Shard,

    /// <summary>The run broke off, or had more errors than allowed.</summary>
    Broken,

    /// <summary>The baseline cannot be used.</summary>
    BadBaseline,
}
