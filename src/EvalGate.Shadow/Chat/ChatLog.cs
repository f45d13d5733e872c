using Microsoft.Extensions.AI;

namespace EvalGate.Shadow;

/// <summary>What of chats is logged: who said what, and which tools were called. Pictures and provider's objects stay out.</summary>
internal static class ChatLog
{
    public static object Input(IEnumerable<ChatMessage> messages) => new { messages = messages.Select(Message).ToArray() };

    public static object Output(ChatResponse response) => new
    {
        text = response.Text,
        calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(c => new { name = c.Name, arguments = c.Arguments }).ToArray(),
        finish = response.FinishReason?.Value,
    };

    public static ShadowUsage Usage(ChatResponse response) => new()
    {
        Model = response.ModelId,
        InputTokens = response.Usage?.InputTokenCount,
        OutputTokens = response.Usage?.OutputTokenCount,
    };

    private static object Message(ChatMessage message) => new
    {
        role = message.Role.Value,
        text = message.Text,
        other = message.Contents.Where(c => c is not TextContent).Select(c => c.GetType().Name).ToArray() is { Length: > 0 } kinds ? kinds : null,
    };
}
