using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Slicing;

namespace EvalGate.Reports;

/// <summary>One comparison in <c>verdict.json</c>.</summary>
internal static class ComparisonJson
{
    /// <summary>Writes it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="c">The comparison.</param>
    /// <param name="rule">Where its rule stands among the rules, from 0.</param>
    public static void Write(Utf8JsonWriter json, Comparison c, int rule)
    {
        json.WriteStartObject();
        WriteWhat(json, c, rule);
        json.WriteNumber("n", c.Cases);
        if (c.BaselineCases is { } before)
        {
            json.WriteNumber("baseline_n", before);
        }

        json.WriteNumberOrNull("groups", c.Groups);
        json.WriteNumberOrNull("baseline", c.Baseline);
        json.WriteNumberOrNull("candidate", c.Candidate);
        json.WriteNumberOrNull("difference", c.Difference);
        WriteInterval(json, c);
        json.WriteNumberOrNull("p", c.PValue);
        json.WriteNumberOrNull("p_adjusted", c.AdjustedPValue);
        json.WriteString("method", c.Method);
        json.WriteNumberOrNull("e_value", c.EValue);
        json.WriteNumberOrNull("level", c.Level);
        json.WriteNumberOrNull("tolerance", c.Tolerance);
        WriteConclusion(json, c);
        json.WriteNumberOrNull("smallest_detectable", c.SmallestDetectable);
        json.WriteNumberOrNull("cases_needed", c.CasesNeeded);
        json.WriteNumberOrNull("cases_to_catch", c.CasesToCatch);
        json.WriteNumber("gains", c.Gains);
        json.WriteNumber("losses", c.Losses);
        JsonReport.WriteIds(json, "losing_cases", c.LosingCases);
        json.WriteEndObject();
    }

    /// <summary>What was concluded, and why.</summary>
    private static void WriteConclusion(Utf8JsonWriter json, Comparison c)
    {
        json.WriteString("verdict", VerdictWord.Json(c.Verdict));
        json.WriteBoolean("blocks", c.Blocks);
        json.WriteBoolean("traded", c.IsTraded);
        json.WriteBoolean("waived", c.IsWaived);
        json.WriteBoolean("blind", c.IsBlind);
        json.WriteString("reason", c.Reason);
        json.WriteString("remedy", c.Remedy);
        json.WriteBoolean("without_vote", c.IsWithoutVote);
        json.WriteNumberOrNull("spared_share", (double?)c.SparedShare);
    }

    /// <summary>What was compared with what.</summary>
    private static void WriteWhat(Utf8JsonWriter json, Comparison c, int rule)
    {
        json.WriteString("metric", c.Metric.Name);
        json.WriteString("kind", c.Metric.Kind.ToString().ToLowerInvariant());
        json.WriteString("summary", c.Metric.Summary);
        json.WriteNumber("rule", rule);
        WriteSlice(json, c.Slice);
        json.WriteBoolean("anchored", c.IsAnchored);
        json.WriteString("variant", c.Variant);
        json.WriteString("weighted_by", c.Weighting?.Attribute);
        json.WriteNumberOrNull("effective_n", c.Weighting?.EffectiveCases);
    }

    /// <summary>The pairs of a slice; overall has none.</summary>
    public static void WriteSlice(Utf8JsonWriter json, Slice slice)
    {
        json.WriteStartObject("slice");
        foreach (var pair in slice.Pairs)
        {
            json.WriteString(pair.Attribute, pair.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteInterval(Utf8JsonWriter json, Comparison c)
    {
        if (c.Interval is not { } interval)
        {
            json.WriteNull("interval");
            json.WriteNull("confidence");
            return;
        }

        json.WriteStartArray("interval");
        json.WriteNumberValue(interval.Lower);
        json.WriteNumberValue(interval.Upper);
        json.WriteEndArray();
        json.WriteNumber("confidence", interval.Confidence);
    }
}
