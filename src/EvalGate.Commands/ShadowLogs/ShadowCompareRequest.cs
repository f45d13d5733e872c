using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.ShadowLogs;

namespace EvalGate.Commands;

/// <summary>Which shadow logs to judge, and by what.</summary>
public sealed record ShadowCompareRequest
{
    /// <summary>The folder that logs are relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>Files or patterns.</summary>
    public required IReadOnlyList<string> Logs { get; init; }

    /// <summary>Pairs that are stored elsewhere, each as a JSON object with the members of a log's line, and where it is.</summary>
    public IEnumerable<(SourcePlace Place, string Json)> Rows { get; init; } = [];

    /// <summary>Where suites are looked for.</summary>
    public required string Project { get; init; }

    /// <summary>The suite whose metrics, slices and rules hold; null for none.</summary>
    public string? Suite { get; init; }

    /// <summary>Attributes to slice by, and crosses of them; null for every attribute and every pair of two.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Slices { get; init; }

    /// <summary>What is demanded in place of the usual.</summary>
    public IReadOnlyList<ComparedBound> Bounds { get; init; } = [];

    /// <summary>The chance of a false alarm for all metrics and slices together.</summary>
    public double FalseAlarms { get; init; } = 0.05;
}

/// <summary>What shadow logs say.</summary>
public sealed record ShadowCompareResult
{
    /// <summary>Why nothing was judged.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>The judged metrics; null if and only if there are problems.</summary>
    public SuiteVerdict? Verdict { get; init; }

    /// <summary>Whether the candidate may take over.</summary>
    public CutOver CutOver { get; init; } = new(CutOverAnswer.CannotTell, null, []);

    /// <summary>Pairs of the candidate.</summary>
    public int Pairs { get; init; }

    /// <summary>Pairs of the incumbent with itself.</summary>
    public int NoisePairs { get; init; }

    /// <summary>Pairs that were left out because their request was there before.</summary>
    public int Repeated { get; init; }

    /// <summary>What the candidate says differently.</summary>
    public IReadOnlyList<EditGroup> Edits { get; init; } = [];

    /// <summary>Pairs that disagree, the most informative first.</summary>
    public IReadOnlyList<InformativePair> Disagreements { get; init; } = [];
}
