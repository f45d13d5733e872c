using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>JSON to be read in diffs: indented, keys sorted, numbers as written, whatever cannot be seen escaped.</summary>
internal static class SnapshotJson
{
    private const int Indent = 2;

    public static string Text(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value, 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                text.Append("null");
                break;
            case JsonValueKind.Object:
                AppendAll(text, '{', '}', depth, value.EnumerateObject().Select(p => (Name: SoundJson.Name(p), p.Value)).OrderBy(p => p.Name, StringComparer.Ordinal), p =>
                {
                    AppendString(text, p.Name);
                    text.Append(": ");
                    Append(text, p.Value, depth + 1);
                });
                break;
            case JsonValueKind.Array:
                AppendAll(text, '[', ']', depth, value.EnumerateArray(), item => Append(text, item, depth + 1));
                break;
            case JsonValueKind.String:
                AppendString(text, SoundJson.Text(value));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void AppendAll<T>(StringBuilder text, char open, char close, int depth, IEnumerable<T> items, Action<T> append)
    {
        text.Append(open);
        var start = text.Length;
        foreach (var item in items)
        {
            text.Append(text.Length == start ? "\n" : ",\n").Append(' ', Indent * (depth + 1));
            append(item);
        }

        if (text.Length > start)
        {
            text.Append('\n').Append(' ', Indent * depth);
        }

        text.Append(close);
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
