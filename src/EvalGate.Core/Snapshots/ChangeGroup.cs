using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>Changes that are alike, to be decided at once.</summary>
/// <param name="Letter">The name that commands take: <c>A</c> for the first.</param>
/// <param name="Kind">What kind of change they are.</param>
/// <param name="Title">What they have in common, in one line.</param>
/// <param name="Changes">The worst first.</param>
public sealed partial record ChangeGroup(string Letter, EditKind Kind, string Title, IReadOnlyList<SnapshotChange> Changes)
{
    /// <summary>More replaced words are no pattern.</summary>
    private const int MostWords = 8;

    private const int LongestCompared = 20_000;
    private const int Shown = 60;

    /// <summary>Groups changes by what was replaced by what, worst kind first, then the largest. A replacement that stands alone joins the others of its kind.</summary>
    /// <param name="changes">All changes of a suite: letters count over all of them, whatever is shown.</param>
    public static IReadOnlyList<ChangeGroup> Of(IEnumerable<SnapshotChange> changes)
    {
        var titled = changes.Select(c => (Change: c, Place: PlaceOf(c), Replaced: Replaced(c))).ToArray();
        var counts = titled.CountBy(t => (t.Change.Kind, t.Place, t.Replaced)).ToDictionary();
        return
        [
            .. titled.GroupBy(t => (t.Change.Kind, Title: t.Place + (counts[(t.Change.Kind, t.Place, t.Replaced)] > 1 ? t.Replaced : "")), t => t.Change)
                .OrderBy(g => g.Key.Kind).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Title, StringComparer.Ordinal)
                .Select((g, i) => new ChangeGroup(LetterOf(i), g.Key.Kind, g.Key.Title, [.. g.OrderByDescending(c => c.WorstDrop).ThenBy(c => c.Case.Id, StringComparer.Ordinal)])),
        ];
    }

    private static string PlaceOf(SnapshotChange change)
    {
        var places = change.Differences.Select(d => Index().Replace(d.Path, "")).Distinct(StringComparer.Ordinal);
        return change.Kind switch
        {
            EditKind.New => "not approved yet",
            EditKind.Input => "the input changed, the output did not",
            _ => ShownText.Of(string.Join(", ", places), Shown),
        };
    }

    private static string Replaced(SnapshotChange change)
    {
        if (change.Differences is not [{ Before: { } before, After: { } after } only] || before.Length + after.Length > LongestCompared)
        {
            return "";
        }

        if (!only.IsText)
        {
            return $": {ShownText.Of(before, Shown)} → {ShownText.Of(after, Shown)}";
        }

        var words = TextDiff.Words(before, after).Where(p => p.Kind != DiffKind.Same && !string.IsNullOrWhiteSpace(p.Text)).Distinct().ToArray();
        return words.Length is 0 or > MostWords ? "" : $": {Join(words, DiffKind.Removed)} → {Join(words, DiffKind.Added)}";
    }

    private static string Join(IEnumerable<DiffPart> words, DiffKind kind)
    {
        var text = string.Join(' ', words.Where(w => w.Kind == kind).Select(w => w.Text));
        return text.Length == 0 ? "nothing" : $"“{ShownText.Of(text, Shown)}”";
    }

    private static string LetterOf(int index)
    {
        const int Letters = 26;
        return index < Letters ? ((char)('A' + index)).ToString() : LetterOf(index / Letters - 1) + LetterOf(index % Letters);
    }

    [GeneratedRegex(@"\.[0-9]+(?=\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
