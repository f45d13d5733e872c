using System.Runtime.InteropServices;

namespace EvalGate.Files;

/// <summary>Why a CSV file cannot be read any further.</summary>
internal sealed record CsvFault(string Message, int Line, int Column);

/// <summary>Splits a stream into rows as RFC 4180 says, without ever holding more than one row of bounded length. Line ends may be <c>\n</c> or <c>\r\n</c>; empty lines are skipped.</summary>
internal sealed class CsvReader(Stream stream, char separator, int longest)
{
    private const int Chunk = 64 * 1024;
    private const int MostFields = 10_000;

    private readonly byte _separator = (byte)separator;
    private readonly List<Field> _fields = [];
    private byte[] _buffer = new byte[Chunk];
    private byte[] _scratch = [];
    private int _start;
    private int _next;
    private int _end;
    private int _line = 1;
    private bool _isAtEnd;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>How many fields the row has.</summary>
    public int Count => _fields.Count;

    /// <summary>The row as it stands in the file.</summary>
    public ReadOnlySpan<byte> Row => _buffer.AsSpan(_start.._next);

    /// <summary>Where the row starts, from 1.</summary>
    public int Line => _line;

    /// <summary>What stopped the reading; null when the file was read to its end.</summary>
    public CsvFault? Fault { get; private set; }

    /// <summary>Reads the next row; false at the end, and at a fault.</summary>
    public bool Next()
    {
        do
        {
            _line += Row.Count((byte)'\n');
            _start = _next;
            if (!ReadRow())
            {
                return false;
            }
        }
        while (_fields is [{ IsQuoted: false, Length: 0 }]);
        return true;
    }

    /// <summary>A field without its quotes; valid until the next call.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var field = _fields[index];
            var text = _buffer.AsSpan(_start + field.Offset, field.Length);
            return field.HasQuotes ? Unquoted(text) : text;
        }
    }

    /// <summary>Where a field of the row stands; a quoted one at its quote.</summary>
    public (int Line, int Column) Place(int index) => PlaceOf(_fields[index].Offset - (_fields[index].IsQuoted ? 1 : 0));

    /// <summary>Where a byte of the row stands.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        var before = _buffer.AsSpan(_start, offset);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (_line + before.Count((byte)'\n'), Utf8Text.Column(before[lineStart..], offset));
    }

    private bool ReadRow()
    {
        while (true)
        {
            if (Split() || Fault is not null)
            {
                return Fault is null && _next > _start;
            }

            if (_end - _start > longest)
            {
                Fault = new("The row is longer than 16 MB. Leave out what the comparison does not need, and look for a quote that is never closed.", _line, 0);
            }
            else
            {
                Fill();
            }
        }
    }

    /// <summary>Splits the row at the start of what is buffered; false when its end is not there yet.</summary>
    private bool Split()
    {
        _fields.Clear();
        var offset = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_start + offset, _end - _start - offset);
            if (FieldAt(rest, offset) is not { } field)
            {
                return false;
            }

            _fields.Add(field);
            offset = field.End;
            var ended = _start + offset == _end || _buffer[_start + offset] != _separator;
            if (ended)
            {
                _next = Math.Min(_end, _start + offset + 1);
                return true;
            }

            offset++;
            if (_fields.Count == MostFields)
            {
                Fail("The row has more than 10000 fields. Leave out what the comparison does not need.", 0);
                return false;
            }
        }
    }

    private Field? FieldAt(ReadOnlySpan<byte> rest, int offset)
    {
        if (rest.StartsWith("\""u8))
        {
            return Quoted(rest, offset);
        }

        var end = rest.IndexOfAny(_separator, (byte)'\n', (byte)'"');
        if (end >= 0 && rest[end] == '"')
        {
            Fail("A quote stands inside a field that does not start with one. Put the whole field into quotes, and write quotes inside it twice.", offset + end);
            return null;
        }

        if (end < 0 && !_isAtEnd)
        {
            return null;
        }

        end = end < 0 ? rest.Length : end;
        var length = end > 0 && rest[end - 1] == '\r' && (end == rest.Length || rest[end] == '\n') ? end - 1 : end;
        return new(offset, length, offset + end, IsQuoted: false, HasQuotes: false);
    }

    private Field? Quoted(ReadOnlySpan<byte> rest, int offset)
    {
        var at = 1;
        var hasQuotes = false;
        while (true)
        {
            var quote = rest[at..].IndexOf((byte)'"');
            if (quote < 0)
            {
                if (_isAtEnd)
                {
                    Fail("The quote that starts here is never closed.", offset);
                }

                return null;
            }

            at += quote + 1;
            if (at == rest.Length || rest[at] != '"')
            {
                return Closed(rest, offset, at, hasQuotes);
            }

            hasQuotes = true;
            at++;
        }
    }

    /// <summary>A quoted field whose closing quote stands before <paramref name="at"/>: what follows must be a separator or the end of the row.</summary>
    private Field? Closed(ReadOnlySpan<byte> rest, int offset, int at, bool hasQuotes)
    {
        var behind = rest[at..];
        if (behind.Length < 2 && !_isAtEnd)
        {
            return null;
        }

        var skip = behind.StartsWith("\r\n"u8) || behind.SequenceEqual("\r"u8) ? 1 : 0;
        if (skip == 0 && !behind.IsEmpty && behind[0] != _separator && behind[0] != '\n')
        {
            Fail("Text stands behind a closing quote. Write quotes inside a field twice.", offset + at);
            return null;
        }

        return new(offset + 1, at - 2, offset + at + skip, IsQuoted: true, hasQuotes);
    }

    private void Fail(string message, int offset)
    {
        var (line, column) = PlaceOf(offset);
        Fault = new(message, line, column);
    }

    private ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> text)
    {
        if (_scratch.Length < text.Length)
        {
            _scratch = new byte[text.Length];
        }

        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            _scratch[length++] = text[i];
            i += text[i] == '"' ? 1 : 0;
        }

        return _scratch.AsSpan(0, length);
    }

    private void Fill()
    {
        var isFirst = _end == 0;
        if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        var read = stream.ReadAtLeast(_buffer.AsSpan(_end), ByteOrderMark.Length, throwOnEndOfStream: false);
        _end += read;
        _isAtEnd = read == 0;
        if (isFirst && _buffer.AsSpan(0, _end).StartsWith(ByteOrderMark))
        {
            _start = _next = ByteOrderMark.Length;
        }
    }

    private void MakeRoom()
    {
        var kept = _end - _start;
        var target = kept > _buffer.Length / 2 ? new byte[Math.Min(_buffer.Length * 2L, longest + (2L * Chunk))] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        (_buffer, _start, _next, _end) = (target, 0, 0, kept);
    }

    /// <summary>A field: offsets count from the start of the row.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Field(int Offset, int Length, int End, bool IsQuoted, bool HasQuotes);
}
