using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The members of one line, each with its place.</summary>
internal sealed class LabelLine
{
    private readonly Dictionary<string, (JsonElement Value, SourcePlace Place)> _members = new(StringComparer.Ordinal);
    private readonly List<(string Name, SourcePlace Place)> _keys = [];

    private LabelLine(SourcePlace place) => Place = place;

    /// <summary>The start of the line.</summary>
    public SourcePlace Place { get; }

    /// <summary>Every key, in the order written.</summary>
    public IReadOnlyList<(string Name, SourcePlace Place)> Keys => _keys;

    /// <summary>Reads a line.</summary>
    /// <param name="json">Valid JSON without keys that stand twice.</param>
    /// <param name="place">The start of the line.</param>
    /// <returns>Null when it is no object.</returns>
    public static LabelLine? Of(ReadOnlySpan<byte> json, SourcePlace place)
    {
        var line = new LabelLine(place);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            line._keys.Add((name, place with { Column = Utf8Text.Column(json, (int)reader.TokenStartIndex) }));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            line._members[name] = (JsonElement.ParseValue(ref reader), place with { Column = Utf8Text.Column(json, start) });
        }

        return line;
    }

    /// <summary>A member; null when it is not there.</summary>
    public (JsonElement Value, SourcePlace Place)? Find(string key) => _members.TryGetValue(key, out var member) ? member : null;
}
