using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalGate.Model;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>Answers from a model, with what is no answer told apart: a filter that withheld it, a stream that broke off, a reply that is not in the service's format.</summary>
internal static class LiveAnswers
{
    private const string Filtered = "content_filter";
    private const int BadRequest = 400;

    /// <exception cref="EvalInfrastructureException">What came back is no answer.</exception>
    public static async Task<ChatResponse> AskAsync(Func<Task<ChatResponse>> ask)
    {
        ChatResponse response;
        try
        {
            response = await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (Translate(e) is { } told)
        {
            throw told;
        }

        Check(response.FinishReason);
        return response;
    }

    /// <exception cref="EvalInfrastructureException">What came back is no answer.</exception>
    public static async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IAsyncEnumerable<ChatResponseUpdate> answers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ChatFinishReason? finish = null;
        var updates = answers.GetAsyncEnumerator(cancellationToken);
        await using var owned = updates.ConfigureAwait(false);
        while (await NextAsync(updates).ConfigureAwait(false))
        {
            finish = updates.Current.FinishReason ?? finish;
            Check(finish);
            yield return updates.Current;
        }

        if (finish is null)
        {
            throw Broken("the stream ended before the answer did", null);
        }
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (Translate(e) is { } told)
        {
            throw told;
        }
    }

    private static void Check(ChatFinishReason? finish)
    {
        if (finish == ChatFinishReason.ContentFilter)
        {
            throw Withheld(null);
        }
    }

    private static EvalInfrastructureException? Translate(Exception exception) => exception switch
    {
        JsonException => Broken($"the service's answer is not in its own format: {exception.Message}", exception),
        _ when IsCutOff(exception) => Broken($"the service's answer broke off: {exception.Message}", exception),
        _ when StatusOf(exception) == BadRequest && exception.Message.Contains(Filtered, StringComparison.Ordinal) => Withheld(exception),
        _ => null,
    };

    private static bool IsCutOff(Exception? exception) => exception is not null && (exception is HttpIOException || IsCutOff(exception.InnerException));

    /// <summary>Model clients carry the status in a property of exception types that this assembly does not know.</summary>
    private static int? StatusOf(Exception exception) =>
        exception.GetType().GetProperty("Status", BindingFlags.Public | BindingFlags.Instance)?.GetValue(exception) as int?;

    private static EvalInfrastructureException Withheld(Exception? inner) =>
        new("the service's content filter withheld the answer", inner) { Cause = ErrorCause.ContentFilter };

    private static EvalInfrastructureException Broken(string message, Exception? inner) => new(message, inner) { Cause = ErrorCause.BrokenAnswer };
}
