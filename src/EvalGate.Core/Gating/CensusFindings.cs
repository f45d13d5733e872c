using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Cases that went missing, and slices that shrank: the eval set must not get easier without a word.</summary>
internal static class CensusFindings
{
    private const int Named = 5;

    public static IReadOnlyList<Diagnostic> Of(JudgeInput input, Baseline baseline, Unpaired unpaired, CaseSlicer slicer)
    {
        var place = input.Suite.Gate!.Place;
        if (unpaired.Vanished.Count > 0)
        {
            return [new(DiagnosticCodes.CasesVanished, Severity.Error, VanishedText(unpaired.Vanished), place)];
        }

        var now = Count(input.Cases, slicer);
        return [.. baseline.Header.Slices.Where(s => now.GetValueOrDefault(s.Key) < s.Value)
            .OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => new Diagnostic(DiagnosticCodes.CasesVanished, Severity.Error, ShrunkText(s.Key, s.Value, now.GetValueOrDefault(s.Key)), place))];
    }

    /// <summary>Cases of the baseline that the candidate has no result for.</summary>
    public static IReadOnlyList<Diagnostic> OfComparison(CompareInput input)
    {
        var ids = input.Unpaired.Vanished;
        return ids.Count == 0
            ? []
            : [new(DiagnosticCodes.CasesVanished, Severity.Warning, $"{Figures.Count(ids.Count, "case")} of the baseline {(ids.Count == 1 ? "has" : "have")} no result in the candidate and {(ids.Count == 1 ? "is" : "are")} not compared: {Some(ids)}.", input.Gate.Place)];
    }

    /// <summary>Cases per single-attribute slice, by slice text; cases retired with a reason still count.</summary>
    internal static Dictionary<string, int> Count(IEnumerable<Case> cases, CaseSlicer slicer) => cases
        .Where(c => c.Status == CaseStatus.Active || c.RetiredReason is not null)
        .SelectMany(c => slicer.Of(c).Slices)
        .Where(s => s.Pairs.Count == 1 && !s.HasNone)
        .CountBy(s => s.ToString(), StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    private static string VanishedText(IReadOnlyList<string> ids) =>
        $"{Figures.Count(ids.Count, "case")} of the baseline {(ids.Count == 1 ? "is" : "are")} gone from the cases file: {Some(ids)}. "
            + $"Bring {(ids.Count == 1 ? "it" : "them")} back, or retire {(ids.Count == 1 ? "it" : "them")} with a reason (\"status\":\"retired\",\"retired\":{{\"reason\":\"…\"}}).";

    private static string Some(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(Named)) + (ids.Count > Named ? $" and {ids.Count - Named} more" : "");

    private static string ShrunkText(string slice, int before, int now) =>
        $"slice {slice} {(now == 0 ? "vanished" : "shrank")}: {Figures.Count(before, "case")} when the baseline was accepted, {now} now, and no case was retired. "
        + "If the cases were moved to other slices on purpose, accept a run.";
}
