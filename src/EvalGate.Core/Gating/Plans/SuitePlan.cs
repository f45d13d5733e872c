using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>What the cases of a suite can tell, before there is a candidate, and what it takes to tell more.</summary>
public sealed record SuitePlan
{
    /// <summary>The suite.</summary>
    public required string Suite { get; init; }

    /// <summary>Active cases.</summary>
    public required int Cases { get; init; }

    /// <summary>Active cases without a result in the baseline, or in the last run where there is no baseline: they count once a run is accepted.</summary>
    public required int NewCases { get; init; }

    /// <summary>Whether there is a baseline.</summary>
    public required bool HasBaseline { get; init; }

    /// <summary>Repetitions of a case in a run.</summary>
    public required int Repetitions { get; init; }

    /// <summary>Where the noise was measured.</summary>
    public required NoiseSource Noise { get; init; }

    /// <summary>One per rule on a change and slice, by metric as written, then by slice; none when nothing was measured yet.</summary>
    public required IReadOnlyList<PlannedSlice> Slices { get; init; }

    /// <summary>Metrics with a rule on a change that is no change of a mean, as messages call them: quantiles, ratios and durations are judged, and not planned.</summary>
    public IReadOnlyList<string> Unplanned { get; init; } = [];

    /// <summary>What one result costs on average, in US dollars; null when no run says.</summary>
    public required double? CostOfResult { get; init; }

    /// <summary>Further cases after which every planned slice could be held, where each new case serves one value of every attribute.</summary>
    public long CasesNeeded => Slices.GroupBy(s => (s.Metric.Name, Attributes: string.Join('\u001f', s.Slice.Pairs.Select(p => p.Attribute))))
        .Select(g => g.Sum(s => s.CasesNeeded ?? 0)).DefaultIfEmpty(0).Max();

    /// <summary>What so many further cases add to the cost of each run, in US dollars; null when unmetered.</summary>
    /// <param name="cases">Further cases.</param>
    public double? CostOf(long cases) => CostOfResult * cases * Repetitions;
}

/// <summary>What one rule can see on one slice.</summary>
public sealed record PlannedSlice
{
    /// <summary>The metric.</summary>
    public required Metric Metric { get; init; }

    /// <summary>The slice.</summary>
    public required Slice Slice { get; init; }

    /// <summary>The rule that decides here.</summary>
    public required Rule Rule { get; init; }

    /// <summary>Cases with a result.</summary>
    public required int Cases { get; init; }

    /// <summary>Independent groups among them; null when no case has a group.</summary>
    public int? Groups { get; init; }

    /// <summary>How often two results of one case differ when nothing changed, shrunk to the suite's rate; null for scores, and where it is unknown.</summary>
    public double? FlipRate { get; init; }

    /// <summary>Standard deviation of the change of one case (one group) when nothing changed, shrunk likewise; null where it is unknown.</summary>
    public double? Deviation { get; init; }

    /// <summary>The tolerated change for the worse, in the metric's unit.</summary>
    public required double Tolerance { get; init; }

    /// <summary>True when losing everything there is could not be red.</summary>
    public required bool IsBlind { get; init; }

    /// <summary>The smallest true change for the worse that would be red with 80 % power; null when none would, and where the noise is unknown.</summary>
    public double? SmallestDetectable { get; init; }

    /// <summary>Further cases, in groups of the present size where there are any, for "held" at 80 % power if nothing changes; 0 when there are enough; null when it can never be held, and where the noise is unknown.</summary>
    public long? CasesNeeded { get; init; }

    /// <summary>Cases that catch a true change of the tolerance with 80 % power; null for a tolerance of 0, and where the noise is unknown.</summary>
    public long? CasesToCatch { get; init; }

    /// <summary>Fewest cases (groups) among which a rare loss of the tolerance would probably show; null when it can never be held.</summary>
    public long? LeastCases { get; init; }

    /// <summary>The smallest tolerance that this slice would hold as it is, at 80 % power; null when it holds none, and where the noise is unknown.</summary>
    public double? Margin { get; init; }

    /// <summary>Independent units: groups where there are any, else cases.</summary>
    public int Independent => Groups ?? Cases;

    /// <summary>True when the slice cannot be held whatever comes out: too few cases for a rare loss to show.</summary>
    public bool IsTooSmall => LeastCases > Independent;
}

/// <summary>Where the noise of a plan was measured.</summary>
public enum NoiseSource
{
    /// <summary>Nowhere: no case has two results.</summary>
    Unknown,

    /// <summary>Between results of one and the same system.</summary>
    Unchanged,

    /// <summary>Between the baseline and another candidate: what the change itself did counts as noise.</summary>
    Changed,
}
