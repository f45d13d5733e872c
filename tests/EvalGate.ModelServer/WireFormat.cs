using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace EvalGate.ModelServer;

/// <summary>Bodies as OpenAI's services write them.</summary>
internal static class WireFormat
{
    private const int Dimensions = 8;

    public static object Completion(ModelCall call, ModelReply reply) => new
    {
        id = $"chatcmpl-{call.Number}",
        @object = "chat.completion",
        created = 1_700_000_000,
        model = $"{call.Model}-{(reply as Says)?.Version ?? "2026"}",
        choices = new[] { new { index = 0, message = Message(reply), finish_reason = Finish(reply) } },
        usage = UsageOf(call, reply),
    };

    public static IEnumerable<string> Chunks(ModelCall call, ModelReply reply)
    {
        var text = TextOf(reply);
        for (var at = 0; at < text.Length; at += 7)
        {
            yield return Chunk(call, new { role = "assistant", content = text.Substring(at, Math.Min(7, text.Length - at)) }, null, null);
        }

        if (reply is not BreaksOff)
        {
            yield return Chunk(call, new { }, Finish(reply), UsageOf(call, reply));
            yield return "[DONE]";
        }
    }

    public static object Embeddings(JsonElement body, ModelCall call)
    {
        var input = body.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.Array ? [.. input.EnumerateArray().Select(t => t.GetString()!)] : [input.GetString()!];
        return new
        {
            @object = "list",
            model = $"{call.Model}-2026",
            data = texts.Select((t, i) => new { @object = "embedding", index = i, embedding = Convert.ToBase64String(MemoryMarshal.AsBytes(Vector(t).AsSpan())) }),
            usage = new { prompt_tokens = texts.Sum(TokensOf), total_tokens = texts.Sum(TokensOf) },
        };
    }

    private static object Message(ModelReply reply) => reply is CallsTool tool
        ? new { role = "assistant", content = (string?)null, tool_calls = new[] { new { id = $"call_{Guid.CreateVersion7()}", type = "function", function = new { name = tool.Tool, arguments = tool.Arguments } } } }
        : new { role = "assistant", content = TextOf(reply) };

    private static string Chunk(ModelCall call, object delta, string? finish, object? usage) => JsonSerializer.Serialize(new
    {
        id = $"chatcmpl-{call.Number}",
        @object = "chat.completion.chunk",
        created = 1_700_000_000,
        model = $"{call.Model}-2026",
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
        usage,
    });

    private static string TextOf(ModelReply reply) => reply switch
    {
        Says says => says.Text,
        BreaksOff broken => broken.Text,
        _ => "",
    };

    private static string Finish(ModelReply reply) => reply switch
    {
        CallsTool => "tool_calls",
        Says says => says.Finish,
        _ => "stop",
    };

    private static object UsageOf(ModelCall call, ModelReply reply)
    {
        int asked = TokensOf(call.Prompt), said = TokensOf(TextOf(reply));
        return new { prompt_tokens = asked, completion_tokens = said, total_tokens = asked + said };
    }

    private static int TokensOf(string text) => 1 + text.Count(c => c == ' ');

    /// <summary>How often letters occur: texts that share letters are close.</summary>
    private static float[] Vector(string text)
    {
        var vector = new float[Dimensions];
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            vector[octet % Dimensions]++;
        }

        return vector;
    }
}
