using EvalGate.Model;

namespace EvalGate.Slicing;

/// <summary>Two or more attributes whose combinations are slices too.</summary>
/// <param name="Attributes">Names of attributes, each once.</param>
/// <param name="Place">Where the cross is written.</param>
public sealed record SliceCross(IReadOnlyList<string> Attributes, SourcePlace Place);
