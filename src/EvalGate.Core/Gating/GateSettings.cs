using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>The <c>gate:</c> of a suite.</summary>
public sealed record GateSettings
{
    /// <summary>The baseline file, relative to the suite's folder.</summary>
    public required string Baseline { get; init; }

    /// <summary>The branch whose newest accepted run is the baseline, fetched before the tests into <see cref="Baseline"/>; null for a file that is committed.</summary>
    public string? BaselineBranch { get; init; }

    /// <summary>What is demanded, in the order written.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>What an inconclusive comparison does.</summary>
    public InconclusivePolicy Inconclusive { get; init; } = InconclusivePolicy.Warn;

    /// <summary>How many repetitions may end in an error before the run is not judged.</summary>
    public ErrorAllowance MaxErrors { get; init; } = new(0, null);

    /// <summary>The chance that an unchanged candidate is blocked, for all rules together; null for 5 % on sampled and 20 % on repeatable metrics.</summary>
    public double? FalseAlarms { get; init; }

    /// <summary>A second baseline that stays where it is: a file beside the suite, or a git revision whose baseline is meant; null for none.</summary>
    public string? Anchor { get; init; }

    /// <summary>What may get worse for what gain; null for nothing.</summary>
    public Trade? Trade { get; init; }

    /// <summary>Accepted regressions, from the <c>waivers.yaml</c> beside the suite: one per metric and slice.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>Where the gate is written.</summary>
    public SourcePlace Place { get; init; }
}

/// <summary>What an inconclusive comparison does to the build.</summary>
public enum InconclusivePolicy
{
    /// <summary>Shown, does not block.</summary>
    Warn,

    /// <summary>Blocks.</summary>
    Block,

    /// <summary>Counts as passed.</summary>
    Pass,
}

/// <summary>How many repetitions may end in an error: a number, or a share of all.</summary>
/// <param name="Count">Absolute allowance; null when <paramref name="Share"/> is given.</param>
/// <param name="Share">Share of all repetitions, 0.01 for <c>1%</c>; null when <paramref name="Count"/> is given.</param>
public sealed record ErrorAllowance(int? Count, decimal? Share)
{
    /// <summary>Whether so many errors are within the allowance.</summary>
    /// <param name="errors">Repetitions that ended in an error.</param>
    /// <param name="repetitions">All repetitions.</param>
    public bool Allows(int errors, int repetitions) => errors <= (Count ?? Math.Floor((Share ?? 0) * repetitions));
}
