using System.Text.Json;
using EvalGate.Judges;

namespace EvalGate.Model;

/// <summary>The record of one execution of one suite: a header, one record per case and repetition, an end.</summary>
public sealed record Run
{
    /// <summary>What ran, when, where.</summary>
    public required RunHeader Header { get; init; }

    /// <summary>One per case and repetition, in the order they finished.</summary>
    public required IReadOnlyList<RunRecord> Records { get; init; }

    /// <summary>Null when the run was cut off.</summary>
    public RunEnd? End { get; init; }

    /// <summary>Where the run was read from; empty for a run in memory.</summary>
    public string File { get; init; } = "";

    /// <summary>True when recordings answered some of its model calls.</summary>
    public bool IsReplayed => Records.Any(r => r.IsReplayed);

    /// <summary>The stack: hashed components of the header, and what the subject named while it ran.</summary>
    public IReadOnlyDictionary<string, string> Stack => End?.Stack ?? Header.Stack;
}

/// <summary>What ran, when and where. Everything a later reader needs to say whether two runs may be compared.</summary>
public sealed record RunHeader
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>Unique for one run of one suite: start time and process.</summary>
    public required string RunId { get; init; }

    /// <summary>When it started, in UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Fingerprint of the active cases.</summary>
    public required string DatasetHash { get; init; }

    /// <summary>How many active cases the suite has.</summary>
    public required int Cases { get; init; }

    /// <summary>Repetitions per case.</summary>
    public required int Repetitions { get; init; }

    /// <summary>Fingerprint of each metric's definition, by name.</summary>
    public required IReadOnlyDictionary<string, string> Metrics { get; init; }

    /// <summary>Fingerprint of each component whose files were hashed, by name.</summary>
    public IReadOnlyDictionary<string, string> Stack { get; init; } = new Dictionary<string, string>();

    /// <summary>The git commit, or null outside a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>Fingerprint of the program that ran, or null when it was not taken: one commit can be built from an edited tree.</summary>
    public string? Build { get; init; }

    /// <summary>The test session that several suites and retries share, or null when the host names none.</summary>
    public string? Session { get; init; }

    /// <summary>Operating system, architecture and processor count; no host name.</summary>
    public required string Machine { get; init; }

    /// <summary>EvalGate's version.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The run that this one continued, by its id; null for one that began anew.</summary>
    public string? ResumedFrom { get; init; }

    /// <summary><c>3/8</c> for a shard; null for a whole run.</summary>
    public string? Shard { get; init; }

    /// <summary>The variant of the subject that answered beside the candidate in an A/B session; null without one.</summary>
    public string? Variant { get; init; }
}

/// <summary>One repetition of one case.</summary>
public sealed record RunRecord
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Fingerprint of the case's content when it ran.</summary>
    public required string Hash { get; init; }

    /// <summary>From 1.</summary>
    public required int Repetition { get; init; }

    /// <summary>Scores by metric; null where the metric did not apply. A metric whose scorer failed is missing.</summary>
    public required IReadOnlyDictionary<string, double?> Scores { get; init; }

    /// <summary>Errors of the subject or of scorers; empty when all went well.</summary>
    public IReadOnlyList<EvalError> Errors { get; init; } = [];

    /// <summary>What the subject returned; undefined when it did not return.</summary>
    public JsonElement Output { get; init; }

    /// <summary>How long the subject took, in milliseconds.</summary>
    public double DurationMs { get; init; }

    /// <summary>What the subject used, or null when it did not say.</summary>
    public Usage? Usage { get; init; }

    /// <summary>How the other variant of an A/B session fared with the same case, just before or after; null without a session.</summary>
    public ReferenceCall? Reference { get; init; }

    /// <summary>What scorers that ask models used; null when none did. It is no cost of the subject.</summary>
    public Usage? JudgeUsage { get; init; }

    /// <summary>What was paid for to make this result, by the subject and by judges; null for nothing. Not kept in files.</summary>
    public Usage? Paid { get; init; }

    /// <summary>What judges said of outputs of this case that people labelled; null when there are none.</summary>
    public IReadOnlyList<LabelledGrade>? Labelled { get; init; }

    /// <summary>What the subject named of the stack while it answered; null when nothing.</summary>
    public IReadOnlyDictionary<string, string>? Components { get; init; }

    /// <summary>True when a recording answered a model call: the output is no new draw, and the duration no measurement.</summary>
    public bool IsReplayed { get; init; }
}

/// <summary>One call of the other variant in an A/B session. Its output is not scored.</summary>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="SawVariant">Whether the subject asked which variant it is.</param>
/// <param name="Error">Why there is no answer; null when there is one.</param>
public sealed record ReferenceCall(double DurationMs, bool SawVariant, EvalError? Error);

/// <summary>The last line of a run that was not cut off.</summary>
/// <param name="Records">How many records were written before it.</param>
/// <param name="Finished">When, in UTC.</param>
/// <param name="Stack">Hashed components and the components that the subject named.</param>
/// <param name="Stopped">Why cases were not started; null when nothing held them back.</param>
public sealed record RunEnd(int Records, DateTimeOffset Finished, IReadOnlyDictionary<string, string> Stack, string? Stopped = null);
