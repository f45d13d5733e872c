using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Datasets;

/// <summary>A request that is worth a label.</summary>
/// <param name="Request">The request.</param>
/// <param name="Slices">The thin slices that it would add to, the most urgent first.</param>
public sealed record Suggestion(Case Request, IReadOnlyList<Slice> Slices);

/// <summary>Picks the requests most worth labelling: where traffic and risk are high and cases few, each unlike what is there.</summary>
public static class Suggestions
{
    /// <summary>Picks greedily: each pick makes its slices less urgent for the next.</summary>
    /// <param name="input">The eval set and the requests.</param>
    /// <param name="report">The coverage of the same input.</param>
    /// <param name="count">At most so many.</param>
    public static IReadOnlyList<Suggestion> Of(CoverageInput input, CoverageReport report, int count)
    {
        var slicer = new CaseSlicer(input.Suite);
        var cases = report.Slices.ToDictionary(s => s.Slice, s => s.Cases);
        var urgency = report.Slices.ToDictionary(s => s.Slice, s => s.Urgency);
        var left = input.Requests.Select(r => (Request: r, Slices: slicer.Of(r).Slices.Where(s => !s.IsOverall && cases[s] < input.FewestCases).ToArray())).Where(r => r.Slices.Length > 0).ToList();
        var (settings, picked) = (new LintSettings(), new List<Suggestion>());
        var there = input.Cases.Where(c => c.Status == CaseStatus.Active).Select(Text).ToList();
        while (picked.Count < count && left.Count > 0)
        {
            var best = left.MaxBy(r => r.Slices.Sum(s => urgency[s] / (1 + cases[s])));
            left.Remove(best);
            var text = Text(best.Request);
            if (there.Any(t => t.Similarity(text) >= settings.NearDuplicate))
            {
                continue;
            }

            there.Add(text);
            picked.Add(new(best.Request, [.. best.Slices.OrderByDescending(s => urgency[s])]));
            foreach (var slice in best.Slices)
            {
                cases[slice]++;
            }
        }

        return picked;

        Shingles Text(Case @case) => Shingles.Of(PlainWords.Of(TextLeaf.Prose(@case.Input)), settings.ShingleWords);
    }
}
