using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Snapshots;

/// <summary>What can be counted in a text, whatever its wording: what must not change unseen when a model writes the same thing in other words.</summary>
public sealed record TextFacts
{
    /// <summary>Longer texts are looked at as far as this.</summary>
    private const int Longest = 100_000;

    private static readonly Regex Link = BoundedRegex.Of(@"https?://[^\s<>()\[\]""']{1,500}");
    private static readonly Regex Citation = BoundedRegex.Of(@"\[[^\[\]\n]{1,60}\]|【[^】\n]{1,60}】");
    private static readonly Regex Date = BoundedRegex.Of(@"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+Z-]+)?|[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{4}|[0-9]{2})");
    private static readonly Regex Number = BoundedRegex.Of(@"[0-9]+(?:[.,:'’][0-9]+)*%?");

    /// <summary>Whole words that negate or name a month, by language: en, de, fr, es, it, nl, pt.</summary>
    private static readonly HashSet<string> Negative = Set(
        "not no never none nothing cannot without nicht nie niemals kein keine keinen keinem keiner keines nichts ohne ne pas jamais aucun aucune rien sans nunca jamás ningún ninguna nada sin non mai nessun nessuna senza niet geen nooit niets zonder não nenhum nenhuma sem");

    private static readonly HashSet<string> Months = Set(
        "january february march april june july august september october november december januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");

    /// <summary>Numbers as written, sorted; those inside dates and links are not counted twice.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>Dates and names of months, sorted.</summary>
    public required IReadOnlyList<string> Dates { get; init; }

    /// <summary>Links, sorted.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>What stands in square brackets, sorted.</summary>
    public required IReadOnlyList<string> Citations { get; init; }

    /// <summary>How many words negate.</summary>
    public required int Negations { get; init; }

    /// <summary>Whether the text declines to answer.</summary>
    public required bool IsRefusal { get; init; }

    /// <summary>The language, as far as its small words tell: <c>en</c>, <c>de</c>, <c>fr</c>, <c>es</c>, <c>it</c>, <c>nl</c>, <c>pt</c>, or <c>?</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The length in words, in steps of four: <c>0</c>, <c>1-9</c>, <c>10-39</c>, <c>40-159</c> and so on.</summary>
    public required string Length { get; init; }

    /// <summary>Reads the facts of a text.</summary>
    /// <param name="text">Any text; of a very long one, its first hundred thousand characters.</param>
    public static TextFacts Of(string text)
    {
        var looked = text.Length <= Longest ? text : text[..Longest];
        var (links, rest) = Take(Link, looked);
        var (citations, uncited) = Take(Citation, rest);
        var (dates, undated) = Take(Date, uncited);
        var words = WordSplitter.Words(looked).Select(w => w.ToLowerInvariant()).ToArray();
        return new()
        {
            Links = [.. links.Select(l => l.TrimEnd('.', ',', ';', ':', '!', '?')).Order(StringComparer.Ordinal)],
            Citations = citations,
            Dates = [.. dates.Concat(words.Where(Months.Contains)).Order(StringComparer.Ordinal)],
            Numbers = Take(Number, undated).Found,
            Negations = words.Count(w => Negative.Contains(w) || w.EndsWith("n't", StringComparison.Ordinal) || w.EndsWith("n’t", StringComparison.Ordinal)),
            IsRefusal = RefusalText.Declines(looked),
            Language = SmallWords.LanguageOf(words),
            Length = Band(words.Length),
        };
    }

    /// <summary>The facts as JSON, in the order of their names.</summary>
    public JsonElement ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Write(json, "citations", Citations);
            Write(json, "dates", Dates);
            json.WriteString("language", Language);
            json.WriteString("length", Length);
            Write(json, "links", Links);
            json.WriteNumber("negations", Negations);
            Write(json, "numbers", Numbers);
            json.WriteBoolean("refusal", IsRefusal);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    /// <summary>Whether two texts have the same facts.</summary>
    /// <param name="other">Other facts.</param>
    public bool Equals(TextFacts? other) => other is not null && CanonicalJson.Text(ToJson()) == CanonicalJson.Text(other.ToJson());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Negations, Numbers.Count, Language, IsRefusal);

    private static (IReadOnlyList<string> Found, string Remaining) Take(Regex pattern, string text)
    {
        var found = pattern.Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal).ToArray();
        return (found, found.Length == 0 ? text : pattern.Replace(text, " "));
    }

    private static string Band(int words)
    {
        if (words == 0)
        {
            return "0";
        }

        var (from, to) = (1, 10);
        while (words >= to)
        {
            (from, to) = (to, to * 4);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{from}-{to - 1}");
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
