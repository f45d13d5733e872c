using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads the fields of one JSON object with their types; what is wrong becomes a diagnostic and null. JSON null means that a field is not given.</summary>
internal sealed class FieldReader(JsonElement value, string prefix, SourcePlace place, List<Diagnostic> problems)
{
    public const int LongestName = 200;

    /// <summary>How many problems there are so far.</summary>
    public int Problems => problems.Count;

    public bool Has(string field) => Given(field) is not null;

    public void Wrong(string message) => Report(DiagnosticCodes.WrongField, message);

    public void Missing(string message) => Report(DiagnosticCodes.MissingField, message);

    public void AllowOnly(IReadOnlyCollection<string> known, IReadOnlyCollection<string> valid)
    {
        foreach (var name in value.EnumerateObject().Select(p => p.Name).Where(n => !known.Contains(n, StringComparer.Ordinal)))
        {
            Report(DiagnosticCodes.UnknownField, $"There is no field '{prefix}{ShownText.Of(name)}'.{Nearest.Hint(name, valid)} Valid: {string.Join(", ", valid)}.");
        }
    }

    /// <summary>Whether the field is there at all; JSON null is.</summary>
    public bool Require(string field)
    {
        if (value.TryGetProperty(field, out _))
        {
            return true;
        }

        Missing($"The field '{prefix}{field}' is missing.");
        return false;
    }

    /// <summary>The field's JSON as it is written; empty when it is not there.</summary>
    public string Written(string field) => value.TryGetProperty(field, out var found) ? found.GetRawText() : "";

    /// <summary>A text that must be there and say something.</summary>
    public string? Required(string field)
    {
        if (!Require(field))
        {
            return null;
        }

        var text = Text(field, isNullable: false);
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            Wrong($"'{prefix}{field}' is empty.");
        }

        return text;
    }

    public string? Text(string field, bool isNullable = true)
    {
        if (Given(field, isNullable) is not { } found)
        {
            return null;
        }

        if (found.ValueKind == JsonValueKind.String)
        {
            return found.GetString();
        }

        Wrong($"'{prefix}{field}' is {JsonWord.Of(found)}; it must be text.");
        return null;
    }

    /// <summary>A text that stands in tables and file names.</summary>
    public string? Name(string field, bool isNullable = true)
    {
        if (Text(field, isNullable) is not { } text)
        {
            return null;
        }

        if (NameFault(text) is not { } fault)
        {
            return text;
        }

        Wrong($"'{prefix}{field}' {fault}");
        return null;
    }

    public DateOnly? Date(string field, bool isNullable = true)
    {
        if (Text(field, isNullable) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Wrong($"'{prefix}{field}' is '{ShownText.Of(text)}'; it must be a date such as 2026-10-31.");
        return null;
    }

    public FieldReader? Object(string field, IReadOnlyCollection<string>? valid = null)
    {
        if (Given(field) is not { } found)
        {
            return null;
        }

        if (found.ValueKind != JsonValueKind.Object)
        {
            Wrong($"'{prefix}{field}' is {JsonWord.Of(found)}; it must be an object.");
            return null;
        }

        var reader = new FieldReader(found, $"{prefix}{field}.", place, problems);
        if (valid is not null)
        {
            reader.AllowOnly(valid, valid);
        }

        return reader;
    }

    public IEnumerable<JsonProperty> Properties() => value.EnumerateObject();

    /// <summary>Why a text cannot be a name, or null when it can.</summary>
    public static string? NameFault(string text) => text switch
    {
        "" => "is empty.",
        { Length: > LongestName } => string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters; at most {LongestName} are allowed."),
        _ when text.Any(char.IsControl) => "has control characters. Remove them.",
        _ => null,
    };

    private JsonElement? Given(string field, bool isNullable = true) =>
        value.TryGetProperty(field, out var found) && !(isNullable && found.ValueKind == JsonValueKind.Null) ? found : null;

    private void Report(string code, string message) => problems.Add(new Diagnostic(code, Severity.Error, message, place));
}
