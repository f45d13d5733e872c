using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace EvalGate.Shadow;

/// <summary>A chat client with a candidate in its shadow.</summary>
internal sealed class ShadowChatClient : DelegatingChatClient
{
    private readonly Shadow<ChatRequest, ChatResponse> _shadow;
    private readonly int _maxLength;

    public ShadowChatClient(IChatClient incumbent, IChatClient candidate, ShadowLog log, ShadowOptions options, ChatShadow chat)
        : base(incumbent)
    {
        // An update's overhead is counted as text, so what fits below four times the log's limit is judged by the log.
        _maxLength = (int)Math.Min(int.MaxValue, options.MaxTextBytes * 4L);
        _shadow = new(
            new()
            {
                Incumbent = (request, cancel) => AskAsync(incumbent, request, cancel),
                Candidate = (request, cancel) => AskAsync(candidate, request with { Options = request.Options is { } o ? chat.CandidateOptions(o.Clone()) : null }, cancel),
                Describe = request => Describe(chat, request),
                Usage = response => ChatLog.Usage(response) is var usage && chat.Cost is { } cost ? usage with { CostUsd = cost(usage) } : usage,
                Input = request => chat.Input(request.Messages),
                Output = chat.Output,
            },
            log,
            options);
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        (serviceType == typeof(ShadowCounts), serviceKey) switch
        {
            (true, null) => _shadow.Counts,
            (true, "noise") => _shadow.NoiseCounts,
            _ => base.GetService(serviceType, serviceKey),
        };

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] asked = [.. messages];
        var pairs = _shadow.Begin(new(asked, options?.Clone(), IsStreaming: false), cancellationToken);
        try
        {
            var response = await base.GetResponseAsync(asked, options, cancellationToken).ConfigureAwait(false);
            pairs.Answer(() => response);
            return response;
        }
        finally
        {
            pairs.Abandon(cancellationToken);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatMessage[] asked = [.. messages];
        var pairs = _shadow.Begin(new(asked, options?.Clone(), IsStreaming: true), cancellationToken);
        var answer = pairs.Any ? new StreamedAnswer(_maxLength) : null;
        var ended = ShadowOutcome.Cancelled;
        try
        {
            var updates = base.GetStreamingResponseAsync(asked, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var _ = updates.ConfigureAwait(false);
            ended = ShadowOutcome.IncumbentFailed;
            while (await updates.MoveNextAsync().ConfigureAwait(false))
            {
                if (answer?.TryAdd(updates.Current) == false)
                {
                    pairs.Abandon(ShadowOutcome.TooLarge);
                    answer = null;
                }

                // A reader that leaves early never comes back from here.
                ended = ShadowOutcome.Cancelled;
                yield return updates.Current;
                ended = ShadowOutcome.IncumbentFailed;
            }

            pairs.Answer(() => answer!.ToResponse());
        }
        finally
        {
            pairs.Abandon(cancellationToken.IsCancellationRequested ? ShadowOutcome.Cancelled : ended);
        }
    }

    /// <summary>A conversation that the service keeps is not for a shadow.</summary>
    private static ShadowRequest? Describe(ChatShadow chat, ChatRequest request) =>
        request.Options?.ConversationId is null ? chat.Describe(request.Messages, request.Options) : null;

    private async Task<ChatResponse> AskAsync(IChatClient client, ChatRequest request, CancellationToken cancellationToken)
    {
        if (!request.IsStreaming)
        {
            return await client.GetResponseAsync(request.Messages, request.Options, cancellationToken).ConfigureAwait(false);
        }

        var answer = new StreamedAnswer(_maxLength);
        await foreach (var update in client.GetStreamingResponseAsync(request.Messages, request.Options, cancellationToken).ConfigureAwait(false))
        {
            if (!answer.TryAdd(update))
            {
                throw new TooLargeException();
            }
        }

        return answer.ToResponse();
    }
}
