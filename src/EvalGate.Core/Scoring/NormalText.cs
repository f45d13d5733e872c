using System.Text;

namespace EvalGate.Scoring;

/// <summary>Text in Unicode NFC, so that é is é, whether written as one character or as two.</summary>
internal static class NormalText
{
    /// <summary>The text in NFC; as it is when it holds unpaired surrogates, which have no normal form.</summary>
    public static string Of(string text) =>
        Ascii.IsValid(text) || text.EnumerateRunes().Contains(Rune.ReplacementChar) ? text : text.Normalize(NormalizationForm.FormC);
}
