namespace EvalGate.Datasets;

/// <summary>Numbers that carry their own proof.</summary>
internal static class Checksums
{
    /// <summary>Luhn's sum (ISO/IEC 7812) of 13 to 19 digits, not all the same.</summary>
    public static bool IsCard(string text)
    {
        int[] digits = [.. text.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse()];
        var sum = digits.Select((d, i) => i % 2 == 0 ? d : (2 * d) - (d > 4 ? 9 : 0)).Sum();
        return digits.Length is >= 13 and <= 19 && digits.Distinct().Count() > 1 && sum % 10 == 0;
    }

    /// <summary>Modulo 97 (ISO 13616).</summary>
    public static bool IsIban(string text)
    {
        var number = text.Replace(" ", "", StringComparison.Ordinal);
        var rest = 0;
        foreach (var c in number[4..] + number[..4])
        {
            rest = char.IsAsciiDigit(c) ? ((10 * rest) + c - '0') % 97 : ((100 * rest) + c - 'A' + 10) % 97;
        }

        return number.Length is >= 15 and <= 34 && rest == 1;
    }
}
