using System.Text.Json.Serialization;

namespace HelpDesk;

/// <summary>What the assistant replies to a ticket.</summary>
/// <param name="Intent">The topic it recognised; <see cref="Intent.None"/> when it declines.</param>
/// <param name="Text">The reply, in the customer's language; in JSON <c>answer</c>.</param>
/// <param name="Confidence">From 0, nothing matched, towards 1.</param>
/// <param name="Language">The language it recognised: de, en, es or fr.</param>
/// <param name="Sources">The passages of the knowledge base that speak for the topic, best first; empty when it declines.</param>
public sealed record Answer(
    Intent Intent,
    [property: JsonPropertyName("answer")] string Text,
    double Confidence,
    string Language,
    IReadOnlyList<string> Sources);
