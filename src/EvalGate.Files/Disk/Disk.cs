namespace EvalGate.Files;

/// <summary>Every call to the operating system goes through here, so that its refusals become one named exception.</summary>
internal static class Disk
{
    public static T Access<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FilesException.From(path, e);
        }
    }

    public static void Access(string path, Action action) => Access(path, () =>
    {
        action();
        return true;
    });

    /// <summary>Opens a file that another process may still be writing.</summary>
    public static FileStream OpenRead(string path) => Access(path, () =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
}
