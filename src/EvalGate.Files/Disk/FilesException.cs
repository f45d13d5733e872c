namespace EvalGate.Files;

/// <summary>The disk refused: a folder that may not be written, a full disk, a file that another program holds.</summary>
/// <remarks>Hosts catch it and show <see cref="Exception.Message"/>. A user's mistake inside a file is a diagnostic, never this.</remarks>
public sealed class FilesException : Exception
{
    private const int NoSpaceOnUnix = 28;
    private const int ReadOnlyOnUnix = 30;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="problem">What happened, as a sentence.</param>
    /// <param name="remedy">What to do about it, as a sentence.</param>
    /// <param name="inner">What the operating system said; null when it said nothing.</param>
    public FilesException(string path, string problem, string remedy, Exception? inner = null)
        : base($"{path}: {problem} {remedy}", inner) => (Path, Remedy) = (path, remedy);

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    internal static FilesException From(string path, Exception cause) => new(path, Sentence(cause.Message), RemedyFor(cause), cause);

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    private static string RemedyFor(Exception cause) => cause switch
    {
        UnauthorizedAccessException or IOException { HResult: ReadOnlyOnUnix } => "Grant access to it, or set EVALGATE_ROOT or the output folder to a place that may be written.",
        FileNotFoundException or DirectoryNotFoundException => "Check the path; a file that EvalGate writes appears once its command has run.",
        PathTooLongException => "Move the project to a shorter path.",
        IOException { HResult: NoSpaceOnUnix or NoSpaceOnWindows } => "Free space on the disk and run again.",
        _ => "Close programs that hold it, and run again.",
    };
}
