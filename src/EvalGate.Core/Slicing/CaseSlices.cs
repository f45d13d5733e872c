using EvalGate.Model;

namespace EvalGate.Slicing;

/// <summary>Where one case belongs.</summary>
/// <param name="Values">Values by attribute; <see cref="Slice.None"/> where the case has none.</param>
/// <param name="Slices">Overall, every attribute value, every combination of a cross.</param>
/// <param name="Problems">Values that could not be computed, such as a time stamp without an offset.</param>
public sealed record CaseSlices(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyList<Slice> Slices, IReadOnlyList<Diagnostic> Problems);
