using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace EvalGate.Shadow.Tests;

/// <summary>A chat client that answers what a function says, in updates of one character where it streams.</summary>
internal sealed class AChat(Func<ChatMessage[], ChatOptions?, string> answer) : IChatClient
{
    public AChat(string answer)
        : this((_, _) => answer)
    {
    }

    /// <summary>The options of every call.</summary>
    public List<ChatOptions?> Asked { get; } = [];

    public bool IsDisposed { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer(messages, options)))
        {
            ModelId = "tiny",
            Usage = new() { InputTokenCount = 12, OutputTokenCount = 3 },
            FinishReason = ChatFinishReason.Stop,
        });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var character in Answer(messages, options))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return new(ChatRole.Assistant, $"{character}") { ModelId = "tiny" };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => IsDisposed = true;

    private string Answer(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        lock (Asked)
        {
            Asked.Add(options);
        }

        return answer([.. messages], options);
    }
}
