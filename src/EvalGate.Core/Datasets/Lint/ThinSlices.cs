using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>Slices that have too few cases for what their rule promises.</summary>
internal static class ThinSlices
{
    private const double Level = 0.05;

    /// <summary>Five losses without a gain are the least that reach the level of 5 %: (1/2)⁵ = 3 %.</summary>
    private const int FewestToTurnRed = 5;

    public static IEnumerable<Diagnostic> Find(LintInput input)
    {
        var sizes = Sizes(input);
        return (input.Suite.Gate?.Rules ?? []).SelectMany(rule => OfRule(input.Suite, rule, sizes));
    }

    private static Dictionary<Slice, int> Sizes(LintInput input) => input.Active
        .SelectMany(c => input.Slicer.Of(c).Slices.Select(s => (Slice: s, Unit: c.Group is { } group ? (true, group) : (false, c.Id))))
        .Distinct().CountBy(s => s.Slice).ToDictionary();

    private static IEnumerable<Diagnostic> OfRule(Suite suite, Rule rule, Dictionary<Slice, int> sizes)
    {
        var metric = suite.Metrics.FirstOrDefault(m => m.Name == rule.Metric);
        if (metric?.Range is not { } range || rule.Bound is not MaxChange change)
        {
            yield break;
        }

        var covered = sizes.Where(s => RulePrecedence.Covers(rule.Scope, s.Key)).OrderBy(s => s.Value).ThenBy(s => s.Key).ToArray();
        var blind = covered.Where(s => s.Value < FewestToTurnRed).ToArray();
        if (blind.Length > 0)
        {
            yield return new(DiagnosticCodes.ThinSlice, Severity.Note, $"{Figures.Count(blind.Length, "slice")} can hardly turn red for '{rule.Metric}': {Listed(blind)}. At least {FewestToTurnRed} cases are needed; add some ('evalgate cases promote'), or merge the values.", rule.Place);
        }

        var margin = change.Slices.IsRelative ? 0 : (double)change.Slices.Value;
        var needed = margin > 0 ? RareLoss.MinimumCases(margin, (double)range.Width, Level) : 0;
        var small = covered.Where(s => s.Value >= FewestToTurnRed && s.Value < needed && !s.Key.IsOverall).ToArray();
        if (small.Length > 0)
        {
            yield return new(DiagnosticCodes.ThinSlice, Severity.Note, string.Create(CultureInfo.InvariantCulture, $"{Figures.Count(small.Length, "slice")} cannot be held within {Quantity.Text(change.Slices.Value)} of '{rule.Metric}': {Listed(small)}. {needed} cases are needed to rule a rare loss out."), rule.Place);
        }
    }

    private static string Listed(IEnumerable<KeyValuePair<Slice, int>> slices) =>
        CaseList.Some(slices.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key} ({s.Value})")));
}
