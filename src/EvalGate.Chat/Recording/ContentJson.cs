using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>Contents of messages in EvalGate's own form.</summary>
internal static class ContentJson
{
    /// <summary>A content as it was answered.</summary>
    /// <exception cref="NotSupportedException">There is no way to write it.</exception>
    public static JsonObject Write(AIContent content) => content switch
    {
        TextReasoningContent reasoning => new() { ["type"] = "reasoning", ["text"] = reasoning.Text },
        TextContent text => new() { ["type"] = "text", ["text"] = text.Text },
        FunctionCallContent call => new() { ["type"] = "call", ["id"] = call.CallId, ["name"] = call.Name, ["arguments"] = Node(call.Arguments) },
        FunctionResultContent result => new() { ["type"] = "result", ["id"] = result.CallId, ["result"] = Node(result.Result) },
        DataContent data => new() { ["type"] = "data", ["uri"] = data.Uri },
        UriContent uri => new() { ["type"] = "uri", ["uri"] = uri.Uri.OriginalString, ["media_type"] = uri.MediaType },
        ErrorContent error => new() { ["type"] = "error", ["message"] = error.Message, ["code"] = error.ErrorCode },
        _ => throw new NotSupportedException($"EvalGate cannot record {content.GetType().Name}. Set EVALGATE_RECORDINGS=live for this suite."),
    };

    /// <summary>A content as it is asked: large data by its fingerprint, addresses without what follows the path, which may be a secret.</summary>
    public static JsonObject WriteAsked(AIContent content) => content switch
    {
        DataContent data => new() { ["type"] = "data", ["media_type"] = data.MediaType, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(data.Data.Span)) },
        UriContent { Uri.IsAbsoluteUri: true } uri => new() { ["type"] = "uri", ["uri"] = uri.Uri.GetLeftPart(UriPartial.Path), ["media_type"] = uri.MediaType },
        _ => Write(content),
    };

    /// <exception cref="JsonException">It is none that this version knows.</exception>
    public static AIContent Read(JsonElement content) => Text(content, "type") switch
    {
        "text" => new TextContent(Text(content, "text")),
        "reasoning" => new TextReasoningContent(Text(content, "text")),
        "call" => new FunctionCallContent(Text(content, "id")!, Text(content, "name")!, content.GetProperty("arguments").Deserialize<Dictionary<string, object?>>()),
        "result" => new FunctionResultContent(Text(content, "id")!, content.GetProperty("result").Clone()),
        "data" => new DataContent(Text(content, "uri")!),
        "uri" => new UriContent(Text(content, "uri")!, Text(content, "media_type")!),
        "error" => new ErrorContent(Text(content, "message")) { ErrorCode = Text(content, "code") },
        var unknown => throw new JsonException($"A recorded message has a content of the unknown type '{unknown}'."),
    };

    public static JsonNode? Node(object? value) => value switch
    {
        null => null,
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        _ => JsonSerializer.SerializeToNode(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(value.GetType())),
    };

    private static string? Text(JsonElement value, string name) => value.TryGetProperty(name, out var text) ? text.GetString() : null;
}
