using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Scoring;

namespace EvalGate.Chat;

/// <summary>What a judge is shown.</summary>
internal static class JudgeMaterial
{
    /// <summary>A value as it stands in the material: texts as texts, all else as JSON.</summary>
    public static JsonNode? Of(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonValue.Create(value.GetString()) : JsonNode.Parse(value.GetRawText());

    /// <summary>The part of the output that is graded.</summary>
    /// <exception cref="ScorerException">The output has no such part.</exception>
    public static JsonNode? Graded(ScorerSettings settings, ScorerInput input) => settings.Path("of")!.In(input) is { } value
        ? Of(value)
        : throw new ScorerException($"the output has no '{settings.Text("of")}'");
}
