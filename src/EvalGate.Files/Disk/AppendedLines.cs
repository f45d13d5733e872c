namespace EvalGate.Files;

/// <summary>Lines that are appended whole or not at all, from any thread: after a failed write nothing more is taken.</summary>
internal sealed class AppendedLines(Stream stream, string path) : IDisposable
{
    private readonly Lock _lock = new();
    private bool _isClosed;

    /// <summary>How many lines were written, the last one not counted.</summary>
    public int Count { get; private set; }

    /// <summary>Appends one line in one write.</summary>
    /// <param name="line">Ends with <c>\n</c>.</param>
    public void Append(byte[] line)
    {
        lock (_lock)
        {
            Write(line);
            Count++;
        }
    }

    /// <summary>Appends the last line.</summary>
    /// <param name="line">Ends with <c>\n</c>.</param>
    /// <param name="before">How many lines must be there already.</param>
    public void Close(byte[] line, int before)
    {
        lock (_lock)
        {
            ThrowIfClosed();
            ArgumentOutOfRangeException.ThrowIfNotEqual(before, Count);
            Write(line);
            _isClosed = true;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            stream.Dispose();
        }
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw new InvalidOperationException("The file is finished, or a write failed before: nothing can be appended.");
        }
    }

    private void Write(byte[] line)
    {
        ThrowIfClosed();
        var length = stream.Position;
        // Whatever goes wrong below, no line may follow half a line.
        _isClosed = true;
        Disk.Access(path, () => WriteOrTakeBack(line, length));
        _isClosed = false;
    }

    private void WriteOrTakeBack(byte[] line, long length)
    {
        try
        {
            stream.Write(line);
        }
        catch (IOException)
        {
            TakeBack(length);
            throw;
        }
    }

    private void TakeBack(long length)
    {
        try
        {
            stream.SetLength(length);
        }
        catch (IOException)
        {
            // The failure before says more; and half a line has no line end, so that readers know it.
        }
    }
}
