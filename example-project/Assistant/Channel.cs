using System.Text.Json.Serialization;

namespace HelpDesk;

/// <summary>How a ticket reached the shop.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>The ticket does not say.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>A mail to the support address.</summary>
    [JsonStringEnumMemberName("email")] Email,

    /// <summary>The first message of a web chat.</summary>
    [JsonStringEnumMemberName("chat")] Chat,

    /// <summary>A call, written down by the phone system.</summary>
    [JsonStringEnumMemberName("phone-transcript")] PhoneTranscript,
}
