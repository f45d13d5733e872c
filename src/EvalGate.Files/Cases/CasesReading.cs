using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>What was read from case files: the cases that are sound, and everything that is wrong with the others.</summary>
/// <param name="Cases">In the order written, without those that have an error.</param>
/// <param name="Diagnostics">In the order found; at most 100 per file, and a last note that says how many more there are.</param>
public sealed record CasesReading(IReadOnlyList<Case> Cases, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Joins the readings of several files; an id that two files use is a diagnostic at its second place.</summary>
    /// <param name="readings">One per file, in the files' order.</param>
    public static CasesReading Join(IEnumerable<CasesReading> readings)
    {
        var all = readings.ToList();
        if (all is [var only])
        {
            return only;
        }

        var joined = new CaseCollector(limit: int.MaxValue);
        foreach (var problem in all.SelectMany(r => r.Diagnostics))
        {
            joined.Add(problem);
        }

        foreach (var item in all.SelectMany(r => r.Cases))
        {
            joined.Add(item);
        }

        return joined.Finish();
    }
}
