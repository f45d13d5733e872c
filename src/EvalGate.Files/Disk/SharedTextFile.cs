namespace EvalGate.Files;

/// <summary>A text file that several processes append to, such as the step summary of a build server.</summary>
public static class SharedTextFile
{
    private const int MostAttempts = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Appends a text as a whole, after those that other processes append at the same time.</summary>
    /// <param name="path">The file; created when it is missing.</param>
    /// <param name="text">What to append. Line ends become <c>\n</c>.</param>
    /// <param name="limit">The most bytes the file may have.</param>
    /// <returns>False when the text would not fit; nothing was appended then.</returns>
    /// <exception cref="FilesException">The file may not be written, another process held it for ten seconds, or the disk is full.</exception>
    public static bool Append(string path, string text, long limit) => Disk.Access(path, () =>
    {
        var bytes = TextFile.Utf8.GetBytes(TextFile.Normal(text));
        using var stream = OpenAlone(path);
        if (stream.Length + bytes.Length > limit)
        {
            return false;
        }

        stream.Seek(0, SeekOrigin.End);
        stream.Write(bytes);
        return true;
    });

    private static FileStream OpenAlone(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (attempt < MostAttempts && File.Exists(path))
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
