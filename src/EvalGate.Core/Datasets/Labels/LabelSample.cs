using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>Draws cases whose labels are to be looked at again: of every slice its share, and at least one.</summary>
public static class LabelSample
{
    /// <summary>Draws a stratified sample.</summary>
    /// <param name="suite">Says which slices there are.</param>
    /// <param name="cases">All cases; only active ones that have a label are drawn.</param>
    /// <param name="of">Where the label is.</param>
    /// <param name="by">The attribute whose values are the strata.</param>
    /// <param name="size">How many cases, and the seed: the same seed draws the same cases.</param>
    /// <returns>In the order of the files.</returns>
    public static IReadOnlyList<Case> Draw(Suite suite, IReadOnlyList<Case> cases, JsonPath of, string by, (int Count, int Seed) size)
    {
        var slicer = new CaseSlicer(suite);
        var strata = cases.Where(c => c.Status == CaseStatus.Active && of.Find(c.Expected) is not null)
            .GroupBy(c => slicer.Of(c).Values[by][0], StringComparer.Ordinal)
            .Select(g => g.OrderBy(c => HashedReplicates.Hash(HashedReplicates.Fnv1A64(c.Id), size.Seed)).ToArray())
            .ToArray();
        var all = strata.Sum(s => s.Length);
        var drawn = strata.SelectMany(s => s.Take(Math.Max(1, (int)Math.Round((double)size.Count * s.Length / Math.Max(1, all), MidpointRounding.AwayFromZero)))).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return [.. cases.Where(c => drawn.Contains(c.Id))];
    }
}
