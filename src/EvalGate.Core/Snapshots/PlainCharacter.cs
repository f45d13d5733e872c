using System.Text;

namespace EvalGate.Snapshots;

/// <summary>What may stand in a text file without hiding anything from who reads it.</summary>
internal static class PlainCharacter
{
    public static bool IsPlain(Rune rune) => rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || IsHidden(rune.Value));

    private static bool IsHidden(int value) => value is
        0x061C or 0x200E or 0x200F or 0x2028 or 0x2029 or 0xFEFF or 0xFFFD
        or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
