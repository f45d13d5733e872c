using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>An eval set, and what production saw.</summary>
public sealed record CoverageInput
{
    /// <summary>The suite.</summary>
    public required Suite Suite { get; init; }

    /// <summary>All its cases.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>Requests of production, as cases that expect nothing.</summary>
    public required IReadOnlyList<Case> Requests { get; init; }

    /// <summary>The newest run, for the risk of each slice; null for none.</summary>
    public Run? Run { get; init; }

    /// <summary>With fewer active cases a slice is not covered.</summary>
    public int FewestCases { get; init; } = UsualFewest;

    /// <summary>30 by convention; what a rule's margin needs is in <c>evalgate cases lint</c>.</summary>
    public const int UsualFewest = 30;
}
