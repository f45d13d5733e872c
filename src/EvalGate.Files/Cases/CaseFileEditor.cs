using EvalGate.Datasets;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Edits a file of JSON Lines cases: lines that are not edited keep every byte, line ends and byte order mark included.</summary>
public static class CaseFileEditor
{
    /// <summary>Changes the line of one case.</summary>
    /// <param name="path">The file.</param>
    /// <param name="id">The case; it is there once, as <see cref="CaseReader"/> makes sure.</param>
    /// <param name="edit">What to change.</param>
    /// <exception cref="FilesException">The file may not be read or written, or no longer has the case.</exception>
    public static void Edit(string path, string id, CaseEdit edit) => Disk.Access(path, () =>
    {
        var content = File.ReadAllBytes(path);
        var (start, end) = Find(content, id) ?? throw new FilesException(path, $"It no longer has the case '{ShownText.Of(id)}'.", "Run the command again.");
        var line = edit.Changes.Aggregate(content[start..end], (json, change) => JsonMembers.Apply(json, change));
        TextFile.WriteBytes(path, [.. content.AsSpan(0, start), .. line, .. content.AsSpan(end)]);
    });

    /// <summary>Adds cases behind the last line.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <param name="cases">The new cases.</param>
    /// <exception cref="FilesException">The file may not be read or written.</exception>
    public static void Append(string path, IReadOnlyList<Case> cases) => Disk.Access(path, () =>
    {
        var content = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var isCrLf = content.AsSpan().IndexOf("\r\n"u8) >= 0;
        using var added = new MemoryStream();
        CaseWriter.Write(added, cases);
        var lines = added.ToArray();
        byte[] end = isCrLf ? [.. "\r\n"u8] : [.. "\n"u8];
        TextFile.WriteBytes(path, [.. content, .. content.Length == 0 || content[^1] == '\n' ? [] : end, .. isCrLf ? WithReturns(lines) : lines]);
    });

    private static byte[] WithReturns(byte[] lines) => [.. lines.SelectMany(b => b == '\n' ? "\r\n"u8.ToArray() : [b])];

    /// <summary>Where the JSON of a case starts and ends, without its line end.</summary>
    private static (int Start, int End)? Find(byte[] content, string id)
    {
        var start = content.AsSpan().StartsWith(Utf8Text.ByteOrderMark) ? Utf8Text.ByteOrderMark.Length : 0;
        while (start < content.Length)
        {
            var length = content.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? content.Length : start + length;
            if (content.AsSpan(start, end - start).IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                using var json = JsonStyle.Parse(content.AsMemory(start, end - start));
                if (json.RootElement.TryGetProperty("id", out var found) && found.ValueEquals(id))
                {
                    return (start, content[end - 1] == '\r' ? end - 1 : end);
                }
            }

            start = end + 1;
        }

        return null;
    }
}
