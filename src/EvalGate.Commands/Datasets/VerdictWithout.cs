using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The verdict on the newest run, as it is and without cases whose labels are in doubt.</summary>
/// <param name="Cases">How many cases are in doubt.</param>
/// <param name="With">The verdict that counts them.</param>
/// <param name="Without">The verdict that does not.</param>
public sealed record VerdictWithout(int Cases, Verdict With, Verdict Without)
{
    /// <summary>Judges the newest run twice.</summary>
    /// <param name="loaded">The suite.</param>
    /// <param name="run">The newest run; null when there is none.</param>
    /// <param name="ids">The cases in doubt.</param>
    /// <returns>Null without a gate, a case in doubt, or a run that can be judged.</returns>
    internal static VerdictWithout? Of(LoadedSuite loaded, Run? run, IReadOnlyList<string> ids)
    {
        if (loaded.Suite.Gate is null || run is null || ids.Count == 0)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(run.File)!;
        var with = GateCommand.Decide(loaded, run, folder, new([], [])).Verdict;
        return with.WholeRun is not null ? null : new(ids.Count, with.Verdict, GateCommand.Decide(loaded, run, folder, new([], ids)).Verdict.Verdict);
    }
}
