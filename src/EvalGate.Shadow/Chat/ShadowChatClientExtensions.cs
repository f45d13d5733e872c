using Microsoft.Extensions.AI;

namespace EvalGate.Shadow;

/// <summary>Shadows for chat clients.</summary>
public static class ShadowChatClientExtensions
{
    /// <summary>The same client, with a candidate that is asked beside it.</summary>
    /// <remarks>
    /// Put it below function invocation, so that tool calls are compared and not made twice. Requests with a conversation that the service keeps are not shadowed:
    /// the candidate does not have it, and the incumbent must not be told twice. <c>GetService(typeof(ShadowCounts))</c> gives the counts, with the key "noise" those of the incumbent against itself.
    /// Disposing the result disposes the incumbent, as usual, and neither candidate nor log.
    /// </remarks>
    /// <param name="incumbent">The client that answers callers.</param>
    /// <param name="candidate">The client that is tried.</param>
    /// <param name="log">Where pairs go; the caller closes it.</param>
    /// <param name="options">How much, how long, how often.</param>
    /// <param name="chat">How requests and answers are read; null for the defaults.</param>
    public static IChatClient UseShadow(this IChatClient incumbent, IChatClient candidate, ShadowLog log, ShadowOptions options, ChatShadow? chat = null) =>
        new ShadowChatClient(incumbent, candidate, log, options, chat ?? new());
}
