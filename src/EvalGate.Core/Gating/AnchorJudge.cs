using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Holds a run against the anchor, a baseline that stays where it is, so that the tolerance cannot be lost again with every merge.</summary>
/// <remarks>Non-inferiority to the last accepted run alone lets quality creep away: Everson-Stewart and Emerson 2010, "bio-creep".</remarks>
internal static class AnchorJudge
{
    /// <summary>The comparisons with the anchor, and what cannot be compared with it.</summary>
    /// <param name="input">Suite, cases, run and anchor.</param>
    /// <param name="slicer">Puts cases into slices.</param>
    /// <param name="coverages">What rules ask for.</param>
    /// <param name="part">The part of the level that is left for the anchor.</param>
    public static (IReadOnlyList<Comparison> Comparisons, IReadOnlyList<Diagnostic> Findings) Of(JudgeInput input, CaseSlicer slicer, IReadOnlyList<RuleCoverage> coverages, double part)
    {
        var gate = input.Suite.Gate!;
        if (gate.Anchor is not { } name)
        {
            return ([], []);
        }

        if (input.Anchor is not { } anchor)
        {
            return ([], [new(DiagnosticCodes.NotJudged, Severity.Error, $"the anchor '{name}' was not compared: {input.AnchorProblem?.Message ?? "there is no such file."}", gate.Place)]);
        }

        var table = Pairing.Of(input, anchor, slicer).Table(input.Suite.Scored);
        var judges = new MetricJudges(input.Suite.Metrics, anchor.Header.Metrics, table).Of(coverages.Where(c => c.Rule.Bound is MaxChange));
        var judged = new GateComparisons(gate, part).Of(judges).ToLookup(c => c.Verdict == Verdict.NotJudged);
        return ([.. judged[false].Select(c => c with { IsAnchored = true })], [.. TooOld(name, [.. judged[true]], gate)]);
    }

    /// <summary>An anchor grows old with the cases; what it cannot say any more is told, and does not block: the baseline still judges it.</summary>
    private static IEnumerable<Diagnostic> TooOld(string name, Comparison[] notJudged, GateSettings gate)
    {
        if (notJudged is [var first, ..])
        {
            var more = notJudged.Length > 1 ? $" and {notJudged.Length - 1} more" : "";
            yield return new(
                DiagnosticCodes.AnchorTooOld,
                Severity.Warning,
                $"the anchor '{name}' says nothing about {first.Slice}: {first.Metric.Label}{more}: {first.Reason}. Move the anchor to a newer accepted run.",
                gate.Place);
        }
    }
}
