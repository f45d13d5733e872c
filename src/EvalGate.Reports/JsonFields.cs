using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Reports;

/// <summary>The fields of an object in <c>verdict.json</c>; one that is missing or of another kind throws what <see cref="VerdictReader"/> catches.</summary>
internal static class JsonFields
{
    public static string Text(this JsonElement of, string name) => of.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");

    public static string? TextOrNull(this JsonElement of, string name) => of.GetProperty(name).GetString();

    public static int Integer(this JsonElement of, string name) => of.GetProperty(name).GetInt32();

    public static bool Flag(this JsonElement of, string name) => of.GetProperty(name).GetBoolean();

    public static double? NumberOrNull(this JsonElement of, string name) => of.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetDouble() : null;

    public static int? IntegerOrNull(this JsonElement of, string name) =>
        of.TryGetProperty(name, out var number) && number.ValueKind != JsonValueKind.Null ? number.GetInt32() : null;

    public static long? LongOrNull(this JsonElement of, string name) => of.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetInt64() : null;

    public static IReadOnlyList<string> Texts(this JsonElement of, string name) =>
        [.. of.GetProperty(name).EnumerateArray().Select(t => t.GetString() ?? throw new FormatException($"'{name}' holds null"))];

    public static IReadOnlyList<T> List<T>(this JsonElement of, string name, Func<JsonElement, T> read) => [.. of.GetProperty(name).EnumerateArray().Select(read)];

    /// <summary>One of the words of an enumeration, as <c>snake_case</c>.</summary>
    public static T Word<T>(this JsonElement of, string name)
        where T : struct, Enum
    {
        var word = of.Text(name);
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()) == word)
            {
                return value;
            }
        }

        throw new FormatException($"'{name}' is none of its words");
    }

    public static Slice Slice(this JsonElement of) =>
        new(of.GetProperty("slice").EnumerateObject().Select(p => new SlicePair(p.Name, p.Value.GetString() ?? throw new FormatException("a slice has no value"))));

    public static SourcePlace Place(this JsonElement of) => new(of.Text("file"), of.Integer("line"), of.Integer("column"));

    public static Tolerance Tolerance(this JsonElement of, string name)
    {
        var tolerance = of.GetProperty(name);
        return new(tolerance.GetProperty("value").GetDecimal(), tolerance.Flag("relative"));
    }
}
