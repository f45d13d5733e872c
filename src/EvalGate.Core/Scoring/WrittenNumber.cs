using System.Globalization;
using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Reads the last number of a text as people write it.</summary>
/// <remarks>
/// Thousands are groups of three digits behind one to three digits, separated by spaces, apostrophes, commas or points: <c>1 234</c>,
/// <c>1,234.5</c>, <c>1.234,5</c>. A single comma or point is decimal, except that <c>1,234</c> is a thousand and <c>0,125</c> is not.
/// A minus counts where no letter or digit stands before it: <c>3-5</c> ends in 5.
/// </remarks>
internal static class WrittenNumber
{
    private static readonly Regex Digits = BoundedRegex.Of(@"(?<digits>[0-9]+(?:[.,'’ \u00A0\u202F][0-9]+)*)(?<exponent>[eE][-+]?[0-9]+)?");
    private static readonly Regex Spaced = BoundedRegex.Of(@"^[0-9]{1,3}(?:[^0-9.,][0-9]{3})+(?:[.,][0-9]+)?$");
    private static readonly Regex CommaThousands = BoundedRegex.Of(@"^[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?$");
    private static readonly Regex PointThousands = BoundedRegex.Of(@"^[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})$");

    /// <summary>The number; null when the text has none.</summary>
    public static double? Last(string text)
    {
        if (Digits.Matches(text) is not [.., var last])
        {
            return null;
        }

        var digits = last.Groups["digits"].Value;
        var whole = Spaced.IsMatch(digits) ? digits : digits.Split('\'', '’', ' ', '\u00A0', '\u202F')[^1];
        var isNegative = whole.Length == digits.Length && IsMinus(text, last.Index - 1);
        var number = double.Parse(Plain(whole) + last.Groups["exponent"].Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        return isNegative ? -number : number;
    }

    private static bool IsMinus(string text, int at) =>
        at >= 0 && text[at] is '-' or '\u2212' && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private static string Plain(string written)
    {
        var text = string.Concat(written.Where(c => char.IsAsciiDigit(c) || c is '.' or ','));
        if (CommaThousands.IsMatch(text))
        {
            return text.Replace(",", "", StringComparison.Ordinal);
        }

        if (PointThousands.IsMatch(text))
        {
            return text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        }

        var parts = text.Split('.', ',');
        return parts.Length <= 2 ? string.Join('.', parts) : parts[^1];
    }
}
