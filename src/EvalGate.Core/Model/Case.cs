using System.Text.Json;

namespace EvalGate.Model;

/// <summary>Where a case is in its life.</summary>
public enum CaseStatus
{
    /// <summary>Runs and is judged.</summary>
    Active,

    /// <summary>Kept for history; does not run.</summary>
    Retired,
}

/// <summary>One case of a suite: an input, what is expected of it, and the slices it belongs to.</summary>
public sealed record Case
{
    /// <summary>Unique in its suite; stable over the case's life, because baselines and snapshots are keyed by it.</summary>
    public required string Id { get; init; }

    /// <summary>What the subject is given.</summary>
    public required JsonElement Input { get; init; }

    /// <summary>What is expected; <see cref="JsonValueKind.Undefined"/> when the case expects nothing.</summary>
    public JsonElement Expected { get; init; }

    /// <summary>Declared slice values by attribute. A case may have several values of one attribute.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Slices { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Cases of one conversation, user or document share a group: they stand and fall together. Null for a case of its own.</summary>
    public string? Group { get; init; }

    /// <summary>Whether the case runs.</summary>
    public CaseStatus Status { get; init; } = CaseStatus.Active;

    /// <summary>Why a retired case was retired; null for an active one.</summary>
    public string? RetiredReason { get; init; }

    /// <summary>Exempts the case from <c>must</c> until a date; null when it is not quarantined.</summary>
    public Quarantine? Quarantine { get; init; }

    /// <summary>When the case was added, as the file says it; null when it does not.</summary>
    public DateOnly? Added { get; init; }

    /// <summary>When a person last looked at the expected value; null when nobody did.</summary>
    public DateOnly? Reviewed { get; init; }

    /// <summary>Where the case came from, in the user's words; null when the file does not say.</summary>
    public string? Source { get; init; }

    /// <summary>Fingerprint of input and expected value (<see cref="ContentHash"/>): a case whose content changed is no pair.</summary>
    public required string Hash { get; init; }

    /// <summary>Where the case is written.</summary>
    public SourcePlace Place { get; init; }
}

/// <summary>A case that may fail its <c>must</c> for now.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Expires">The last day of the exemption.</param>
public sealed record Quarantine(string Reason, DateOnly Expires);
