using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Everything a verdict is made from.</summary>
public sealed record JudgeInput
{
    /// <summary>The suite, with a gate.</summary>
    public required Suite Suite { get; init; }

    /// <summary>Today's cases, retired ones included: slices come from here.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>The candidate.</summary>
    public required Run Run { get; init; }

    /// <summary>The day on which it is judged: waivers end.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Earlier runs of the suite; those of the same candidate are judged together with <see cref="Run"/>.</summary>
    public IReadOnlyList<Run> EarlierRuns { get; init; } = [];

    /// <summary>What it is compared with; null when there is none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The anchor; null when the gate has none, or when it cannot be read.</summary>
    public Baseline? Anchor { get; init; }

    /// <summary>Why the anchor cannot be read; null when it can, or when there is none.</summary>
    public Diagnostic? AnchorProblem { get; init; }

    /// <summary>What is known of the eval set itself; an error among it blocks.</summary>
    public IReadOnlyList<Diagnostic> EvalSet { get; init; } = [];

    /// <summary>Ids of active cases that ran and that nothing is judged by.</summary>
    public IReadOnlyCollection<string> LeftOut { get; init; } = [];

    /// <summary>Why the baseline file cannot be used; null when it can, or when there is none.</summary>
    public Diagnostic? BaselineProblem { get; init; }
}
