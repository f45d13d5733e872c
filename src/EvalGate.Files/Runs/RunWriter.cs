using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Records a run while it happens: one whole line per repetition, so that a killed process loses at most the line it was writing.</summary>
/// <remarks>Safe to call from several threads at once. Safe against a crash of the process, not against a loss of power.</remarks>
public sealed class RunWriter : IDisposable
{
    // Lines in the file that are no records: the header.
    private const int HeaderLines = 1;

    private readonly AppendedLines _lines;

    private RunWriter(FileStream stream)
    {
        Path = stream.Name;
        _lines = new AppendedLines(stream, Path);
    }

    /// <summary>The file that is written.</summary>
    public string Path { get; }

    /// <summary>How many records were written; what <see cref="RunEnd.Records"/> has to say. Fixed once the run is finished.</summary>
    public int Records => _lines.Count - HeaderLines;

    /// <summary>Starts a run in a file of its own, named by start time and process.</summary>
    /// <param name="folder">The suite's run folder; created when it is missing.</param>
    /// <param name="header">What runs; written at once.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public static RunWriter Create(string folder, RunHeader header)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{header.Started.UtcDateTime.ToString(RunFolder.TimeFormat, CultureInfo.InvariantCulture)}-{Environment.ProcessId}");
        var writer = Disk.Access(folder, () => new RunWriter(Open(Directory.CreateDirectory(folder).FullName, name)));
        writer.Start(RunLines.Header(header));
        return writer;
    }

    /// <summary>Writes one repetition.</summary>
    /// <param name="record">Its numbers are finite.</param>
    /// <exception cref="FilesException">The disk is full, or the file is gone. The run counts as cut off, and nothing more can be written.</exception>
    /// <exception cref="InvalidOperationException">The run is finished, or a write failed before.</exception>
    public void Append(RunRecord record) => _lines.Append(RunLines.Record(record));

    /// <summary>Writes the end line; a run without it counts as cut off.</summary>
    /// <param name="end">Its count is <see cref="Records"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is another.</exception>
    /// <exception cref="FilesException">The disk is full, or the file is gone.</exception>
    /// <exception cref="InvalidOperationException">The run is finished already, or a write failed before.</exception>
    public void Finish(RunEnd end) => _lines.Close(RunLines.End(end), end.Records + HeaderLines);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _lines.Dispose();

    // Two runs of one process and millisecond are told apart by a number.
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

    private void Start(byte[] header)
    {
        try
        {
            _lines.Append(header);
        }
        catch (FilesException)
        {
            Dispose();
            File.Delete(Path);
            throw;
        }
    }
}
