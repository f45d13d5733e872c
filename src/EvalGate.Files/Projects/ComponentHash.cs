using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The fingerprint of a component: its files' paths and contents, whatever the machine's line ends.</summary>
public static class ComponentHash
{
    /// <summary>The fingerprint of a component.</summary>
    /// <param name="root">The project folder.</param>
    /// <param name="component">The component; without any file its fingerprint is that of an empty text.</param>
    /// <exception cref="FilesException">A file or folder may not be read.</exception>
    public static string Of(string root, Component component) => ContentHash.Of(string.Concat(
        Glob.Find(root, component.Files).Select(file => $"{file}\t{OfFile(Path.Combine(root, file))}\n")));

    private static string OfFile(string path)
    {
        var content = Disk.Access(path, () => File.ReadAllBytes(path));
        return ContentHash.Of(content.AsSpan(0, DropReturns(content)));
    }

    // CRLF becomes LF in place; a CR elsewhere is content.
    private static int DropReturns(byte[] content)
    {
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
            {
                content[length++] = content[i];
            }
        }

        return length;
    }
}
