using System.Text.Json.Serialization;
using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>How a rule decides.</summary>
public enum Decision
{
    /// <summary>A proven regression blocks (the default).</summary>
    Evidence,

    /// <summary>The plain figure decides, noise and all.</summary>
    Estimate,

    /// <summary>Everything but a proven "no worse" blocks.</summary>
    Proof,
}

/// <summary>One demand of the gate.</summary>
public sealed record Rule
{
    /// <summary>The metric it judges.</summary>
    public required string Metric { get; init; }

    /// <summary>What is demanded.</summary>
    public required Bound Bound { get; init; }

    /// <summary>Which slices it covers.</summary>
    public required RuleScope Scope { get; init; }

    /// <summary>How it decides.</summary>
    public Decision Decide { get; init; } = Decision.Evidence;

    /// <summary>Where the rule is written.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Whether it stands in a suite, which has a baseline that can be accepted; a demand on two plain files has none.</summary>
    [JsonIgnore]
    public bool IsOfSuite => HasBaselineFile && Place.Line > 0;

    /// <summary>False for the rule of a map of pairs: it stands in a file, and there is still nothing to accept.</summary>
    [JsonIgnore]
    public bool HasBaselineFile { get; init; } = true;
}

/// <summary>What a rule demands of a metric.</summary>
[JsonDerivedType(typeof(MaxChange), "max_change")]
[JsonDerivedType(typeof(LevelBound), "level")]
public abstract record Bound;

/// <summary>The candidate may be worse than the baseline by so much: <c>max_drop</c> where higher is better, <c>max_rise</c> where lower is.</summary>
/// <param name="Overall">The tolerance on all cases and on slices that the rule names.</param>
/// <param name="Slices">The tolerance on the slices that the rule covers without naming them.</param>
public sealed record MaxChange(Tolerance Overall, Tolerance Slices) : Bound;

/// <summary>The candidate's own level: <c>at_least</c> where higher is better, <c>at_most</c> where lower is.</summary>
/// <param name="Value">The level, in the metric's unit.</param>
public sealed record LevelBound(decimal Value) : Bound;

/// <summary>A tolerated change for the worse.</summary>
/// <param name="Value">Not negative: in the metric's unit, or as a share of the baseline's value (0.1 for <c>10%</c>).</param>
/// <param name="IsRelative">True for a share of the baseline's value.</param>
public sealed record Tolerance(decimal Value, bool IsRelative)
{
    /// <summary>As a number in the metric's unit.</summary>
    /// <param name="baseline">The baseline's value.</param>
    public double InUnits(double baseline) => (double)Value * (IsRelative ? Math.Abs(baseline) : 1);
}

/// <summary>Which slices a rule covers.</summary>
[JsonDerivedType(typeof(OverallOnly), "overall")]
[JsonDerivedType(typeof(OverallAndSlices), "default")]
[JsonDerivedType(typeof(EverySlice), "every")]
[JsonDerivedType(typeof(NamedSlices), "named")]
public abstract record RuleScope;

/// <summary>All cases together and nothing else.</summary>
public sealed record OverallOnly : RuleScope;

/// <summary>All cases together, and every value of every declared attribute and cross except <c>(none)</c>.</summary>
public sealed record OverallAndSlices : RuleScope;

/// <summary>Every value of every declared attribute and cross except <c>(none)</c>, without overall: <c>slice: '*'</c>.</summary>
public sealed record EverySlice : RuleScope;

/// <summary>The slices with these pairs; a null value stands for each value of the attribute (<c>'*'</c>).</summary>
/// <param name="Pairs">Attribute and value, sorted by attribute.</param>
public sealed record NamedSlices(IReadOnlyList<ScopePair> Pairs) : RuleScope;

/// <summary>One pair of a <see cref="NamedSlices"/>.</summary>
/// <param name="Attribute">A declared attribute.</param>
/// <param name="Value">Its value, or null for each.</param>
public sealed record ScopePair(string Attribute, string? Value);
