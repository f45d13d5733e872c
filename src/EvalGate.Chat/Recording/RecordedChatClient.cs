using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>A chat client whose answers are recorded with the case that asked, and replayed from there. Outside an eval it passes everything on.</summary>
/// <remarks>
/// What the model said comes back the same from a recording as from the service: EvalGate's own form, without the provider's raw objects.
/// A stream that its reader leaves early is not recorded.
/// </remarks>
/// <param name="inner">The client that asks the model.</param>
/// <param name="model">The model that requests without one are for; null for the inner client's default.</param>
internal sealed class RecordedChatClient(IChatClient inner, string? model = null) : DelegatingChatClient(inner)
{
    private readonly string? _model = model ?? inner.GetService<ChatClientMetadata>()?.DefaultModelId;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (EvalContext.Current is not { } context)
        {
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }

        ChatMessage[] asked = [.. messages];
        var request = ChatRequestJson.Of(asked, options, _model);
        if (context.Recorder?.Find(request) is { } recorded)
        {
            return Reported(context, true, options, ChatResponseJson.Read(recorded));
        }

        var answer = Keep(context, request, await LiveAnswers.AskAsync(() => base.GetResponseAsync(asked, options, cancellationToken)).ConfigureAwait(false));
        return Reported(context, false, options, ChatResponseJson.Read(answer));
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (EvalContext.Current is not { } context)
        {
            await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            {
                yield return update;
            }

            yield break;
        }

        ChatMessage[] asked = [.. messages];
        var request = ChatRequestJson.Of(asked, options, _model);
        if (context.Recorder?.Find(request) is { } recorded)
        {
            foreach (var update in Reported(context, true, options, ChatResponseJson.Read(recorded)).ToChatResponseUpdates())
            {
                yield return update;
            }

            yield break;
        }

        var updates = new List<ChatResponseUpdate>();
        var answers = base.GetStreamingResponseAsync(asked, options, cancellationToken);
        await foreach (var update in LiveAnswers.StreamAsync(answers, cancellationToken).ConfigureAwait(false))
        {
            updates.Add(update);
            yield return update;
        }

        Reported(context, false, options, ChatResponseJson.Read(Keep(context, request, updates.ToChatResponse())));
    }

    private static JsonElement Keep(EvalContext context, JsonElement request, ChatResponse response)
    {
        var answer = ChatResponseJson.Write(response);
        context.Recorder?.Keep(request, answer);
        return answer;
    }

    private ChatResponse Reported(EvalContext context, bool isReplayed, ChatOptions? options, ChatResponse response)
    {
        CallReport.Add(context, isReplayed, response.ModelId, options?.ModelId ?? _model, response.Usage);
        return response;
    }
}
