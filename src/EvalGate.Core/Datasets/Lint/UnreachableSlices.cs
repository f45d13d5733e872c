using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Datasets;

/// <summary>Values of attributes that the suite declares and no case has.</summary>
internal static class UnreachableSlices
{
    public static IEnumerable<Diagnostic> Find(LintInput input)
    {
        var values = input.Active.SelectMany(c => input.Slicer.Of(c).Values).SelectMany(v => v.Value.Select(value => (v.Key, value))).ToHashSet();
        return from attribute in input.Suite.Attributes
               let empty = Declared(attribute).Where(v => !values.Contains((attribute.Name, v))).ToArray()
               where empty.Length > 0
               select new Diagnostic(
                   DiagnosticCodes.UnreachableSlice,
                   Severity.Warning,
                   $"no case is in {CaseList.Some(empty.Select(v => $"{attribute.Name}={v}"))}: nothing is measured there. Add cases, or change the bins.",
                   attribute.Place);
    }

    private static IEnumerable<string> Declared(SliceAttribute attribute) => attribute switch
    {
        LengthAttribute a => a.Bins.Select(b => b.Value),
        NumberAttribute a => a.Bins.Select(b => b.Value),
        HoursAttribute a => a.Bins.Select(b => b.Value),
        WeekdayAttribute a => a.Bins.Select(b => b.Value),
        MatchesAttribute a => a.Bins.Select(b => b.Value),
        _ => [],
    };
}
