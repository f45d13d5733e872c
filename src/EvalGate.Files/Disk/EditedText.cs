using System.Text;

namespace EvalGate.Files;

/// <summary>Changes a file of the user's: its byte order mark and its line ends stay what they were.</summary>
public static class EditedText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Replaces the text of a file.</summary>
    /// <param name="path">The file, in UTF-8.</param>
    /// <param name="change">From the old text to the new one, both with <c>\n</c>.</param>
    /// <exception cref="FilesException">The file may not be read or written, or is not UTF-8.</exception>
    public static void Change(string path, Func<string, string> change) => Disk.Access(path, () =>
    {
        var bytes = File.ReadAllBytes(path);
        var hasMark = bytes.AsSpan().StartsWith(Utf8Text.ByteOrderMark);
        var before = Decode(path, hasMark ? bytes[Utf8Text.ByteOrderMark.Length..] : bytes);
        var end = before.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var after = change(before.ReplaceLineEndings("\n")).Replace("\n", end, StringComparison.Ordinal);
        TextFile.WriteBytes(path, [.. hasMark ? Utf8Text.ByteOrderMark : [], .. Utf8.GetBytes(after)]);
    });

    private static string Decode(string path, byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new FilesException(path, "It is not UTF-8.", "Save it as UTF-8.", e);
        }
    }
}
