using System.Text.Json.Serialization;

namespace HelpDesk;

/// <summary>One message from a customer.</summary>
/// <param name="Question">What the customer wrote or said, unedited.</param>
/// <param name="Channel">How it reached the shop; <see cref="Channel.None"/> if unknown.</param>
/// <param name="AskedAt">When, in the customer's own time zone; null if unknown.</param>
public sealed record Ticket(
    string Question,
    Channel Channel = Channel.None,
    [property: JsonPropertyName("asked_at")] DateTimeOffset? AskedAt = null);
