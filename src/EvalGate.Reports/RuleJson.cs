using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>Metrics and rules in <c>verdict.json</c>: what figures mean, and what was demanded of them.</summary>
internal static class RuleJson
{
    public static void WriteMetric(Utf8JsonWriter json, Metric metric)
    {
        json.WriteStartObject();
        json.WriteString("name", metric.Name);
        json.WriteString("kind", metric.Kind.ToString().ToLowerInvariant());
        json.WriteString("better", metric.Better.ToString().ToLowerInvariant());
        json.WriteString("unit", metric.Unit);
        if (metric.Range is { } range)
        {
            json.WriteStartArray("range");
            json.WriteNumberValue(range.Minimum);
            json.WriteNumberValue(range.Maximum);
            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("range");
        }

        json.WriteNumberOrNull("quantile", (double?)metric.Quantile);
        if (metric.Ratio is { } ratio)
        {
            JsonReport.WriteIds(json, "ratio", [ratio.Of, ratio.Per]);
        }
        else
        {
            json.WriteNull("ratio");
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, RuleVerdict rule)
    {
        json.WriteStartObject();
        json.WriteString("metric", rule.Rule.Metric);
        json.WriteString("verdict", VerdictWord.Json(rule.Verdict));
        json.WriteBoolean("blocks", rule.Blocks);
        json.WriteString("decide", rule.Rule.Decide.ToString().ToLowerInvariant());
        if (rule.Rule.Bound is MaxChange change)
        {
            WriteTolerance(json, "max_change", change.Overall);
            WriteTolerance(json, "max_change_of_slices", change.Slices);
        }
        else
        {
            json.WriteNumber("level", ((LevelBound)rule.Rule.Bound).Value);
        }

        WritePlace(json, rule.Rule.Place);
        json.WriteEndObject();
    }

    public static void WritePlace(Utf8JsonWriter json, SourcePlace place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
    }

    private static void WriteTolerance(Utf8JsonWriter json, string name, Tolerance tolerance)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", tolerance.Value);
        json.WriteBoolean("relative", tolerance.IsRelative);
        json.WriteEndObject();
    }
}
