using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Suites.Yaml;

/// <summary>Finds characters that a parser and a person see differently: a file that ends early for the parser alone would hide its gate.</summary>
internal static class ForbiddenCharacter
{
    /// <summary>Reports the first such character.</summary>
    /// <returns>True when there is one.</returns>
    public static bool IsIn(string text, Problems problems)
    {
        for (var (i, line, start) = (0, 1, 0); i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && text.AsSpan(i + 1) is not ['\n', ..]))
            {
                (line, start) = (line + 1, i + 1);
            }
            else if (IsForbidden(text, i))
            {
                problems.Add(text[i] is '\uFFFD' or '\0' ? DiagnosticCodes.NotUtf8 : DiagnosticCodes.InvalidYaml, line, i - start + 1, Message(text[i]));
                return true;
            }
        }

        return false;
    }

    private static bool IsForbidden(string text, int i) => text[i] switch
    {
        '\t' or '\r' => false,
        // Line ends for some parsers and none for others.
        '\u0085' or '\u2028' or '\u2029' => true,
        '\uFFFD' or '\uFFFE' or '\uFFFF' => true,
        var c when char.IsHighSurrogate(c) => i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]),
        var c when char.IsLowSurrogate(c) => i == 0 || !char.IsHighSurrogate(text[i - 1]),
        var c => char.IsControl(c),
    };

    private static string Message(char c) => c switch
    {
        '\uFFFD' => "this character is not UTF-8. Save the file as UTF-8.",
        '\0' => "the file holds a zero byte, as UTF-16 does. Save the file as UTF-8.",
        _ when char.IsSurrogate(c) => "here is half of a surrogate pair, which is no character. Remove it.",
        _ => string.Create(CultureInfo.InvariantCulture, $"here is the invisible character U+{(int)c:X4}. Remove it, or write \"\\u{(int)c:x4}\" in double quotes."),
    };
}
