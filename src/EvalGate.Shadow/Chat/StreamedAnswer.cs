using Microsoft.Extensions.AI;

namespace EvalGate.Shadow;

/// <summary>The updates of one streamed answer, up to the length that is logged.</summary>
/// <param name="maxLength">The length in characters.</param>
internal sealed class StreamedAnswer(int maxLength)
{
    // What an update weighs beyond its text, so that a stream of empty ones has an end too.
    private const int Overhead = 16;

    private readonly List<ChatResponseUpdate> _updates = [];
    private long _length;

    /// <summary>Keeps an update; false, for good, when the answer has become too long.</summary>
    public bool TryAdd(ChatResponseUpdate update)
    {
        _length += Overhead + update.Text.Length;
        if (_length > maxLength)
        {
            _updates.Clear();
            return false;
        }

        _updates.Add(update);
        return true;
    }

    public ChatResponse ToResponse() => _updates.ToChatResponse();
}
