using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Cases that say the same, or nearly so, and do not share a group: they would count as independent evidence.</summary>
internal static class CopiedCases
{
    public static IEnumerable<Diagnostic> Find(LintInput input)
    {
        var texts = input.Active.Select(c => (Case: c, Words: PlainWords.Of(TextLeaf.Prose(c.Input)))).Where(t => t.Words.Count > 0).ToArray();
        var same = texts.GroupBy(t => string.Join(' ', t.Words), StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        return [.. same.Where(s => s.Length > 1).SelectMany(s => Exact([.. s.Select(t => t.Case)])), .. Near(input.Settings, [.. same.Select(s => s[0])])];
    }

    private static IEnumerable<Diagnostic> Exact(Case[] cases)
    {
        var first = cases[0];
        return cases.Skip(1).Where(c => !ShareGroup(first, c)).Select(c => new Diagnostic(
            DiagnosticCodes.DuplicateInput,
            Severity.Warning,
            $"case '{ShownText.Of(c.Id)}' asks the same as '{ShownText.Of(first.Id)}' ({first.Place}) and counts twice. {Remedy(first)}",
            c.Place));
    }

    private static IEnumerable<Diagnostic> Near(LintSettings settings, (Case Case, IReadOnlyList<string> Words)[] texts)
    {
        var shingles = texts.Select(t => Shingles.Of(t.Words.Count < settings.ShortestNear ? [] : t.Words, settings.ShingleWords)).ToArray();
        foreach (var set in NearDuplicates.Find(shingles, settings.NearDuplicate))
        {
            var first = texts[set[0]].Case;
            foreach (var index in set.Skip(1).Where(i => !ShareGroup(first, texts[i].Case)))
            {
                var (@case, like) = (texts[index].Case, set.Where(i => i != index).MaxBy(i => shingles[i].Similarity(shingles[index])));
                var share = shingles[like].Similarity(shingles[index]);
                yield return new(
                    DiagnosticCodes.NearDuplicateInput,
                    Severity.Warning,
                    string.Create(CultureInfo.InvariantCulture, $"case '{ShownText.Of(@case.Id)}' is nearly '{ShownText.Of(texts[like].Case.Id)}' ({texts[like].Case.Place}): {100 * share:0} % of their word pairs are shared. {Remedy(first)}"),
                    @case.Place);
            }
        }
    }

    private static bool ShareGroup(Case a, Case b) => a.Group is not null && a.Group == b.Group;

    private static string Remedy(Case first) => $"Give them one group (\"group\": \"{ShownText.Of(first.Group ?? first.Id)}\"), or retire one of them.";
}
