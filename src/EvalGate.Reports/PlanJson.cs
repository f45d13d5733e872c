using System.Text.Json;
using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>A plan as JSON: every slice, at full precision, null where there is nothing.</summary>
public static class PlanJson
{
    /// <summary>Writes one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="plan">The plan.</param>
    public static void Write(Utf8JsonWriter json, SuitePlan plan)
    {
        json.WriteStartObject();
        json.WriteString("suite", plan.Suite);
        json.WriteNumber("cases", plan.Cases);
        json.WriteNumber("new_cases", plan.NewCases);
        json.WriteBoolean("baseline", plan.HasBaseline);
        json.WriteNumber("repetitions", plan.Repetitions);
        json.WriteString("noise", plan.Noise.ToString().ToLowerInvariant());
        json.WriteNumber("cases_needed", plan.CasesNeeded);
        json.WriteNumberOrNull("cost_of_result", plan.CostOfResult);
        json.WriteNumberOrNull("cost_needed", plan.CostOf(plan.CasesNeeded));
        json.WriteStartArray("unplanned");
        foreach (var metric in plan.Unplanned)
        {
            json.WriteStringValue(metric);
        }

        json.WriteEndArray();
        json.WriteStartArray("slices");
        foreach (var slice in plan.Slices)
        {
            Write(json, plan, slice);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SuitePlan plan, PlannedSlice slice)
    {
        json.WriteStartObject();
        json.WriteString("metric", slice.Metric.Name);
        ComparisonJson.WriteSlice(json, slice.Slice);
        json.WriteNumber("n", slice.Cases);
        json.WriteNumberOrNull("groups", slice.Groups);
        json.WriteNumberOrNull("flip_rate", slice.FlipRate);
        json.WriteNumberOrNull("deviation", slice.Deviation);
        json.WriteNumber("tolerance", slice.Tolerance);
        json.WriteBoolean("blind", slice.IsBlind);
        json.WriteBoolean("too_small", slice.IsTooSmall);
        json.WriteNumberOrNull("smallest_detectable", slice.SmallestDetectable);
        json.WriteNumberOrNull("cases_needed", slice.CasesNeeded);
        json.WriteNumberOrNull("cases_to_catch", slice.CasesToCatch);
        json.WriteNumberOrNull("least_cases", slice.LeastCases);
        json.WriteNumberOrNull("margin", slice.Margin);
        json.WriteNumberOrNull("cost_needed", slice.CasesNeeded is { } needed ? plan.CostOf(needed) : null);
        json.WriteEndObject();
    }
}
