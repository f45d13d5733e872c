using Microsoft.Extensions.AI;

namespace EvalGate.Shadow;

/// <summary>One call of a chat client.</summary>
/// <param name="Messages">The messages as they were when the call came: callers add to their lists.</param>
/// <param name="Options">A copy of the options.</param>
/// <param name="IsStreaming">Whether updates were asked for.</param>
internal sealed record ChatRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, bool IsStreaming);
