using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Recordings;

/// <summary>A field in which two requests differ.</summary>
/// <param name="Path">Where, such as <c>messages[1].text</c>.</param>
/// <param name="Recorded">The recorded value as JSON; null when it has none.</param>
/// <param name="Asked">The value that was asked with; null when it has none.</param>
public sealed record RequestDifference(string Path, string? Recorded, string? Asked)
{
    private const int Longest = 60;
    private const int Before = 20;

    /// <summary>The fields in which two requests differ, in the order of the recorded one.</summary>
    /// <param name="recorded">The recorded request.</param>
    /// <param name="asked">The request that was asked.</param>
    public static IReadOnlyList<RequestDifference> Between(JsonElement recorded, JsonElement asked) => [.. Compare("", recorded, asked)];

    /// <summary><c>messages[1].text: "refund" was recorded, "refunds" is asked</c>; of long values the part around the first difference.</summary>
    public override string ToString() => (Recorded, Asked) switch
    {
        ({ } recorded, { } asked) => Around(recorded, asked) is var at ? $"{Path}: {Shown(recorded, at)} was recorded, {Shown(asked, at)} is asked" : "",
        ({ } recorded, _) => $"{Path}: {Shown(recorded, 0)} was recorded, nothing is asked",
        (_, { } asked) => $"{Path}: {Shown(asked, 0)} is new",
        _ => Path,
    };

    private static IEnumerable<RequestDifference> Compare(string path, JsonElement recorded, JsonElement asked) => (recorded.ValueKind, asked.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(recorded).Concat(Members(asked)).Distinct(StringComparer.Ordinal)
            .SelectMany(name => Compare(path.Length == 0 ? name : $"{path}.{name}", Member(recorded, name), Member(asked, name))),
        (JsonValueKind.Array, JsonValueKind.Array) => Enumerable.Range(0, Math.Max(recorded.GetArrayLength(), asked.GetArrayLength()))
            .SelectMany(i => Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), Item(recorded, i), Item(asked, i))),
        _ => Text(recorded) is var then && Text(asked) is var now && then != now ? [new(path, then, now)] : [],
    };

    private static IEnumerable<string> Members(JsonElement value) => value.EnumerateObject().Select(p => p.Name);

    private static JsonElement Member(JsonElement value, string name) => value.TryGetProperty(name, out var member) ? member : default;

    private static JsonElement Item(JsonElement value, int index) => index < value.GetArrayLength() ? value[index] : default;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? null : CanonicalJson.Text(value);

    private static int Around(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        return same > Longest - Before ? same - Before : 0;
    }

    private static string Shown(string text, int from) =>
        $"{(from > 0 ? "…" : "")}{ShownText.Of(text.Substring(Math.Min(from, text.Length), Math.Min(Longest, Math.Max(0, text.Length - from))))}{(text.Length - from > Longest ? "…" : "")}";
}
