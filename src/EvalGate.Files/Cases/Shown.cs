using System.Text.Json;

namespace EvalGate.Files;

/// <summary>How what the user wrote is shown in a message.</summary>
internal static class Shown
{
    private const int Longest = 60;
    private const int FarthestWord = 3;

    /// <summary>One line of bounded length, whatever stands in the text.</summary>
    public static string Text(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
    }

    public static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number when !double.IsFinite(value.GetDouble()) => "a number too large",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };

    /// <summary>The valid word that a typing error most likely meant, or null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> valid)
    {
        var lower = word.Length > Longest ? "" : word.ToLowerInvariant();
        var (best, distance) = valid.Select(v => (v, Distance(lower, v))).MinBy(p => p.Item2);
        return distance <= Math.Min(FarthestWord, best.Length / 2) ? best : null;
    }

    // Levenshtein distance, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
