using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>A client that is made with its first call, so that a replay needs neither key nor address.</summary>
internal sealed class LateChatClient(Func<IChatClient> make) : IChatClient
{
    private readonly Lazy<IChatClient> _client = new(make);

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _client.Value.GetResponseAsync(messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _client.Value.GetStreamingResponseAsync(messages, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => _client.IsValueCreated ? _client.Value.GetService(serviceType, serviceKey) : null;

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }
}
