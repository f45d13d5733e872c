using System.Buffers;
using System.Text;

namespace EvalGate.Files;

/// <summary>What bytes say about their encoding, and where in a text a byte is.</summary>
internal static class Utf8Text
{
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether a file is UTF-16; without byte order mark it shows as zero bytes, which text never has.</summary>
    public static bool IsUtf16(ReadOnlySpan<byte> start) =>
        start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || start[..Math.Min(start.Length, 4)].Contains((byte)0);

    /// <summary>The column of a byte, from 1, as editors count: in UTF-16 code units.</summary>
    public static int Column(ReadOnlySpan<byte> line, int offset) => Encoding.UTF8.GetCharCount(line[..Math.Min(offset, line.Length)]) + 1;

    /// <summary>The first byte that is no UTF-8.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> line)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(line[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }
}
