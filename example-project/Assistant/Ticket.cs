using System.Text.Json.Serialization;

namespace HelpDesk;

/// <summary>One message from a customer.</summary>
/// <param name="Question">What the customer wrote or said, unedited.</param>
/// <param name="Channel">How it reached the shop; <see cref="Channel.None"/> if unknown.</param>
/// <param name="AskedAt">When, in the customer's own time zone; null if unknown.</param>
/// <param name="Earlier">What the customer wrote or said before in the same conversation, oldest first; null or empty at its start.</param>
public sealed record Ticket(
    string Question,
    Channel Channel = Channel.None,
    [property: JsonPropertyName("asked_at")] DateTimeOffset? AskedAt = null,
    IReadOnlyList<string>? Earlier = null);
