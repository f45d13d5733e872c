using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Where the label of a case is, and how it is changed.</summary>
public static class LabelPath
{
    /// <summary>The path of a suite's labels: what its first metric that has one expects.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="text">The path that was asked for; null for the suite's own.</param>
    /// <returns>Null when there is none, or it is no path into <c>expected</c>.</returns>
    public static JsonPath? Of(Suite suite, string? text)
    {
        text ??= suite.Metrics.Select(m => m.Scorer.Settings.GetValueOrDefault("expected")).OfType<string>().FirstOrDefault();
        return text is not null && JsonPath.TryParse(text, out var path) && path.Root == PathRoot.Expected ? path : null;
    }

    /// <summary>The expected value with another label; everything beside it stays.</summary>
    /// <param name="expected">The expected value, which has the path.</param>
    /// <param name="path">Where the label is.</param>
    /// <param name="label">The new label.</param>
    public static JsonElement With(JsonElement expected, JsonPath path, string label)
    {
        if (path.Steps.Count == 0)
        {
            return JsonElement.Parse(JsonValue.Create(label).ToJsonString());
        }

        var root = JsonNode.Parse(expected.GetRawText())!;
        var parent = path.Steps.SkipLast(1).Aggregate(root, Step);
        if (parent is JsonArray list)
        {
            list[int.Parse(path.Steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = label;
        }
        else
        {
            parent[path.Steps[^1]] = label;
        }

        return JsonElement.Parse(root.ToJsonString());
    }

    private static JsonNode Step(JsonNode node, string step) =>
        node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
}
