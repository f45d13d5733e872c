using System.Text;
using System.Text.Json;
using EvalGate.Datasets;

namespace EvalGate.Files;

/// <summary>Changes members of a JSON object and leaves every other byte of it as it was written.</summary>
internal static class JsonMembers
{
    /// <summary>Applies a change.</summary>
    /// <param name="json">One JSON object, UTF-8.</param>
    /// <param name="change">What to set or take out. Taking out what is not there changes nothing.</param>
    public static byte[] Apply(ReadOnlySpan<byte> json, MemberChange change)
    {
        var members = Members(json);
        var at = members.FindIndex(m => m.Name == change.Name);
        return (at, change.Json) switch
        {
            ( < 0, null) => json.ToArray(),
            ( < 0, { } value) => Insert(json, members, $"\"{change.Name}\":{(HasSpace(json, members) ? " " : "")}{Text(value)}"),
            (_, null) => Remove(json, members, at),
            (_, { } value) => [.. json[..members[at].Value], .. Encoding.UTF8.GetBytes(Text(value)), .. json[members[at].End..]],
        };
    }

    private static List<Member> Members(ReadOnlySpan<byte> json)
    {
        var members = new List<Member>();
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonStyle.MaxDepth });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, start) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            var value = (int)reader.TokenStartIndex;
            reader.Skip();
            members.Add(new(name, start, value, (int)reader.BytesConsumed));
        }

        return members;
    }

    private static byte[] Insert(ReadOnlySpan<byte> json, List<Member> members, string member)
    {
        var end = members.Count > 0 ? members[^1].End : json.IndexOf((byte)'{') + 1;
        var comma = members.Count == 0 ? "" : members.Count > 1 && json[members[0].End..members[1].Start].EndsWith(" "u8) ? ", " : ",";
        return [.. json[..end], .. Encoding.UTF8.GetBytes(comma + member), .. json[end..]];
    }

    // The comma goes with the member: the one before it, or behind the first.
    private static byte[] Remove(ReadOnlySpan<byte> json, List<Member> members, int at) => at > 0
        ? [.. json[..members[at - 1].End], .. json[members[at].End..]]
        : [.. json[..members[0].Start], .. json[(members.Count > 1 ? members[1].Start : members[0].End)..]];

    private static bool HasSpace(ReadOnlySpan<byte> json, List<Member> members) => members.Count > 0 && json[members[0].Value - 1] == ' ';

    private static string Text(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonStyle.OneLine))
        {
            value.WriteTo(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private readonly record struct Member(string Name, int Start, int Value, int End);
}
