using EvalGate.Model;

namespace EvalGate.Slicing;

/// <summary>Reads the values of one attribute off a case.</summary>
internal interface IAttributeReader
{
    /// <summary>The values; none when the case has none.</summary>
    IReadOnlyList<string> Read(Case @case, Action<Diagnostic> report);
}
