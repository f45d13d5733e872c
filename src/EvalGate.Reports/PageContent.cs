using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Outcomes;

namespace EvalGate.Reports;

/// <summary>What the page of a run shows: everything that a report can say, for those who lay it out.</summary>
public sealed record PageContent
{
    /// <summary>The verdict.</summary>
    public required SuiteVerdict Verdict { get; init; }

    /// <summary>The metrics of the suite, in the order written.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>Every case with what became of it; read once, one after the other.</summary>
    public required IEnumerable<CaseResult> Cases { get; init; }

    /// <summary>Earlier baselines, oldest first; the one that the run was judged against comes last.</summary>
    public IReadOnlyList<AcceptedVersion> History { get; init; } = [];

    /// <summary>How releases did in production; null where nothing is known of it.</summary>
    public OutcomeReport? Outcomes { get; init; }

    /// <summary>Snapshots that changed, by id of their case.</summary>
    public IReadOnlyDictionary<string, SnapshotTexts> Snapshots { get; init; } = new Dictionary<string, SnapshotTexts>();
}

/// <summary>An output that is not the approved one.</summary>
/// <param name="Approved">What was approved; empty when nothing was.</param>
/// <param name="Received">What came now.</param>
public sealed record SnapshotTexts(string Approved, string Received);
