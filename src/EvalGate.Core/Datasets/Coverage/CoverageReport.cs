using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>How much of what production sees an eval set covers.</summary>
public sealed record CoverageReport
{
    /// <summary>Requests that were counted.</summary>
    public required int Requests { get; init; }

    /// <summary>Requests that lie in at least one slice with too few cases, as a share.</summary>
    public required double Uncovered { get; init; }

    /// <summary>A one-sided 95 % upper bound of that share (Wilson): the log is a sample.</summary>
    public required double UncoveredAtMost { get; init; }

    /// <summary>Requests whose combination of all attributes no case has, as a share.</summary>
    public required double NewCombinations { get; init; }

    /// <summary>What a longer log would bring that this one does not have, by combinations of all attributes.</summary>
    public required UnseenMass Unseen { get; init; }

    /// <summary>Every slice of one attribute or cross, by traffic × risk, the most urgent first.</summary>
    public required IReadOnlyList<SliceCoverage> Slices { get; init; }

    /// <summary>One per attribute, the most drifted first.</summary>
    public required IReadOnlyList<AttributeDrift> Attributes { get; init; }
}

/// <summary>Traffic and cases of one slice.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Requests">Requests in it.</param>
/// <param name="Share">The share of all requests.</param>
/// <param name="Cases">Active cases in it, those of one group counted once.</param>
/// <param name="Risk">The share of failures that the newest run suggests, drawn towards one half where cases are few.</param>
/// <param name="IsCovered">Whether it has enough cases.</param>
public sealed record SliceCoverage(Slice Slice, int Requests, double Share, int Cases, double Risk, bool IsCovered)
{
    /// <summary>What matters: traffic × risk.</summary>
    public double Urgency => Share * Risk;

    /// <summary>Requests to look at.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}

/// <summary>How far the eval set's shares of one attribute are from production's.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Drift">The distances.</param>
/// <param name="Level">How serious it is.</param>
/// <param name="EffectiveCases">How many cases are left of the eval set's, in worth, when they are weighted to production's mix (Kish); 0 when a value has none.</param>
/// <param name="Shares">Production's share of each value that has cases, adding up to 1.</param>
public sealed record AttributeDrift(string Attribute, ShareDrift Drift, DriftLevel Level, double EffectiveCases, IReadOnlyDictionary<string, double> Shares);

/// <summary>How serious a drift is, the sizes of the samples considered.</summary>
public enum DriftLevel
{
    /// <summary>Within what chance and convention allow.</summary>
    Calm,

    /// <summary>The index is above 0.1 and above what chance gives once in a hundred.</summary>
    Alert,

    /// <summary>Above 0.25 as well.</summary>
    Major,
}
