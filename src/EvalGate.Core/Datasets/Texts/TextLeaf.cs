using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>One text inside a JSON value.</summary>
/// <param name="Path">Where it is, such as <c>input.question</c>.</param>
/// <param name="Text">What it says.</param>
public sealed record TextLeaf(string Path, string Text)
{
    /// <summary>Fewer words than this are a label, an id or a date, not something a person wrote.</summary>
    private const int ProseWords = 2;

    /// <summary>True for what a person wrote; false for labels, ids and dates.</summary>
    public bool IsProse => WordSplitter.Count(Text) >= ProseWords && !(Text[0] is >= '0' and <= '9' && DateTimeOffset.TryParse(Text, CultureInfo.InvariantCulture, out _));

    /// <summary>All texts of a value, in the order written.</summary>
    /// <param name="value">Any value; an undefined one has none.</param>
    /// <param name="path">What the value is called.</param>
    public static IEnumerable<TextLeaf> Of(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => [new(path, value.GetString()!)],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Of(p.Value, $"{path}.{p.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((v, i) => Of(v, string.Create(CultureInfo.InvariantCulture, $"{path}.{i}"))),
        _ => [],
    };

    /// <summary>The texts of a case's input.</summary>
    /// <param name="case">A case.</param>
    public static IEnumerable<TextLeaf> OfInput(Case @case) => Of(@case.Input, "input");

    /// <summary>The texts of a case's expected value.</summary>
    /// <param name="case">A case.</param>
    public static IEnumerable<TextLeaf> OfExpected(Case @case) => Of(@case.Expected, "expected");

    /// <summary>What a person wrote in the input as one text; everything in it where no text is prose.</summary>
    /// <param name="input">The input of a case, or of a request.</param>
    public static string Prose(JsonElement input)
    {
        var leaves = Of(input, "input").ToArray();
        var prose = leaves.Where(l => l.IsProse).Select(l => l.Text).ToArray();
        return prose.Length > 0 ? string.Join('\n', prose) : string.Join('\n', leaves.Select(l => l.Text));
    }
}
