using System.Collections.Immutable;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Two sets of results over different cases, compared without pairing.</summary>
/// <remarks>Pairing the same cases sees changes that are several times smaller; this is for results that have no cases in common.</remarks>
public sealed record UnpairedInput
{
    /// <summary>What the verdict is called.</summary>
    public required string Name { get; init; }

    /// <summary>What is compared.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What is demanded. Its baseline is never read.</summary>
    public required GateSettings Gate { get; init; }

    /// <summary>The baseline's cases.</summary>
    public required UnpairedArm Baseline { get; init; }

    /// <summary>The candidate's cases.</summary>
    public required UnpairedArm Candidate { get; init; }
}

/// <summary>The cases of one arm, column by column.</summary>
public sealed record UnpairedArm
{
    /// <summary>The sets of slices that cases are in, each once.</summary>
    public required IReadOnlyList<IReadOnlyList<Slice>> Cells { get; init; }

    /// <summary>Which of <see cref="Cells"/> each row is in.</summary>
    public required ImmutableArray<int> CellOfRow { get; init; }

    /// <summary>Scores by metric.</summary>
    public required IReadOnlyDictionary<string, ScoreColumn> Scores { get; init; }
}
