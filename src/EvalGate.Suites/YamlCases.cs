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
        var items = Items(Document.Read(text, problems), problems);
        var values = items.Select(i => (Element(i, problems), problems.At(i) with { Column = 0 })).ToArray();
        return new(values, problems.All);
    }

    private static IReadOnlyList<Node> Items(Node? root, Problems problems)
    {
        if (root is Sequence { Items: { Count: > 0 } items })
        {
            return items;
        }

        if (root is not (null or Sequence or Scalar { IsNull: true }))
        {
            problems.Add(DiagnosticCodes.WrongValue, root, $"a cases file is a list of cases (- id: …), found {root.Kind}.");
        }
        else if (!problems.HasErrors)
        {
            problems.Add(DiagnosticCodes.NoCases, 0, 0, "the file has no cases. A case is an item of a list: - { id: greeting, input: Hello }.");
        }

        return [];
    }

    private static JsonElement Element(Node node, Problems problems) => JsonSerializer.SerializeToElement(Json(node, problems));

    private static JsonNode? Json(Node node, Problems problems) => node switch
    {
        Map map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Json(e.Value, problems)))),
        Sequence list => new JsonArray([.. list.Items.Select(i => Json(i, problems))]),
        Scalar { IsPlain: true } plain => PlainValue(plain, problems),
        Scalar quoted => JsonValue.Create(quoted.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Unknown node."),
    };

    /// <summary>The core schema of YAML 1.2, except that <c>007</c> and <c>0x1F</c> stay texts: they are ids. <c>no</c>, <c>on</c> and dates are texts there too.</summary>
    private static JsonNode? PlainValue(Scalar plain, Problems problems)
    {
        switch (plain.Text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return null;
            case "true" or "True" or "TRUE":
                return JsonValue.Create(true);
            case "false" or "False" or "FALSE":
                return JsonValue.Create(false);
        }

        if (NotFinite().IsMatch(plain.Text))
        {
            problems.Add(DiagnosticCodes.WrongValue, plain, $"{plain.Kind} is no number that can be compared. Leave the value out, or quote it when a text is meant.");
        }

        return Number().Match(plain.Text) is { Success: true } number ? Written(number) : JsonValue.Create(plain.Text);
    }

    /// <summary>A number keeps its digits; JSON wants one on both sides of a point and no plus sign.</summary>
    private static JsonNode? Written(Match number)
    {
        var (whole, fraction) = (number.Groups["whole"].Value, number.Groups["fraction"].Value);
        return JsonNode.Parse($"{number.Groups["minus"]}{(whole.Length == 0 ? "0" : whole)}{(fraction.Length == 0 ? "" : "." + fraction)}{number.Groups["exponent"]}");
    }

    [GeneratedRegex(@"^[-+]?\.(inf|Inf|INF)\z|^\.(nan|NaN|NAN)\z")]
    private static partial Regex NotFinite();

    [GeneratedRegex(@"^(\+|(?<minus>-))?((?<whole>0|[1-9][0-9]*)(\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>[eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
