using System.Globalization;
using EvalGate.Datasets;
using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>What changed in the cases and the baseline that a suite judges by.</summary>
public static class CaseChanges
{
    private const int MostSlices = 5;

    private static readonly (CaseChange Change, string Words)[] Weakening =
    [
        (CaseChange.Removed, "removed"), (CaseChange.Retired, "retired"), (CaseChange.Quarantined, "quarantined"),
        (CaseChange.Relabelled, "made to expect something else"), (CaseChange.Reworded, "reworded"), (CaseChange.Moved, "moved to other slices"), (CaseChange.Regrouped, "regrouped"),
    ];

    /// <summary>The changes of cases in words, with how many of them failed in the baseline.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="diff">What changed.</param>
    /// <param name="baseline">The baseline before; null for none.</param>
    public static IReadOnlyList<GateChange> Of(Suite suite, DatasetDiff diff, Baseline? baseline)
    {
        var failing = baseline is null ? [] : baseline.Cases.Where(c => Fails(suite, c)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var shrunk = diff.Slices.Where(s => s.After < s.Before && !s.Slice.IsOverall).OrderByDescending(s => s.Before - s.After).ToArray();
        var added = diff.Changes.Count(c => c.Change == CaseChange.Added);
        return
        [
            .. from kind in Weakening
               let ids = diff.Changes.Where(c => c.Change == kind.Change).Select(c => c.Id).ToArray()
               where ids.Length > 0
               select new GateChange(suite.Name, $"{Figures.Count(ids.Length, "case")} {kind.Words}{Of(ids.Count(failing.Contains), ids.Length)}", true),
            .. shrunk.Take(MostSlices).Select(s => new GateChange(suite.Name, string.Create(CultureInfo.InvariantCulture, $"slice {s.Slice} shrank: {s.Before} → {s.After} cases"), true)),
            .. added > 0 ? [new GateChange(suite.Name, $"{Figures.Count(added, "case")} added", false)] : Array.Empty<GateChange>(),
        ];
    }

    /// <summary>Whether another run was accepted.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="before">The baseline before; null for none.</param>
    /// <param name="after">The baseline after; null for none.</param>
    public static IReadOnlyList<GateChange> Of(Suite suite, Baseline? before, Baseline? after) => (before, after) switch
    {
        ({ }, null) => [new(suite.Name, "the baseline is gone", true)],
        (null, { } first) => [new(suite.Name, $"there is a baseline now, accepted by {ShownText.Of(first.Header.AcceptedBy)}", true)],
        ({ } was, { } now) when !was.Header.Runs.SequenceEqual(now.Header.Runs) =>
            [new(suite.Name, $"another run was accepted as the baseline, by {ShownText.Of(now.Header.AcceptedBy)}{(now.Header.Reason is { } reason ? $" ({ShownText.Of(reason)})" : "")}; {Figures.Count(Worse(suite, was, now), "case")} worse in it", true)],
        _ => [],
    };

    private static string Of(int failing, int all) => failing == 0 ? "" : failing == all ? ", all of them failing" : string.Create(CultureInfo.InvariantCulture, $", {failing} of them failing");

    private static int Worse(Suite suite, Baseline before, Baseline after)
    {
        var now = after.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return before.Cases.Count(c => now.TryGetValue(c.Id, out var other) && suite.Metrics.Any(m => m.IsQuality && Goodness(m, other) < Goodness(m, c)));
    }

    /// <summary>Whether a bounded metric lies in the worse half of its range.</summary>
    private static bool Fails(Suite suite, BaselineCase @case) => suite.Metrics.Any(m => m.IsQuality && Goodness(m, @case) < 0.5);

    /// <summary>The mean score from 0, the worst, to 1; null for none.</summary>
    private static double? Goodness(Metric metric, BaselineCase @case)
    {
        if (!@case.Scores.TryGetValue(metric.Name, out var scores) || scores.Count == 0)
        {
            return null;
        }

        var share = (scores.Average() - (double)metric.Range!.Minimum) / (double)metric.Range.Width;
        return metric.Better == Direction.Higher ? share : 1 - share;
    }
}
