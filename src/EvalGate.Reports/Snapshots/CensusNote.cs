using System.Globalization;
using EvalGate.Gating;
using EvalGate.Snapshots;

namespace EvalGate.Reports;

/// <summary>What a report says of snapshots, in one sentence or two.</summary>
internal static class CensusNote
{
    private const int NamedOrphans = 4;

    private static readonly (SnapshotVerdict Verdict, string Word)[] Words =
    [
        (SnapshotVerdict.Changed, "changed"), (SnapshotVerdict.Ambiguous, "not the same in every repetition"), (SnapshotVerdict.New, "new"), (SnapshotVerdict.Stale, "approved for another input"),
    ];

    public static IEnumerable<string> Of(SuiteVerdict verdict)
    {
        var (suite, tally) = (verdict.Suite, verdict.Tally);
        if (tally is { Pending: > 0 })
        {
            var counts = Words.Select(w => (Count: tally.Counts[w.Verdict], w.Word)).Where(w => w.Count > 0).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Count} {w.Word}"));
            var blocking = tally.Blocking == 0 ? "none blocks" : string.Create(CultureInfo.InvariantCulture, $"{tally.Blocking} {(tally.Blocking == 1 ? "blocks" : "block")}");
            yield return $"Snapshots: {tally.Pending} of {Figures.Count(tally.Compared, "output")} {(tally.Pending == 1 ? "waits" : "wait")} for approval ({string.Join(", ", counts)}; {blocking}): evalgate snapshots review {suite}.";
        }

        if (tally is { Orphans.Count: > 0 })
        {
            yield return $"{Figures.Count(tally.Orphans.Count, "snapshot")} of cases that are gone ({Phrases.Some([.. tally.Orphans.Select(o => CleanText.Of(o, 40))], NamedOrphans)}): evalgate snapshots prune {suite}.";
        }
    }
}
