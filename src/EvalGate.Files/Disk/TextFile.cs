using System.Globalization;
using System.Text;

namespace EvalGate.Files;

/// <summary>Whole text files: UTF-8 without byte order mark, <c>\n</c> line ends, written beside and renamed, so that no reader meets half a file.</summary>
public static class TextFile
{
    private const char ByteOrderMark = '\uFEFF';

    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static int _written;

    /// <summary>Writes a file as a whole; its folder is created when it is missing.</summary>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <param name="text">The content. Line ends become <c>\n</c>.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full. What was there before is untouched.</exception>
    public static void WriteAtomically(string path, string text) => WriteBytes(path, Utf8.GetBytes(Normal(text)));

    /// <summary>Writes a file that is too large to be made in memory first.</summary>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full. What was there before is untouched.</exception>
    public static void WriteAtomically(string path, Action<Stream> write) => WriteAtomically(path, write, isDurable: true);

    internal static void WriteBytes(string path, byte[] content) => WriteAtomically(path, stream => stream.Write(content));

    /// <summary>Writes a file as a whole without waiting for the disk: for what can be made again, or is under version control, and comes in thousands.</summary>
    internal static void WriteQuickly(string path, string text) => WriteAtomically(path, stream => stream.Write(Utf8.GetBytes(text)), isDurable: false);

    private static void WriteAtomically(string path, Action<Stream> write, bool isDurable)
    {
        var whole = Path.GetFullPath(path);
        var beside = string.Create(
            CultureInfo.InvariantCulture,
            $"{whole}.{Environment.ProcessId}-{Interlocked.Increment(ref _written)}.tmp");
        Disk.Access(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
            WriteThenRename(beside, whole, write, isDurable);
        });
    }

    /// <summary>Writes a file only when its content differs, so that an unchanged result triggers no build.</summary>
    /// <param name="path">Where.</param>
    /// <param name="text">The content. Line ends become <c>\n</c>.</param>
    /// <returns>True when the file was written.</returns>
    /// <exception cref="FilesException">The file may not be read or written, or the disk is full.</exception>
    public static bool WriteIfChanged(string path, string text)
    {
        if (File.Exists(path) && Read(path) == Normal(text))
        {
            return false;
        }

        WriteAtomically(path, text);
        return true;
    }

    /// <summary>The content of a file, without byte order mark. It is read as UTF-8 whatever it is: what is not shows as U+FFFD.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FilesException">There is no such file, or it may not be read.</exception>
    public static string Read(string path)
    {
        using var reader = new StreamReader(Disk.OpenRead(path), Utf8, detectEncodingFromByteOrderMarks: false);
        var text = Disk.Access(path, reader.ReadToEnd);
        return text.StartsWith(ByteOrderMark) ? text[1..] : text;
    }

    /// <summary>The content of a file that a stranger may have written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">The most bytes it may have.</param>
    /// <exception cref="FilesException">The file is larger, is not there, or may not be read.</exception>
    public static string Read(string path, long limit) => Disk.Access(path, () => new FileInfo(path).Length) > limit
        ? throw new FilesException(path, $"It has more than {limit} bytes.", "A file of this kind is smaller; look at who wrote it.")
        : Read(path);

    /// <summary>Whether there is such a file.</summary>
    /// <param name="path">The file; a folder is none.</param>
    public static bool Exists(string path) => File.Exists(path);

    /// <summary>Deletes a file; one that is not there is no error.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FilesException">The file may not be deleted.</exception>
    public static void Delete(string path) => Disk.Access(path, () =>
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    });

    internal static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static void WriteThenRename(string beside, string whole, Action<Stream> write, bool isDurable)
    {
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: isDurable);
            }

            File.Move(beside, whole, overwrite: true);
        }
        finally
        {
            // After a successful rename there is nothing to delete, and Delete says nothing about it.
            File.Delete(beside);
        }
    }
}
