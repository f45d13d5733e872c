using Microsoft.Extensions.AI;

namespace EvalGate.Shadow;

/// <summary>How requests and answers of a chat client are read. Every member has a default.</summary>
public sealed record ChatShadow
{
    /// <summary>What is known of a request; null for one that no shadow may see. Runs on the caller's time. Default: <see cref="Conversation"/>.</summary>
    public Func<IReadOnlyList<ChatMessage>, ChatOptions?, ShadowRequest?> Describe { get; init; } = (messages, _) => Conversation(messages);

    /// <summary>The options that the candidate is asked with, given a copy of the incumbent's. Default: the copy without its model, because the candidate has its own.</summary>
    public Func<ChatOptions, ChatOptions> CandidateOptions { get; init; } = options =>
    {
        options.ModelId = null;
        return options;
    };

    /// <summary>What is logged of a conversation, best in the shape that the suite's subject takes. Default: roles, texts and kinds of other content.</summary>
    public Func<IReadOnlyList<ChatMessage>, object?> Input { get; init; } = ChatLog.Input;

    /// <summary>What is logged of an answer. Default: its text, the tools that it calls, and why it ended.</summary>
    public Func<ChatResponse, object?> Output { get; init; } = ChatLog.Output;

    /// <summary>What an answer cost in US dollars, from the model and the tokens; null when nobody knows. Runs in the background.</summary>
    public Func<ShadowUsage, decimal?>? Cost { get; init; }

    /// <summary>A request without slices whose unit is the conversation, known by the first thing its user said.</summary>
    /// <param name="messages">The messages.</param>
    public static ShadowRequest Conversation(IReadOnlyList<ChatMessage> messages) => new(messages.FirstOrDefault(m => m.Role == ChatRole.User)?.Text ?? "");
}
