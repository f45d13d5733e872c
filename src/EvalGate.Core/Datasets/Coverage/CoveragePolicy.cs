using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>What a suite is held against in every verdict: its <c>coverage:</c>.</summary>
/// <param name="Production">Requests of production, JSON Lines; relative to the project folder.</param>
/// <param name="FewestCases">With fewer cases a slice is not covered.</param>
/// <param name="Place">Where the file is named.</param>
public sealed record CoveragePolicy(string Production, int FewestCases, SourcePlace Place);
