using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Datasets;

/// <summary>What happened to a case between two states of an eval set.</summary>
public enum CaseChange
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is not there any more, without a word.</summary>
    Removed,

    /// <summary>It was taken out of the runs, with a reason.</summary>
    Retired,

    /// <summary>It is back from retirement.</summary>
    Restored,

    /// <summary>It was quarantined, or its quarantine changed.</summary>
    Quarantined,

    /// <summary>Its quarantine was lifted.</summary>
    Released,

    /// <summary>It expects something else.</summary>
    Relabelled,

    /// <summary>Its input changed.</summary>
    Reworded,

    /// <summary>It is in other slices.</summary>
    Moved,

    /// <summary>It has another group.</summary>
    Regrouped,

    /// <summary>What it expects was reviewed again.</summary>
    Reviewed,
}

/// <summary>One change of one case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Change">What happened.</param>
/// <param name="Detail">From what to what, in words; empty where the change says it all.</param>
public sealed record CaseDifference(string Id, CaseChange Change, string Detail);

/// <summary>How many active cases a slice had and has.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Before">Cases before.</param>
/// <param name="After">Cases after.</param>
public sealed record SliceSizes(Slice Slice, int Before, int After);

/// <summary>What changed in an eval set between two of its states.</summary>
/// <param name="Changes">By kind, then in the order of the file.</param>
/// <param name="Slices">Slices whose number of active cases changed.</param>
public sealed record DatasetDiff(IReadOnlyList<CaseDifference> Changes, IReadOnlyList<SliceSizes> Slices)
{
    /// <summary>Compares two states.</summary>
    /// <param name="suite">Says which slices there are.</param>
    /// <param name="before">All cases before.</param>
    /// <param name="after">All cases after.</param>
    public static DatasetDiff Of(Suite suite, IReadOnlyList<Case> before, IReadOnlyList<Case> after)
    {
        var slicer = new CaseSlicer(suite);
        var (old, now) = (before.ToDictionary(c => c.Id, StringComparer.Ordinal), after.ToDictionary(c => c.Id, StringComparer.Ordinal));
        CaseDifference[] changes =
        [
            .. after.SelectMany(c => old.TryGetValue(c.Id, out var was) ? Between(slicer, was, c) : [new(c.Id, CaseChange.Added, "")]),
            .. before.Where(c => !now.ContainsKey(c.Id)).Select(c => new CaseDifference(c.Id, CaseChange.Removed, "")),
        ];
        return new([.. changes.OrderBy(c => c.Change)], Sizes(slicer, before, after));
    }

    private static IEnumerable<CaseDifference> Between(CaseSlicer slicer, Case was, Case now)
    {
        if (was.Status != now.Status)
        {
            yield return now.Status == CaseStatus.Retired ? new(now.Id, CaseChange.Retired, now.RetiredReason ?? "") : new(now.Id, CaseChange.Restored, "");
        }

        if (was.Quarantine != now.Quarantine)
        {
            yield return now.Quarantine is { } q ? new(now.Id, CaseChange.Quarantined, FormattableString.Invariant($"until {q.Expires:yyyy-MM-dd}: {q.Reason}")) : new(now.Id, CaseChange.Released, "");
        }

        var (oldInput, newInput) = (CanonicalJson.Text(was.Input), CanonicalJson.Text(now.Input));
        if (oldInput != newInput)
        {
            yield return new(now.Id, CaseChange.Reworded, $"{TextLeaf.Prose(was.Input)} → {TextLeaf.Prose(now.Input)}");
        }

        var (oldExpected, newExpected) = (CanonicalJson.Text(was.Expected), CanonicalJson.Text(now.Expected));
        if (oldExpected != newExpected)
        {
            yield return new(now.Id, CaseChange.Relabelled, $"{oldExpected} → {newExpected}");
        }
        else if (was.Reviewed != now.Reviewed)
        {
            yield return new(now.Id, CaseChange.Reviewed, "");
        }

        var (left, entered) = (Named(slicer, was), Named(slicer, now));
        if (!left.SequenceEqual(entered))
        {
            yield return new(now.Id, CaseChange.Moved, $"{string.Join(", ", left.Except(entered))} → {string.Join(", ", entered.Except(left))}");
        }

        if (was.Group != now.Group)
        {
            yield return new(now.Id, CaseChange.Regrouped, $"{was.Group ?? "no group"} → {now.Group ?? "no group"}");
        }
    }

    private static Slice[] Named(CaseSlicer slicer, Case @case) => [.. slicer.Of(@case).Slices.Where(s => s.Pairs.Count == 1)];

    private static SliceSizes[] Sizes(CaseSlicer slicer, IReadOnlyList<Case> before, IReadOnlyList<Case> after)
    {
        var (old, now) = (Count(slicer, before), Count(slicer, after));
        return [.. old.Keys.Union(now.Keys).Order().Select(s => new SliceSizes(s, old.GetValueOrDefault(s), now.GetValueOrDefault(s))).Where(s => s.Before != s.After)];
    }

    private static Dictionary<Slice, int> Count(CaseSlicer slicer, IReadOnlyList<Case> cases) =>
        cases.Where(c => c.Status == CaseStatus.Active).SelectMany(c => slicer.Of(c).Slices).CountBy(s => s).ToDictionary();
}
