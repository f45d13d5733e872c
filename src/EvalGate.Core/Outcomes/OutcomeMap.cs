using EvalGate.Model;

namespace EvalGate.Outcomes;

/// <summary>Where production says how each release did, and what its columns mean: <c>NAME.outcomes.yaml</c> beside a suite.</summary>
public sealed record OutcomeMap
{
    /// <summary>Patterns of files with one row per request: JSON Lines or CSV; relative to the map's folder.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The column of ids, unique over all files.</summary>
    public string Id { get; init; } = "id";

    /// <summary>The column that names the release which answered: a commit of an accepted baseline, or a file of <see cref="Releases"/>.</summary>
    public string Release { get; init; } = "release";

    /// <summary>The column of times; null where no signal has a delay.</summary>
    public string? Time { get; init; }

    /// <summary>Columns to slice by, and crosses of them; null for the suite's declared attributes.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Slices { get; init; }

    /// <summary>Metrics of the suite that are held against production; null for those that rules name.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    /// <summary>A pattern of result files, one per release and named like it: what the eval said of it. Null for the baselines in git's history.</summary>
    public string? Releases { get; init; }

    /// <summary>What production says, in the order written.</summary>
    public required IReadOnlyList<Signal> Signals { get; init; }

    /// <summary>Where the map begins.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Where the map of a suite stands, relative to the project folder.</summary>
    /// <param name="suite">The suite.</param>
    public static string PathOf(Suite suite) => suite.PathOf($"{suite.Name}.outcomes.yaml");
}

/// <summary>Something that production says of a request: a thumb, a retry, an escalation, how long a session took.</summary>
/// <param name="Metric">Its name, its kind (binary, or a number) and which way is better.</param>
/// <param name="Column">Its column.</param>
/// <param name="Delay">How long after a request the signal is complete: younger requests are left out.</param>
public sealed record Signal(Metric Metric, string Column, TimeSpan Delay);
