using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.ShadowLogs;

/// <summary>What ran in the shadow.</summary>
public enum ShadowArm
{
    /// <summary>The candidate.</summary>
    Candidate,

    /// <summary>The incumbent once more: how much it differs from itself is the noise floor.</summary>
    Incumbent,
}

/// <summary>One live request with two answers, as a shadow logged it.</summary>
public sealed record ShadowPair
{
    /// <summary>The request.</summary>
    public required string Id { get; init; }

    /// <summary>What ran in the shadow.</summary>
    public required ShadowArm Arm { get; init; }

    /// <summary>Hash of the conversation or user: requests of one key are one unit.</summary>
    public required string Key { get; init; }

    /// <summary>The share of such requests that was sampled, above 0: the pair stands for 1/rate requests.</summary>
    public required double Rate { get; init; }

    /// <summary>Values by attribute.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Slices { get; init; }

    /// <summary>The input; <see cref="JsonValueKind.Undefined"/> where only its hash was logged.</summary>
    public required JsonElement Input { get; init; }

    /// <summary>What the caller got.</summary>
    public required ShadowAnswer Incumbent { get; init; }

    /// <summary>What the shadow said.</summary>
    public required ShadowAnswer Shadow { get; init; }

    /// <summary>Where it is logged.</summary>
    public required SourcePlace Place { get; init; }
}

/// <summary>One answer of a pair.</summary>
/// <param name="Output">The output; <see cref="JsonValueKind.Undefined"/> after an error.</param>
/// <param name="Error">Why there is none, in one word; null where there is one.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Usage">What it used; null when nobody knows.</param>
public sealed record ShadowAnswer(JsonElement Output, string? Error, TimeSpan Duration, Usage? Usage);
