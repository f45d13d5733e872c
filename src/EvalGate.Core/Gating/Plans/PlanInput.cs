using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>What a plan is made from: nothing but what was measured already.</summary>
public sealed record PlanInput
{
    /// <summary>The suite, with a gate.</summary>
    public required Suite Suite { get; init; }

    /// <summary>Today's cases, retired ones included.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>The accepted baseline; null when there is none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Earlier runs of the suite, newest first. Those of other cases or other definitions, and those cut off, say nothing and are left out.</summary>
    public IReadOnlyList<Run> Runs { get; init; } = [];
}
