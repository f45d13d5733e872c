using System.Runtime.InteropServices;

namespace EvalGate.Files;

/// <summary>One line of a stream. The bytes are valid until the next line is read.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Without line end and without byte order mark; empty for a line that is too long.</param>
/// <param name="IsTerminated">False for a tail without <c>\n</c>.</param>
/// <param name="IsTooLong">True when the line was longer than the reader's bound and was skipped.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Line(int Number, ReadOnlyMemory<byte> Bytes, bool IsTerminated, bool IsTooLong)
{
    public bool IsBlank => !IsTooLong && Bytes.Span.IndexOfAnyExcept(" \t\r"u8) < 0;
}

/// <summary>Splits a stream at <c>\n</c> without ever holding more than one line of bounded length.</summary>
internal sealed class LineReader(Stream stream, int longest)
{
    private const int Chunk = 64 * 1024;
    private byte[] _buffer = new byte[Chunk];
    private int _start;
    private int _end;
    private int _number;

    /// <summary>The next line, or null at the end. A stream that ends with <c>\n</c> has no empty line behind it.</summary>
    public Line? Next()
    {
        var tooLong = false;
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Take(searched + found, isTerminated: true, tooLong);
            }

            searched = _end - _start;
            if (searched > longest)
            {
                tooLong = true;
                _start = _end = searched = 0;
            }

            if (!Fill())
            {
                return searched == 0 && !tooLong ? null : Take(searched, isTerminated: false, tooLong);
            }
        }
    }

    private Line Take(int length, bool isTerminated, bool tooLong)
    {
        var bytes = _buffer.AsMemory(_start, length);
        _start += length + (isTerminated ? 1 : 0);
        _number++;
        if (_number == 1 && bytes.Span.StartsWith(Utf8Text.ByteOrderMark))
        {
            bytes = bytes[Utf8Text.ByteOrderMark.Length..];
        }

        tooLong |= length > longest;
        return new Line(_number, tooLong ? default : bytes, isTerminated, tooLong);
    }

    private bool Fill()
    {
        if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        var kept = _end - _start;
        var target = kept > _buffer.Length / 2 ? new byte[Math.Min(_buffer.Length * 2L, longest + (2L * Chunk))] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, kept);
    }
}
