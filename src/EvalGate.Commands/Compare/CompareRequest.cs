using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Two sets of result files to compare, and what is demanded.</summary>
public sealed record CompareRequest
{
    /// <summary>What the verdict is called.</summary>
    public string Name { get; init; } = "compare";

    /// <summary>The folder that files are relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>The baseline: a file, or a pattern whose files together are one side.</summary>
    public required string Baseline { get; init; }

    /// <summary>The candidate: a file or a pattern.</summary>
    public required string Candidate { get; init; }

    /// <summary>The column of ids.</summary>
    public string Id { get; init; } = "id";

    /// <summary>The column of groups, or null.</summary>
    public string? Group { get; init; }

    /// <summary>Whether rows of one id are repetitions of one case.</summary>
    public bool Repetitions { get; init; }

    /// <summary>Whether the sides have different cases, which are not paired.</summary>
    public bool Unpaired { get; init; }

    /// <summary>What is compared.</summary>
    public required IReadOnlyList<ComparedColumn> Metrics { get; init; }

    /// <summary>Columns to slice by, and crosses of them: each a list of columns.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Slices { get; init; } = [];

    /// <summary>The mix of production: a <c>.json</c> or <c>.csv</c> file, or the mix itself as <c>weights:</c> of a suite would hold it; null for none.</summary>
    public string? Weights { get; init; }

    /// <summary>What is demanded of the metrics.</summary>
    public required IReadOnlyList<ComparedBound> Bounds { get; init; }

    /// <summary>How every bound decides.</summary>
    public Decision Decide { get; init; } = Decision.Evidence;

    /// <summary>What an inconclusive comparison does.</summary>
    public InconclusivePolicy Inconclusive { get; init; } = InconclusivePolicy.Warn;

    /// <summary>The chance of a false alarm for all metrics and slices together; null for 5 %.</summary>
    public double? FalseAlarms { get; init; }

    /// <summary>Where the Markdown report is written; null for nowhere.</summary>
    public string? ReportPath { get; init; }
}

/// <summary>A column that is compared.</summary>
/// <param name="Name">The column.</param>
/// <param name="Better">Which way is better.</param>
/// <param name="Range">The range of a bounded score; null where none was given.</param>
public sealed record ComparedColumn(string Name, Direction Better, ValueRange? Range);

/// <summary>One demand as it was written.</summary>
/// <param name="Key">One of <see cref="BoundText.Keys"/>.</param>
/// <param name="Metric">The metric; null for every metric that the key fits.</param>
/// <param name="Text">The figure with its unit.</param>
public sealed record ComparedBound(string Key, string? Metric, string Text)
{
    /// <summary>The option as it stands on a command line.</summary>
    public string Option => $"{Switch(Key)} {(Metric is null ? "" : $"{Metric}=")}{Text}";

    /// <summary><c>--max-drop</c> for <c>max_drop</c>.</summary>
    /// <param name="key">One of <see cref="BoundText.Keys"/>.</param>
    public static string Switch(string key) => "--" + key.Replace('_', '-');
}
