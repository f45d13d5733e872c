using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>The mix of production: what share of the traffic each value of an attribute has. The <c>weights:</c> of a suite.</summary>
/// <param name="Attribute">A declared attribute.</param>
/// <param name="Shares">Share by value, each positive; they add up to 1.</param>
/// <param name="Place">Where the mix is written.</param>
public sealed record ProductionMix(string Attribute, IReadOnlyDictionary<string, decimal> Shares, SourcePlace Place);

/// <summary>A file beside the suite that holds the mix of production, <c>.json</c> or <c>.csv</c>.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Place">Where the suite names it.</param>
public sealed record MixFile(string Name, SourcePlace Place);

/// <summary>What a reweighted comparison rests on.</summary>
/// <param name="Attribute">The attribute whose values were reweighted.</param>
/// <param name="EffectiveCases">How many equally weighted cases would be as informative (Kish).</param>
public sealed record Reweighting(string Attribute, double EffectiveCases);
