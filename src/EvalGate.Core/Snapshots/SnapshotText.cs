using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>A value as a snapshot file holds it: prose as it is, everything else as JSON.</summary>
/// <param name="Text">The content, with <c>\n</c> line ends and none at its end; never empty.</param>
/// <param name="Extension"><see cref="Markdown"/> or <see cref="Json"/>.</param>
public sealed record SnapshotText(string Text, string Extension)
{
    /// <summary>Files of prose.</summary>
    public const string Markdown = "md";

    /// <summary>Files of everything else, and of prose that no text file can hold.</summary>
    public const string Json = "json";

    /// <summary>The longest text that is kept, in characters: more than anybody reviews.</summary>
    public const int Longest = 16 * 1024 * 1024;

    /// <summary>Fingerprint of the text.</summary>
    public string Hash => ContentHash.Of(Text);

    /// <summary>The snapshot of a value.</summary>
    /// <param name="value">Any value. A text with control characters, direction marks or half surrogate pairs becomes a JSON string, in which they are visible.</param>
    public static SnapshotText Of(JsonElement value) => Of(value, SnapshotJson.Text);

    /// <summary>The snapshot of a value whose JSON is written in a way of its own.</summary>
    internal static SnapshotText Of(JsonElement value, Func<JsonElement, string> json)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = Normal(SoundJson.Text(value));
            if (text.Length > 0 && text.EnumerateRunes().All(PlainCharacter.IsPlain))
            {
                return new(text, Markdown);
            }
        }

        return new(json(value), Json);
    }

    /// <summary>A stored text as it is compared: without byte order mark, with <c>\n</c> line ends, without line ends at its end.</summary>
    /// <param name="stored">What an editor or a diff tool may have left.</param>
    public static string Normal(string stored) =>
        (stored.StartsWith('\uFEFF') ? stored[1..] : stored).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimEnd('\n');
}
