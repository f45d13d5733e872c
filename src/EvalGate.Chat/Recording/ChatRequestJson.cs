using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>
/// A chat request in EvalGate's own form, which names its fields itself: a newer client library, another machine or a regenerated
/// tool-call id gives the same text. Streaming is not part of it, as it changes no answer.
/// </summary>
internal static class ChatRequestJson
{
    private static readonly string[] SecretWords = ["key", "secret", "password", "token", "auth", "credential", "header", "bearer"];

    /// <summary>The request.</summary>
    /// <param name="messages">What is said.</param>
    /// <param name="options">How the model is to answer; null for its defaults.</param>
    /// <param name="model">The model, where the options name none.</param>
    public static JsonElement Of(IEnumerable<ChatMessage> messages, ChatOptions? options, string? model)
    {
        var calls = new Dictionary<string, string>(StringComparer.Ordinal);
        var request = new JsonObject
        {
            ["call"] = "chat",
            ["model"] = options?.ModelId ?? model,
            ["messages"] = new JsonArray([.. messages.Select(m => Message(m, calls))]),
        };
        if (options is not null)
        {
            Add(request, options);
        }

        return JsonSerializer.SerializeToElement(request);
    }

    private static JsonObject Message(ChatMessage message, Dictionary<string, string> calls)
    {
        var json = new JsonObject { ["role"] = message.Role.Value };
        Set(json, "name", message.AuthorName);
        json["contents"] = new JsonArray([.. message.Contents.Where(c => c is not UsageContent).Select(c => Content(c, calls))]);
        return json;
    }

    /// <summary>Services make up ids of tool calls; here they are numbered as they appear.</summary>
    private static JsonObject Content(AIContent content, Dictionary<string, string> calls)
    {
        var json = ContentJson.WriteAsked(content);
        if (content is FunctionCallContent or FunctionResultContent && json["id"]?.GetValue<string>() is { } id)
        {
            if (!calls.TryGetValue(id, out var number))
            {
                calls[id] = number = string.Create(CultureInfo.InvariantCulture, $"call-{calls.Count + 1}");
            }

            json["id"] = number;
        }

        return json;
    }

    private static void Add(JsonObject request, ChatOptions options)
    {
        Set(request, "instructions", options.Instructions);
        Set(request, "temperature", options.Temperature);
        Set(request, "max_output_tokens", options.MaxOutputTokens);
        Set(request, "top_p", options.TopP);
        Set(request, "top_k", options.TopK);
        Set(request, "frequency_penalty", options.FrequencyPenalty);
        Set(request, "presence_penalty", options.PresencePenalty);
        Set(request, "seed", options.Seed);
        Set(request, "stop", options.StopSequences is { Count: > 0 } stops ? new JsonArray([.. stops.Select(s => JsonValue.Create(s))]) : null);
        Set(request, "format", Format(options.ResponseFormat));
        Set(request, "tools", options.Tools is { Count: > 0 } tools ? new JsonArray([.. tools.Select(Tool)]) : null);
        Set(request, "tool_mode", ToolMode(options.ToolMode));
        Set(request, "parallel_calls", options.AllowMultipleToolCalls);
        Set(request, "more", More(options.AdditionalProperties));
    }

    private static JsonNode? Format(ChatResponseFormat? format) => format switch
    {
        null => null,
        ChatResponseFormatText => "text",
        ChatResponseFormatJson { Schema: { } schema } json => new JsonObject { ["name"] = json.SchemaName, ["schema"] = ContentJson.Node(schema) },
        ChatResponseFormatJson => "json",
        _ => format.GetType().Name,
    };

    private static JsonObject Tool(AITool tool)
    {
        var json = new JsonObject { ["name"] = tool.Name, ["description"] = tool.Description };
        Set(json, "schema", tool is AIFunctionDeclaration function ? ContentJson.Node(function.JsonSchema) : null);
        return json;
    }

    private static JsonNode? ToolMode(ChatToolMode? mode) => mode switch
    {
        null => null,
        AutoChatToolMode => "auto",
        NoneChatToolMode => "none",
        RequiredChatToolMode { RequiredFunctionName: { } name } => $"required {name}",
        RequiredChatToolMode => "required",
        _ => mode.GetType().Name,
    };

    /// <summary>Simple values change answers; texts under names that speak of secrets stay out of files.</summary>
    private static JsonObject? More(AdditionalPropertiesDictionary? properties)
    {
        var json = new JsonObject();
        foreach (var (name, value) in properties ?? [])
        {
            var node = value switch
            {
                string text when !SecretWords.Any(w => name.Contains(w, StringComparison.OrdinalIgnoreCase)) => JsonValue.Create(text),
                bool or int or long or float or double or decimal => ContentJson.Node(value),
                _ => null,
            };
            Set(json, name, node);
        }

        return json.Count == 0 ? null : json;
    }

    private static void Set(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
