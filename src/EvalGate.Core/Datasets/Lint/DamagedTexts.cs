using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>Texts that are empty, were cut off, lost characters, or mix alphabets inside a word.</summary>
internal static partial class DamagedTexts
{
    /// <summary>Lengths at which databases and forms cut texts off.</summary>
    private static readonly HashSet<int> Limits = [255, 256, 500, 511, 512, 1000, 1023, 1024, 2000, 2047, 2048, 4000, 4095, 4096];

    public static IEnumerable<Diagnostic> Find(LintInput input) =>
        input.Active.SelectMany(c => IsEmpty(c)
            ? [new(DiagnosticCodes.EmptyText, Severity.Warning, $"case '{ShownText.Of(c.Id)}' has an input without any text. Fill it in, or retire the case.", c.Place)]
            : TextLeaf.OfInput(c).Concat(TextLeaf.OfExpected(c)).SelectMany(l => OfText(c, l)));

    private static bool IsEmpty(Case @case)
    {
        TextLeaf[] leaves = [.. TextLeaf.OfInput(@case)];
        return leaves.Length > 0 && leaves.All(l => string.IsNullOrWhiteSpace(l.Text));
    }

    private static IEnumerable<Diagnostic> OfText(Case @case, TextLeaf leaf)
    {
        var where = $"case '{ShownText.Of(@case.Id)}': {ShownText.Of(leaf.Path)}";
        if (WhyTruncated(leaf.Text) is { } reason)
        {
            yield return new(DiagnosticCodes.TruncatedText, Severity.Warning, $"{where} {reason}. Restore it from its source, or retire the case.", @case.Place);
        }

        if (WordSplitter.Words(leaf.Text).FirstOrDefault(MixesAlphabets) is { } word)
        {
            yield return new(DiagnosticCodes.MixedScripts, Severity.Warning, $"{where} has the word '{ShownText.Of(word)}', which mixes Latin with look-alike letters ({Alphabets(word)}). Write it in one alphabet.", @case.Place);
        }
        else if (Invisible().Match(leaf.Text) is { Success: true } match)
        {
            yield return new(DiagnosticCodes.MixedScripts, Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"{where} has the invisible character U+{(int)match.Value[0]:X4}. Remove it, unless it is what the case is about."), @case.Place);
        }
    }

    private static string? WhyTruncated(string text) => text switch
    {
        _ when text.Contains('\uFFFD', StringComparison.Ordinal) => "has lost characters (U+FFFD)",
        _ when Limits.Contains(text.Length) && char.IsLetter(text[^1]) => string.Create(CultureInfo.InvariantCulture, $"ends inside a sentence after exactly {text.Length} characters, as a cut-off text does"),
        _ when CutMark().IsMatch(text) => "ends in a mark that it was cut off",
        _ => null,
    };

    private static bool MixesAlphabets(string word) => Alphabets(word).Contains("Latin and", StringComparison.Ordinal);

    private static string Alphabets(string word)
    {
        var (latin, cyrillic, greek) = (false, false, false);
        foreach (var rune in word.EnumerateRunes().Where(Rune.IsLetter))
        {
            latin |= rune.Value is < 0x250;
            greek |= rune.Value is >= 0x370 and < 0x400 and not 0x3BC;
            cyrillic |= rune.Value is >= 0x400 and < 0x530;
        }

        return latin && (greek || cyrillic) ? $"Latin and {(cyrillic ? "Cyrillic" : "Greek")}" : "";
    }

    [GeneratedRegex(@"(\[(truncated|cut off|…|\.\.\.)\]|\(truncated\)|<truncated>)\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CutMark();

    // Joiners stay: emoji and several scripts need them.
    [GeneratedRegex(@"[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]")]
    private static partial Regex Invisible();
}
