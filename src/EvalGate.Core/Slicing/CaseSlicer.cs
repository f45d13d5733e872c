using EvalGate.Model;
namespace EvalGate.Slicing;
/// <summary>temp</summary>
public sealed class CaseSlicer(Suite suite)
{
    /// <summary>temp</summary>
    public CaseSlices Of(Case @case)
    {
        var values = suite.Attributes.ToDictionary(a => a.Name, a => @case.Slices.GetValueOrDefault(a.Name) ?? (IReadOnlyList<string>)[Slice.None]);
        var slices = new List<Slice> { Slice.Overall };
        slices.AddRange(values.SelectMany(v => v.Value.Select(x => new Slice([new(v.Key, x)]))));
        return new(values, slices, []);
    }
}
/// <summary>temp</summary>
public sealed record CaseSlices(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, IReadOnlyList<Slice> Slices, IReadOnlyList<Diagnostic> Problems);
