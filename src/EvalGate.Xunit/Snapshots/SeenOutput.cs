using EvalGate.Snapshots;

namespace EvalGate.Xunit;

/// <summary>One repetition's output, and how it compares.</summary>
internal sealed record SeenOutput(SnapshotText Text, SnapshotComparison Comparison)
{
    /// <summary>What stands for all repetitions of a case: the output that most of those that failed gave, or any when none failed.</summary>
    /// <returns>The output, ambiguous when others came out as approved, and how many gave it.</returns>
    public static (SeenOutput Chosen, int Agreeing) Choose(IReadOnlyList<SeenOutput> seen)
    {
        var failed = seen.Where(s => s.Comparison.Policy != SnapshotPolicy.Off).ToArray();
        var most = (failed.Length == 0 ? seen : failed).GroupBy(s => s.Text).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Text, StringComparer.Ordinal).First();
        var chosen = most.First();
        var isAmbiguous = failed.Length > 0 && failed.Length < seen.Count && chosen.Comparison.Verdict == SnapshotVerdict.Changed;
        return (isAmbiguous ? chosen with { Comparison = chosen.Comparison with { Verdict = SnapshotVerdict.Ambiguous } } : chosen, most.Count());
    }
}
