using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>A chat response in EvalGate's own form: messages, tool calls, usage, model and why it ended; nothing of the transport.</summary>
internal static class ChatResponseJson
{
    public static JsonElement Write(ChatResponse response)
    {
        var json = new JsonObject
        {
            ["messages"] = new JsonArray([.. response.Messages.Select(Message)]),
            ["finish"] = response.FinishReason?.Value,
            ["model"] = response.ModelId,
        };
        if (response.Usage is { } usage)
        {
            json["usage"] = UsageJson.Write(usage);
        }

        return JsonSerializer.SerializeToElement(json);
    }

    /// <exception cref="JsonException">A newer EvalGate recorded it.</exception>
    public static ChatResponse Read(JsonElement json) => new([.. json.GetProperty("messages").EnumerateArray().Select(Message)])
    {
        FinishReason = json.GetProperty("finish").GetString() is { } finish ? new(finish) : null,
        ModelId = json.GetProperty("model").GetString(),
        Usage = json.TryGetProperty("usage", out var usage) ? UsageJson.Read(usage) : null,
    };

    private static JsonObject Message(ChatMessage message) => new()
    {
        ["role"] = message.Role.Value,
        ["contents"] = new JsonArray([.. message.Contents.Where(c => c is not UsageContent).Select(ContentJson.Write)]),
    };

    private static ChatMessage Message(JsonElement message) => new(
        new ChatRole(message.GetProperty("role").GetString()!), [.. message.GetProperty("contents").EnumerateArray().Select(ContentJson.Read)]);
}
