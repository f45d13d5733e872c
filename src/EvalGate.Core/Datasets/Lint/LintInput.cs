using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Datasets;

/// <summary>What the lint of an eval set looks at.</summary>
public sealed record LintInput
{
    private CaseSlicer? _slicer;

    /// <summary>The suite, read without errors.</summary>
    public required Suite Suite { get; init; }

    /// <summary>All its cases; retired ones are only looked at for secrets.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>The day on which reviews are stale or not.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The last runs of the suite, newest first; without enough of them nothing is said about cases that always or never fail.</summary>
    public IReadOnlyList<Run> Runs { get; init; } = [];

    /// <summary>Where lint draws its lines.</summary>
    public LintSettings Settings { get; init; } = new();

    internal IReadOnlyList<Case> Active => [.. Cases.Where(c => c.Status == CaseStatus.Active)];

    internal CaseSlicer Slicer => _slicer ??= new(Suite);
}

/// <summary>Where lint draws its lines.</summary>
public sealed record LintSettings
{
    /// <summary>From which similarity on two inputs are near-duplicates: Jaccard's index of runs of <see cref="ShingleWords"/> words.</summary>
    /// <remarks>A convention. Inputs with fewer than <see cref="ShortestNear"/> words are compared as a whole only.</remarks>
    public double NearDuplicate { get; init; } = 0.6;

    /// <summary>Words per run: short enough that one changed word in a sentence of ten leaves most runs alone.</summary>
    public int ShingleWords { get; init; } = 2;

    /// <summary>The least words of an input that is compared for near-duplicates.</summary>
    public int ShortestNear { get; init; } = 6;

    /// <summary>After how many days a review is stale.</summary>
    public int StaleAfterDays { get; init; } = 180;

    /// <summary>How many of the last runs are looked at for cases that always or never fail.</summary>
    public int LastRuns { get; init; } = 10;

    /// <summary>With fewer runs nothing is said about them.</summary>
    public int FewestRuns { get; init; } = 3;
}
