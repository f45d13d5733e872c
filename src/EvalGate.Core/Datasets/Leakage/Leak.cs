using System.Text.Encodings.Web;

namespace EvalGate.Datasets;

/// <summary>How a sought text was found.</summary>
public enum LeakKind
{
    /// <summary>Character by character.</summary>
    Verbatim,

    /// <summary>All words in order; case, signs or white space differ.</summary>
    Normalised,

    /// <summary>Most words, with edits between.</summary>
    NearDuplicate,

    /// <summary>A long run of words.</summary>
    Span,

    /// <summary>The canary: somebody copied an eval file.</summary>
    Canary,
}

/// <summary>A sought text that was found where it must not be.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">How.</param>
/// <param name="File">Where, with forward slashes.</param>
/// <param name="Line">Line of the first word.</param>
public sealed record Leak(SoughtText Text, LeakKind Kind, string File, int Line)
{
    /// <summary>What stands there, from the first word to the last.</summary>
    public required string Excerpt { get; init; }

    /// <summary>The longest run of the text's words.</summary>
    public required int Longest { get; init; }

    /// <summary>The share of the text's words that stand there, from 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>Says what a match is.</summary>
    /// <param name="index">What was sought.</param>
    /// <param name="match">What was found.</param>
    /// <param name="file">In which file.</param>
    /// <param name="excerpt">What stands there.</param>
    public static Leak Of(LeakIndex index, LeakMatch match, string file, string excerpt)
    {
        var (text, length) = (index.Texts[match.Text], index.Lengths[match.Text]);
        var share = (double)match.Covered / length;
        var kind = text.IsCanary ? LeakKind.Canary
            : match.Longest >= length ? Holds(excerpt, text.Text) ? LeakKind.Verbatim : LeakKind.Normalised
            : share >= index.Settings.Copied ? LeakKind.NearDuplicate
            : LeakKind.Span;
        return new(text, kind, file, match.Line) { Excerpt = excerpt, Longest = match.Longest, Coverage = share };
    }

    /// <summary>Whether the text stands there from its first letter to its last, as it is or as JSON writes it.</summary>
    private static bool Holds(string excerpt, string text)
    {
        var (first, last) = (text.AsSpan().IndexOfAny(LettersOf(text)), text.AsSpan().LastIndexOfAny(LettersOf(text)));
        var core = text[first..(last + 1)];
        return new[] { core, JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(core), JavaScriptEncoder.Default.Encode(core) }
            .Any(written => excerpt.Contains(written, StringComparison.Ordinal));
    }

    private static char[] LettersOf(string text) => [.. text.Where(char.IsLetterOrDigit).Distinct()];
}
