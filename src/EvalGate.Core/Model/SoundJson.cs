using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EvalGate.Model;

/// <summary>Texts of JSON in which a model may have escaped half a surrogate pair: valid JSON and no text, which the reader of .NET refuses.</summary>
public static class SoundJson
{
    /// <summary>The text of a string value; half a surrogate pair stays one.</summary>
    /// <param name="value">A string.</param>
    public static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException) when (value.ValueKind == JsonValueKind.String)
        {
            return Unescape(value.GetRawText()[1..^1]);
        }
    }

    /// <summary>The name of a property; half a surrogate pair stays one.</summary>
    /// <param name="property">Any property.</param>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // ToString is the only way to the raw name: "name": value.
            var raw = property.ToString();
            return Unescape(raw[1..ClosingQuote(raw)]);
        }
    }

    private static int ClosingQuote(string raw)
    {
        var at = 1;
        while (raw[at] != '"')
        {
            at += raw[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            text.Append(raw[i] == 'u' ? (char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Plain(raw[i]));
            i += raw[i] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }

    private static char Plain(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => escaped,
    };
}
