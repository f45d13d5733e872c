namespace EvalGate.Commands;

/// <summary>What to approve or to reject, and by whom.</summary>
public sealed record ApproveRequest
{
    /// <summary>Where.</summary>
    public required SnapshotPlace Place { get; init; }

    /// <summary>What.</summary>
    public required ChangeFilter Filter { get; init; }

    /// <summary>How many there must be; null when nobody counted. Without any filter, somebody must have.</summary>
    public int? ExpectedCount { get; init; }

    /// <summary>Who.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Beside what is approved, not in its place.</summary>
    public bool AsAlternative { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>What became of it.</summary>
/// <param name="Problems">Why nothing was done; none when it was.</param>
/// <param name="Suites">What was done, by suite.</param>
public sealed record ApproveResult(IReadOnlyList<string> Problems, IReadOnlyList<ApprovedSuite> Suites);

/// <summary>What was done in one suite.</summary>
/// <param name="Suite">Its name.</param>
/// <param name="Cases">Ids of the cases, as they were listed.</param>
/// <param name="Left">How many changes still wait.</param>
public sealed record ApprovedSuite(string Suite, IReadOnlyList<string> Cases, int Left)
{
    /// <summary>Cases left out because their output was seen too seldom, or not always like this.</summary>
    public IReadOnlyList<string> Unstable { get; init; } = [];

    /// <summary>Cases left out because they have as many alternatives as may be.</summary>
    public IReadOnlyList<string> Crowded { get; init; } = [];
}
