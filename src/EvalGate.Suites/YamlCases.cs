using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites;

/// <summary>Reads hand-written cases (<c>*.cases.yaml</c>) into the values that JSON Lines would hold.</summary>
public static partial class YamlCases
{
    /// <summary>Reads a list of cases.</summary>
    /// <param name="text">The file's text; any text at all.</param>
    /// <param name="file">Its path relative to the project folder, for diagnostics.</param>
    /// <returns>One value per item of the list; whether it is a case is for the reader of cases to say.</returns>
    public static CaseValues Read(string text, string file)
    {
        var problems = new Problems(file);
        var root = Document.Read(text, problems);
        if (root is not null and not Sequence)
        {
            problems.Add(DiagnosticCodes.WrongValue, root, $"a cases file is a list of cases (- id: …), found {root.Kind}.");
        }

        var values = (root as Sequence)?.Items.Select(i => (Element(i), problems.At(i) with { Column = 0 })).ToArray() ?? [];
        return new(values, problems.All);
    }

    private static JsonElement Element(Node node) => JsonSerializer.SerializeToElement(Json(node));

    private static JsonNode? Json(Node node) => node switch
    {
        Map map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(Safe(e.Key.Text), Json(e.Value)))),
        Sequence list => new JsonArray([.. list.Items.Select(Json)]),
        Scalar { IsPlain: true } plain => PlainValue(plain.Text),
        Scalar quoted => JsonValue.Create(Safe(quoted.Text)),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Unknown node."),
    };

    /// <summary>The core schema of YAML 1.2: <c>no</c> and <c>on</c> are texts, and so are dates.</summary>
    private static JsonValue? PlainValue(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when Real().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => JsonValue.Create(real),
        _ => JsonValue.Create(Safe(text)),
    };

    /// <summary>JSON has no unpaired surrogates.</summary>
    private static string Safe(string text) => string.Concat(text.EnumerateRunes());

    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)$")]
    private static partial Regex Integer();

    [GeneratedRegex("^[-+]?(\\.[0-9]+|(0|[1-9][0-9]*)(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Real();
}
