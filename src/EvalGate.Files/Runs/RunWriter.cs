using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Records a run while it happens: one whole line per repetition, so that a killed process loses at most the line it was writing.</summary>
/// <remarks>Safe to call from several threads at once. Safe against a crash of the process, not against a loss of power.</remarks>
public sealed class RunWriter : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _stream;
    private bool _isClosed;

    private RunWriter(string folder, string name, byte[] header)
    {
        _stream = Disk.Access(folder, () => Open(Directory.CreateDirectory(folder).FullName, name));
        Path = _stream.Name;
        try
        {
            Write(header);
        }
        catch
        {
            _stream.Dispose();
            File.Delete(Path);
            throw;
        }
    }

    /// <summary>The file that is written.</summary>
    public string Path { get; }

    /// <summary>How many records were written; what <see cref="RunEnd.Records"/> has to say.</summary>
    public int Records { get; private set; }

    /// <summary>Starts a run in a file of its own, named by start time and process.</summary>
    /// <param name="folder">The suite's run folder; created when it is missing.</param>
    /// <param name="header">What runs; written at once.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public static RunWriter Create(string folder, RunHeader header)
    {
        var line = RunLines.Header(header);
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{header.Started.UtcDateTime.ToString(RunFolder.TimeFormat, CultureInfo.InvariantCulture)}-{Environment.ProcessId}");
        return new RunWriter(folder, name, line);
    }

    /// <summary>Writes one repetition.</summary>
    /// <param name="record">Its scores are finite.</param>
    /// <exception cref="FilesException">The disk is full, or the file is gone. The run counts as cut off, and nothing more can be written.</exception>
    /// <exception cref="InvalidOperationException">The run is finished, or a write failed before.</exception>
    public void Append(RunRecord record)
    {
        var line = RunLines.Record(record);
        lock (_lock)
        {
            Write(line);
            Records++;
        }
    }

    /// <summary>Writes the end line; a run without it counts as cut off.</summary>
    /// <param name="end">Its count is <see cref="Records"/>.</param>
    /// <exception cref="FilesException">The disk is full, or the file is gone.</exception>
    /// <exception cref="InvalidOperationException">The run is finished already, or a write failed before.</exception>
    public void Finish(RunEnd end)
    {
        var line = RunLines.End(end);
        lock (_lock)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(end.Records, Records);
            Write(line);
            _isClosed = true;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _stream.Dispose();
        }
    }

    // Two suites of one name in one process and millisecond are told apart by a number.
    private static FileStream Open(string folder, string name)
    {
        for (var number = 1; ; number++)
        {
            var path = System.IO.Path.Combine(folder, number == 1 ? $"{name}.jsonl" : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}.jsonl"));
            try
            {
                return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
            }
            catch (IOException) when (File.Exists(path))
            {
                continue;
            }
        }
    }

    private void Write(byte[] line)
    {
        if (_isClosed)
        {
            throw new InvalidOperationException("The run is finished, or a write failed before: nothing can be appended.");
        }

        var length = _stream.Position;
        // Whatever goes wrong, no line may follow half a line.
        _isClosed = true;
        Disk.Access(Path, () => WriteOrTakeBack(line, length));
        _isClosed = false;
    }

    private void WriteOrTakeBack(byte[] line, long length)
    {
        try
        {
            _stream.Write(line);
        }
        catch (IOException)
        {
            _stream.SetLength(length);
            throw;
        }
    }
}
