using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads a run, whole or cut off.</summary>
public static class RunReader
{
    /// <summary>Reads a run; it may still be written to.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The run. A last line without line end is dropped; without an end line <see cref="Run.End"/> is null.</returns>
    /// <exception cref="RunFileException">The file is damaged, of another kind, or written by a newer EvalGate.</exception>
    /// <exception cref="FilesException">There is no such file, or it may not be read.</exception>
    public static Run Read(string path)
    {
        using var stream = Disk.OpenRead(path);
        return Disk.Access(path, () => new RunLineReader(stream, path).ReadRun());
    }

    /// <summary>Reads no more than the first line.</summary>
    internal static RunHeader ReadHeader(string path)
    {
        using var stream = Disk.OpenRead(path);
        return Disk.Access(path, () => new RunLineReader(stream, path).ReadHeader());
    }
}
