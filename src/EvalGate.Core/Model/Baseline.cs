namespace EvalGate.Model;

/// <summary>An accepted run, committed beside the suite and reviewed like code.</summary>
public sealed record Baseline
{
    /// <summary>Where it comes from and what it may be compared with.</summary>
    public required BaselineHeader Header { get; init; }

    /// <summary>One per case, sorted by id.</summary>
    public required IReadOnlyList<BaselineCase> Cases { get; init; }
}

/// <summary>Where a baseline comes from and what it may be compared with.</summary>
public sealed record BaselineHeader
{
    /// <summary>The suite's name.</summary>
    public required string Suite { get; init; }

    /// <summary>The runs that were pooled.</summary>
    public required IReadOnlyList<string> Runs { get; init; }

    /// <summary>The commit of the runs, or null outside a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>When the last of the runs started, in UTC.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The stack of the runs.</summary>
    public required IReadOnlyDictionary<string, string> Stack { get; init; }

    /// <summary>Fingerprint of the active cases.</summary>
    public required string DatasetHash { get; init; }

    /// <summary>The machine of the runs.</summary>
    public required string Machine { get; init; }

    /// <summary>The metrics that rules name, with the fingerprint of their definition and whether they came out the same in every run.</summary>
    public required IReadOnlyDictionary<string, BaselineMetric> Metrics { get; init; }

    /// <summary>How many active cases each slice had, by slice text; what a later run has fewer of is a finding.</summary>
    public IReadOnlyDictionary<string, int> Slices { get; init; } = new Dictionary<string, int>();

    /// <summary>Who accepted, in the words of the machine that did.</summary>
    public required string AcceptedBy { get; init; }

    /// <summary>Why, or null when nobody said.</summary>
    public string? Reason { get; init; }
}

/// <summary>What a baseline knows of a metric.</summary>
/// <param name="Fingerprint">Fingerprint of the definition the scores were made with.</param>
/// <param name="Repeatable">True when at least two live runs gave every case the same score; null when only one run was pooled.</param>
public sealed record BaselineMetric(string Fingerprint, bool? Repeatable);

/// <summary>One case of a baseline.</summary>
/// <param name="Id">The case.</param>
/// <param name="Hash">Fingerprint of its content when it ran.</param>
/// <param name="Scores">Scores of all repetitions by metric; an empty list where the metric did not apply.</param>
public sealed record BaselineCase(string Id, string Hash, IReadOnlyDictionary<string, IReadOnlyList<double>> Scores);
