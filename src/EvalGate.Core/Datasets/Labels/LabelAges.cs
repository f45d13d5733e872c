using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Datasets;

/// <summary>How old the labels of a slice are.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Cases">Active cases in it.</param>
/// <param name="MedianDays">Half of its labels were reviewed within so many days; null when none was.</param>
/// <param name="Stale">Cases that were never reviewed, or too long ago.</param>
public sealed record LabelAges(Slice Slice, int Cases, int? MedianDays, int Stale)
{
    /// <summary>The ages by slice of one attribute, the stalest first; overall in front.</summary>
    /// <param name="suite">Says which slices there are.</param>
    /// <param name="cases">All cases.</param>
    /// <param name="today">From which days are counted back.</param>
    /// <param name="staleAfterDays">After how many days a review is stale.</param>
    public static IReadOnlyList<LabelAges> Of(Suite suite, IReadOnlyList<Case> cases, DateOnly today, int staleAfterDays)
    {
        var slicer = new CaseSlicer(suite);
        return
        [
            .. cases.Where(c => c.Status == CaseStatus.Active)
                .SelectMany(c => slicer.Of(c).Slices.Where(s => s.Pairs.Count <= 1).Select(s => (Slice: s, Case: c)))
                .GroupBy(p => p.Slice, p => p.Case)
                .Select(g => Of(g.Key, [.. g], today, staleAfterDays))
                .OrderByDescending(a => a.Slice.IsOverall).ThenByDescending(a => (double)a.Stale / a.Cases).ThenBy(a => a.Slice),
        ];
    }

    /// <summary>Cases that a change of policy may have made wrong: they mention it, and were last reviewed before it.</summary>
    /// <param name="cases">All cases.</param>
    /// <param name="since">The day of the change.</param>
    /// <param name="matching">A word or phrase, looked for in input and expected value without regard to case.</param>
    public static IReadOnlyList<Case> Outdated(IReadOnlyList<Case> cases, DateOnly since, string matching)
    {
        var sought = PlainWords.Text(matching);
        return [.. cases.Where(c => c.Status == CaseStatus.Active && (c.Reviewed is null || c.Reviewed < since)
            && TextLeaf.OfInput(c).Concat(TextLeaf.OfExpected(c)).Any(l => PlainWords.Text(l.Text).Contains(sought, StringComparison.Ordinal)))];
    }

    private static LabelAges Of(Slice slice, Case[] cases, DateOnly today, int staleAfterDays)
    {
        int[] days = [.. cases.Select(c => c.Reviewed).OfType<DateOnly>().Select(d => today.DayNumber - d.DayNumber).Order()];
        return new(slice, cases.Length, days.Length == 0 ? null : days[(days.Length - 1) / 2], cases.Length - days.Count(d => d <= staleAfterDays));
    }
}
