using System.Globalization;
using System.Text.Json;
using EvalGate.Slicing;

namespace EvalGate.Files;

/// <summary>Reads the <c>slices</c> of cases. Cases written alike share what was read: a file has few combinations and many cases.</summary>
internal sealed class SliceFields
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> _known = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Read(FieldReader fields)
    {
        var written = fields.Written("slices");
        if (_known.TryGetValue(written, out var known))
        {
            return known;
        }

        var before = fields.Problems;
        var slices = ReadNew(fields);
        if (fields.Problems == before)
        {
            _known[written] = slices;
        }

        return slices;
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadNew(FieldReader fields)
    {
        var slices = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var property in fields.Object("slices")?.Properties() ?? [])
        {
            var name = property.Name;
            if (FieldReader.NameFault(name) is { } fault)
            {
                fields.Wrong($"A slice attribute {fault}");
                continue;
            }

            slices[name] = Values(fields, name, property.Value);
        }

        return slices;
    }

    private static string[] Values(FieldReader fields, string name, JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(i => Value(fields, name, i)).OfType<string>().Distinct(StringComparer.Ordinal)]
        : Value(fields, name, value) is { } only ? [only] : [];

    private static string? Value(FieldReader fields, string name, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => Number(value),
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => null,
        };
        if (text is null)
        {
            fields.Wrong($"'slices.{name}' is {JsonWord.Of(value)}; it must be text, a number, true, false, or a list of those.");
            return null;
        }

        if (Fault(text) is not { } fault)
        {
            return text;
        }

        fields.Wrong($"A value of 'slices.{name}' {fault}");
        return null;
    }

    private static string? Fault(string text) => text == Slice.None
        ? "is '(none)', which stands for cases that lack the attribute. Leave the attribute out."
        : FieldReader.NameFault(text);

    // 1.50 and 1.5 are one slice value. Decimal keeps every digit a person would write; what it cannot hold is a double.
    private static string? Number(JsonElement value)
    {
        var wide = value.GetDouble();
        if (value.TryGetDecimal(out var exact) && (exact != 0 || wide == 0))
        {
            return (exact / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        }

        return double.IsFinite(wide) ? wide.ToString("R", CultureInfo.InvariantCulture) : null;
    }
}
