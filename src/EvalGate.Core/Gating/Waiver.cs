using System.Text.Json.Serialization;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>An accepted regression: how far it may go, why, and until when.</summary>
public sealed record Waiver
{
    /// <summary>The metric that may be worse.</summary>
    public required string Metric { get; init; }

    /// <summary>The slice in which it may be, as its pairs; none for overall.</summary>
    public required IReadOnlyList<SlicePair> Pairs { get; init; }

    /// <summary>How much worse than the baseline it may get; beyond that it blocks as ever.</summary>
    public required Tolerance Ceiling { get; init; }

    /// <summary>Why it was accepted.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The slice in which the metric may be worse.</summary>
    [JsonIgnore]
    public Slice Slice => new(Pairs);

    /// <summary>Whether its last day is over.</summary>
    /// <param name="today">The day on which a run is judged.</param>
    public bool IsOver(DateOnly today) => today > Expires;

    /// <summary>Whether a comparison is about its metric on its slice.</summary>
    internal bool Covers(Comparison comparison) => comparison.Metric.Name == Metric && comparison.Slice == Slice;
}
