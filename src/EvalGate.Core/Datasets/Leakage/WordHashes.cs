using System.Buffers;
using System.Globalization;
using System.Text;

namespace EvalGate.Datasets;

/// <summary>What a reader of words is told.</summary>
internal interface IWordSink
{
    /// <summary>A word ended.</summary>
    void Word(ulong hash, long start, long end, int line);

    /// <summary>A line ended.</summary>
    void LineEnd();
}

/// <summary>Cuts UTF-8 into words without regard to case, in one pass and without keeping any: a word is a hash.</summary>
/// <remarks>Letters and digits make words, everything else parts them; each ideograph is a word. In JSON, escapes are read as what they stand for.</remarks>
/// <typeparam name="TSink">A structure, so that calls are direct.</typeparam>
internal sealed class WordHashes<TSink>(TSink sink, bool isJson)
    where TSink : struct, IWordSink
{
    private const ulong Factor = 0x9E3779B97F4A7C15;
    private const ulong Basis = 0xCBF29CE484222325;
    private const byte Parts = 0;
    private const byte Newline = 1;
    private const byte Special = 2;
    private const int EscapeLength = 6;

    private readonly byte[] _classes = Classes(isJson);
    private ulong _hash = Basis;
    private ulong _block;
    private int _filled;
    private long _start = -1;
    private long _offset;
    private int _line = 1;

    /// <summary>Reads the next bytes.</summary>
    /// <param name="bytes">UTF-8; a character or an escape at the end may be cut.</param>
    /// <param name="isLast">Whether nothing follows.</param>
    /// <returns>How many bytes were read; the others come again in front of the next ones.</returns>
    public int Feed(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            at += ReadLetters(bytes[at..], _offset + at);
            if (at == bytes.Length)
            {
                break;
            }

            var length = ReadOther(bytes[at..], _offset + at, isLast);
            if (length == 0)
            {
                break;
            }

            at += length;
        }

        _offset += at;
        if (isLast)
        {
            End(_offset);
        }

        return at;
    }

    /// <summary>ASCII letters and digits, in lower case: eight of them are mixed at once.</summary>
    private int ReadLetters(ReadOnlySpan<byte> bytes, long offset)
    {
        var (block, filled, at) = (_block, _filled, 0);
        ReadOnlySpan<byte> classes = _classes;
        for (; at < bytes.Length; at++)
        {
            var folded = classes[bytes[at]];
            if (folded <= Special)
            {
                break;
            }

            block = (block << 8) | folded;
            if (++filled == sizeof(ulong))
            {
                _hash = Mixed(_hash, block);
                (block, filled) = (0, 0);
            }
        }

        (_block, _filled) = (block, filled);
        _start = at > 0 && _start < 0 ? offset : _start;
        return at;
    }

    private int ReadOther(ReadOnlySpan<byte> bytes, long offset, bool isLast)
    {
        var kind = _classes[bytes[0]];
        if (kind == Special)
        {
            return ReadSpecial(bytes, offset, isLast);
        }

        End(offset);
        if (kind == Newline)
        {
            _line++;
            sink.LineEnd();
        }

        return 1;
    }

    private void End(long offset)
    {
        if (_start >= 0)
        {
            sink.Word(Mixed(_hash, _block), _start, offset, _line);
            (_hash, _block, _filled, _start) = (Basis, 0, 0, -1);
        }
    }

    private static ulong Mixed(ulong hash, ulong block)
    {
        var mixed = (hash ^ block) * Factor;
        return mixed ^ (mixed >> 32);
    }

    /// <summary>A character beyond ASCII, or an escape of JSON.</summary>
    private int ReadSpecial(ReadOnlySpan<byte> bytes, long offset, bool isLast)
    {
        if (bytes[0] == '\\')
        {
            return ReadEscape(bytes, offset, isLast);
        }

        if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == OperationStatus.NeedMoreData && !isLast)
        {
            return 0;
        }

        Add(rune, offset, length);
        return length;
    }

    private int ReadEscape(ReadOnlySpan<byte> bytes, long offset, bool isLast)
    {
        if (bytes.Length < EscapeLength && !isLast)
        {
            return 0;
        }

        if (bytes.Length >= EscapeLength && bytes[1] == 'u' && ushort.TryParse(bytes[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.TryCreate((char)code, out var rune))
        {
            Add(rune, offset, EscapeLength);
            return EscapeLength;
        }

        End(offset);
        return Math.Min(2, bytes.Length);
    }

    private void Add(Rune rune, long offset, int length)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (!Rune.IsLetterOrDigit(rune) && category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
        {
            End(offset);
            return;
        }

        var isIdeograph = category == UnicodeCategory.OtherLetter && rune.Value >= 0x3040;
        if (isIdeograph)
        {
            End(offset);
        }

        _start = _start < 0 ? offset : _start;
        Append((uint)Rune.ToLowerInvariant(rune).Value);
        if (isIdeograph)
        {
            End(offset + length);
        }
    }

    // What an escape stands for is mixed as if it stood there itself.
    private void Append(uint letter)
    {
        if (letter >= 128)
        {
            _hash = Mixed(Mixed(_hash, _block), letter);
            (_block, _filled) = (0, 0);
        }
        else
        {
            _block = (_block << 8) | letter;
            _filled++;
        }

        if (_filled == sizeof(ulong))
        {
            _hash = Mixed(_hash, _block);
            (_block, _filled) = (0, 0);
        }
    }

    private static byte[] Classes(bool isJson)
    {
        var classes = new byte[256];
        for (var b = 0; b < classes.Length; b++)
        {
            classes[b] = b switch
            {
                '\n' => Newline,
                '\\' when isJson => Special,
                >= 128 => Special,
                _ when char.IsAsciiLetterOrDigit((char)b) => (byte)char.ToLowerInvariant((char)b),
                _ => Parts,
            };
        }

        return classes;
    }
}
