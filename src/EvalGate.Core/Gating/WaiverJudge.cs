using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Decides which regressions were accepted beforehand, and says what became of every waiver.</summary>
/// <param name="waivers">The suite's waivers, one per metric and slice.</param>
/// <param name="today">The day on which the run is judged.</param>
internal sealed class WaiverJudge(IReadOnlyList<Waiver> waivers, DateOnly today)
{
    private const int LongestReason = 200;

    /// <summary>No waivers, for results that no suite stands behind.</summary>
    public static WaiverJudge None { get; } = new([], default);

    /// <summary>The comparisons, with those that block unable to where a waiver accepts them.</summary>
    public IReadOnlyList<Comparison> Apply(IReadOnlyList<Comparison> comparisons) =>
        [.. comparisons.Select(c => IsOpen(c) && waivers.FirstOrDefault(w => w.Covers(c)) is { } waiver ? Apply(waiver, c) : c)];

    /// <summary>One finding per waiver that is over, or that nothing needs.</summary>
    public IEnumerable<Diagnostic> Findings(IReadOnlyList<Comparison> comparisons) => waivers.Select(w => w switch
    {
        _ when w.IsOver(today) => new Diagnostic(
            DiagnosticCodes.WaiverExpired, Severity.Error, $"the waiver of {About(w)} ended on {Day(w.Expires)} ({ReasonOf(w)}). Mend what it accepted and remove it, or accept it until a later day.", w.Place),
        _ when comparisons.Any(c => (c.IsWaived || c.Blocks) && w.Covers(c)) => null,
        _ => new(DiagnosticCodes.Waived, Severity.Note, $"the waiver of {About(w)} accepts nothing in this run ({ReasonOf(w)}; until {Day(w.Expires)}). Remove it when it is not needed.", w.Place),
    }).OfType<Diagnostic>();

    private static bool IsOpen(Comparison c) => c is { Blocks: true, SparedShare: null, Verdict: not Verdict.NotJudged };

    private Comparison Apply(Waiver waiver, Comparison c) => c switch
    {
        _ when waiver.IsOver(today) => c with { Reason = $"after the end of its waiver, {Day(waiver.Expires)}" },
        { IsWithinWaiver: true } => c with { IsWaived = true, Blocks = false, Reason = $"accepted up to {Ceiling(waiver, c.Metric)} until {Day(waiver.Expires)}: {ReasonOf(waiver)}" },
        _ => c with { Reason = $"beyond its waiver, which accepts {Ceiling(waiver, c.Metric)}" },
    };

    private static string About(Waiver waiver) => $"{waiver.Metric} ({waiver.Slice})";

    private static string ReasonOf(Waiver waiver) => ShownText.Of(waiver.Reason, LongestReason);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Ceiling(Waiver waiver, Metric metric) =>
        waiver.Ceiling.IsRelative ? $"{Quantity.Text(100 * waiver.Ceiling.Value)} %" : Figures.Amount(metric, (double)waiver.Ceiling.Value);
}
