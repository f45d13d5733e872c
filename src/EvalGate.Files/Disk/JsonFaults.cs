using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>What is wrong with a JSON text whatever it means.</summary>
/// <param name="Code">The diagnostic's code.</param>
/// <param name="Message">The diagnostic's message.</param>
/// <param name="Offset">Byte where it is.</param>
/// <param name="IsFatal">True when the text must not be read any further.</param>
internal sealed record JsonFault(string Code, string Message, int Offset, bool IsFatal);

/// <summary>Finds invalid JSON, nesting that is too deep, keys that stand twice in an object, and text that is not Unicode.</summary>
internal sealed class JsonFaults(int deepest)
{
    private readonly Stack<HashSet<string>> _keys = [];
    private readonly List<JsonFault> _faults = [];

    /// <summary>Searches a text.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="deepest">How many levels may be nested.</param>
    public static IReadOnlyList<JsonFault> Find(ReadOnlySpan<byte> json, int deepest)
    {
        var search = new JsonFaults(deepest);
        try
        {
            search.Walk(json);
        }
        catch (JsonException e)
        {
            search.Add(DiagnosticCodes.InvalidJson, $"Not valid JSON: {Reason(e)}", Offset(e), isFatal: true);
        }

        return search._faults;
    }

    /// <summary>Why a value is not what its place needs, in the user's words; the serialiser's own name our types.</summary>
    public static string ReasonOf(JsonException e)
    {
        const string Missing = "was missing required properties including: ";
        var missing = e.Message.IndexOf(Missing, StringComparison.Ordinal);
        return (e.Path, missing) switch
        {
            (null, < 0) => e.Message,
            (_, >= 0) => $"missing required properties: {e.Message[(missing + Missing.Length)..]}",
            ("$", _) => "it has a value of the wrong kind.",
            var (path, _) => $"'{path![2..]}' has a value of the wrong kind.",
        };
    }

    private void Walk(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = deepest + 2 });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= deepest)
            {
                Add(DiagnosticCodes.TooLarge, string.Create(CultureInfo.InvariantCulture, $"Nested deeper than {deepest} levels. Flatten the value."), (int)reader.TokenStartIndex, isFatal: true);
                return;
            }

            Check(ref reader);
        }
    }

    private void Check(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                _keys.Push(new HashSet<string>(StringComparer.Ordinal));
                break;
            case JsonTokenType.EndObject:
                _keys.Pop();
                break;
            case JsonTokenType.PropertyName when Text(ref reader) is { } key && !_keys.Peek().Add(key):
                Add(DiagnosticCodes.WrongField, $"The key '{key}' stands twice in one object. Keep one.", (int)reader.TokenStartIndex, isFatal: false);
                break;
            case JsonTokenType.String when reader.ValueIsEscaped:
                Text(ref reader);
                break;
            default:
                break;
        }
    }

    private string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            Add(
                DiagnosticCodes.WrongField,
                @"The text has half of a surrogate pair, which is no character. Remove the lone \uD800-\uDFFF escape.",
                (int)reader.TokenStartIndex,
                isFatal: true);
            return null;
        }
    }

    private void Add(string code, string message, int offset, bool isFatal) => _faults.Add(new JsonFault(code, message, offset, isFatal));

    internal static int Offset(JsonException e) => (int)(e.BytePositionInLine ?? 0);

    // The reader's own words name the place a second time, as bytes.
    internal static string Reason(JsonException e)
    {
        var place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? e.Message : e.Message[..place];
    }
}
