namespace EvalGate.Files;

/// <summary>A file as a git revision has it.</summary>
internal static class GitBlob
{
    /// <summary>The file's bytes; null when git, the revision or the file is not there.</summary>
    /// <param name="path">The file's path in the work tree, whether it exists there or not.</param>
    /// <param name="revision">Any text; behind the end of options it names nothing but a revision.</param>
    public static byte[]? Read(string path, string revision) =>
        GitProcess.Output(path, ["cat-file", "blob", "--end-of-options", $"{revision}:./{Path.GetFileName(path)}"]);
}
