using System.Globalization;
using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>What a plan says in sentences.</summary>
internal static class PlanNotes
{
    private const string Measure = "Measure it: run the evals twice on one commit (dotnet test), or let 'evalgate plan --aa' do so";

    private const int Most = 6;

    /// <summary>What was planned from.</summary>
    public static string Headline(SuitePlan plan) => $"{CleanText.Of(plan.Suite)}: {Figures.Count(plan.Cases, "case")}, " + plan switch
    {
        { Slices.Count: 0, HasBaseline: false } => "nothing to plan from: there is no baseline and no complete run of these cases",
        { Slices.Count: 0, Unplanned.Count: > 0 } => "nothing to plan: no rule tolerates a change of a mean",
        { Slices.Count: 0 } => "nothing to plan: no rule tolerates a change (max_drop, max_rise)",
        { Noise: NoiseSource.Unchanged } => "noise measured between results of one unchanged system",
        { Noise: NoiseSource.Changed } => "noise measured between the baseline and the last run, so what that change did counts as noise",
        _ => "noise unknown: no case has two results yet",
    };

    /// <summary>What follows, the most useful first.</summary>
    public static IEnumerable<string> Of(SuitePlan plan)
    {
        if (plan.Noise != NoiseSource.Unchanged && (plan.Slices.Count > 0 || !plan.HasBaseline))
        {
            yield return $"{Measure}.";
        }

        foreach (var note in Wanting(plan).Concat(Ways(plan)))
        {
            yield return note;
        }

        if (plan.Unplanned.Count > 0)
        {
            yield return $"Judged, and not planned, as quantiles, ratios and durations are no means: {Phrases.Some([.. plan.Unplanned.Select(m => CleanText.Of(m, 40))], Most)}.";
        }

        if (plan.NewCases > 0 && plan.Slices.Count > 0)
        {
            yield return $"{Figures.Count(plan.NewCases, "case")} without a result so far: counted once a run is accepted.";
        }
    }

    private static IEnumerable<string> Wanting(SuitePlan plan)
    {
        PlannedSlice[] blind = [.. plan.Slices.Where(s => s.IsBlind)], small = [.. plan.Slices.Where(s => s.IsTooSmall)], never = [.. plan.Slices.Where(s => s.LeastCases is null && s.Slice.IsOverall)];
        if (blind.Length > 0)
        {
            yield return $"Blind, as losing everything there could not be red: {PlanReport.Names(blind)}.";
        }

        if (small.Length > 0)
        {
            yield return $"Never held at this size, as a rare loss of what is allowed could hide there ({Least(small)} show one): {PlanReport.Names(small)}.";
        }

        if (never.Length > 0)
        {
            yield return $"Never held, as nothing bounds what one case can lose or nothing may be lost: {PlanReport.Names(never)}.";
        }
    }

    private static string Least(PlannedSlice[] small)
    {
        var (from, to) = (small.Min(s => s.LeastCases!.Value), small.Max(s => s.LeastCases!.Value));
        return from == to ? Figures.Count(to, "case") : $"{Figures.Fixed(from, 0)} to {Figures.Count(to, "case")}";
    }

    private static IEnumerable<string> Ways(SuitePlan plan)
    {
        if (plan.CasesNeeded is > 0 and var needed)
        {
            yield return $"To hold every slice: about {Figures.Count(needed, "further case")}, where each serves one value of every attribute. Cost: {Cost(plan, needed)}.";
        }

        if (plan.Slices.Any(s => s.Margin is not null))
        {
            yield return $"Rules that these cases would hold, four times in five, if nothing changes: {string.Join("; ", plan.Slices.GroupBy(s => s.Metric.Name, StringComparer.Ordinal).Select(Proposed).OfType<string>())}.";
        }
    }

    private static string Cost(SuitePlan plan, long cases) => plan.CostOf(cases) is { } cost
        ? $"${Figures.Fixed(cost, 2)} more per run (${Figures.Fixed(plan.CostOfResult!.Value, 4)} a result)"
        : "unmetered, as no run says what a result costs (context.ReportUsage)";

    /// <summary>The margin of overall, and the widest that any slice needs in which a drop would be seen.</summary>
    private static string? Proposed(IGrouping<string, PlannedSlice> metric)
    {
        var overall = metric.FirstOrDefault(s => s.Slice.IsOverall)?.Margin;
        var slices = metric.Where(s => !s.Slice.IsOverall && s.SmallestDetectable is not null).Select(s => s.Margin).Max();
        var name = Phrases.Metric(metric.First().Metric);
        return (overall, slices) switch
        {
            (null, null) => null,
            ({ } whole, null) => $"{name} {Written(metric.First(), whole)}",
            (null, { } each) => $"{name} {Written(metric.First(), each)} on slices",
            ({ } whole, { } each) => $"{name} {Written(metric.First(), whole)}, {Written(metric.First(), Math.Max(whole, each))} on slices",
        };
    }

    /// <summary>As a rule writes it, rounded up to half a point, or to two digits.</summary>
    private static string Written(PlannedSlice slice, double margin)
    {
        if (slice.Metric.IsShare)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(margin * 200) / 2}pp");
        }

        var step = Math.Pow(10, Math.Floor(Math.Log10(margin)) - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{(decimal)(Math.Ceiling(margin / step) * step)}{slice.Metric.Unit}");
    }
}
