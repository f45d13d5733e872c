using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The fingerprint of a program: the names and contents of the assemblies it was built into.</summary>
public static class ProgramHash
{
    /// <summary>The fingerprint of the assemblies in a folder.</summary>
    /// <param name="folder">The program's folder; folders below it do not count.</param>
    /// <exception cref="FilesException">A file may not be read.</exception>
    public static string Of(string folder) => Disk.Access(folder, () => ContentHash.Of(string.Concat(
        Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)}\t{OfFile(file)}\n"))));

    private static string OfFile(string path)
    {
        using var stream = Disk.OpenRead(path);
        return ContentHash.Of(stream);
    }
}
