using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>Tokens of a call; what the service did not say stays unsaid.</summary>
internal static class UsageJson
{
    public static JsonObject Write(UsageDetails usage)
    {
        var json = new JsonObject();
        Set("input", usage.InputTokenCount);
        Set("output", usage.OutputTokenCount);
        Set("total", usage.TotalTokenCount);
        Set("cached", usage.CachedInputTokenCount);
        Set("reasoning", usage.ReasoningTokenCount);
        return json;

        void Set(string name, long? count)
        {
            if (count is not null)
            {
                json[name] = count;
            }
        }
    }

    public static UsageDetails Read(JsonElement json)
    {
        return new()
        {
            InputTokenCount = Get("input"),
            OutputTokenCount = Get("output"),
            TotalTokenCount = Get("total"),
            CachedInputTokenCount = Get("cached"),
            ReasoningTokenCount = Get("reasoning"),
        };

        long? Get(string name) => json.TryGetProperty(name, out var count) ? count.GetInt64() : null;
    }
}
