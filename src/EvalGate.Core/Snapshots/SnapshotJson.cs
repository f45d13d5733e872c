using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>JSON to be read in diffs: indented, keys sorted, numbers as written, whatever cannot be seen escaped.</summary>
internal sealed class SnapshotJson(Predicate<OutputPlace> isLeftOut)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    private const int Indent = 2;

    public static string Text(JsonElement value) => new SnapshotJson(_ => false).Text(new([]), value);

    /// <summary>A value without the places that are left out, lists apart: an item that is left out would move the others.</summary>
    public string Text(OutputPlace place, JsonElement value)
    {
        Append(place, value);
        return _text.ToString();
    }

    private void Append(OutputPlace place, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                _text.Append("null");
                break;
            case JsonValueKind.Object:
                AppendAll('{', '}', Members(place, value), p =>
                {
                    AppendString(_text, p.Name);
                    _text.Append(": ");
                    Append(p.Place, p.Value);
                });
                break;
            case JsonValueKind.Array:
                AppendAll('[', ']', value.EnumerateArray().Index(), item => Append(place.Item(item.Index), item.Item));
                break;
            case JsonValueKind.String:
                AppendString(_text, SoundJson.Text(value));
                break;
            default:
                _text.Append(value.GetRawText());
                break;
        }
    }

    private IEnumerable<(string Name, OutputPlace Place, JsonElement Value)> Members(OutputPlace place, JsonElement value) => value.EnumerateObject()
        .Select(p => (Name: SoundJson.Name(p), p.Value)).Select(p => (p.Name, Place: place.Key(p.Name), p.Value))
        .Where(p => !isLeftOut(p.Place)).OrderBy(p => p.Name, StringComparer.Ordinal);

    private void AppendAll<T>(char open, char close, IEnumerable<T> items, Action<T> append)
    {
        _text.Append(open);
        var start = _text.Length;
        _depth++;
        foreach (var item in items)
        {
            _text.Append(_text.Length == start ? "\n" : ",\n").Append(' ', Indent * _depth);
            append(item);
        }

        _depth--;
        if (_text.Length > start)
        {
            _text.Append('\n').Append(' ', Indent * _depth);
        }

        _text.Append(close);
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (!Rune.TryGetRuneAt(value, i, out var rune))
            {
                AppendEscape(text, value[i]);
                continue;
            }

            AppendRune(text, rune);
            i += rune.Utf16SequenceLength - 1;
        }

        text.Append('"');
    }

    private static void AppendRune(StringBuilder text, Rune rune)
    {
        switch (rune.Value)
        {
            case '"' or '\\':
                text.Append('\\').Append((char)rune.Value);
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case 0xFFFD:
                text.Append('\uFFFD');
                break;
            default:
                if (PlainCharacter.IsPlain(rune))
                {
                    text.Append(rune);
                }
                else
                {
                    AppendEscape(text, (char)rune.Value);
                }

                break;
        }
    }

    private static void AppendEscape(StringBuilder text, char value) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)value:x4}");
}
