namespace EvalGate.Files;

/// <summary>A file for what is read by path only: nobody else has its name, and it goes when it is disposed of.</summary>
public sealed class PassingFile : IDisposable
{
    private readonly string _folder = Disk.Access(System.IO.Path.GetTempPath(), () => Directory.CreateTempSubdirectory("evalgate-").FullName);

    /// <summary>Writes the file.</summary>
    /// <param name="name">Its name, as messages show it.</param>
    /// <param name="content">What is in it.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public PassingFile(string name, ReadOnlyMemory<byte> content)
    {
        Path = System.IO.Path.Combine(_folder, name);
        TextFile.WriteAtomically(Path, stream => stream.Write(content.Span));
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => Disk.Access(_folder, () => Directory.Delete(_folder, recursive: true));
}
