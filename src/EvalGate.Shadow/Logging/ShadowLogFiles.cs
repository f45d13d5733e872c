using System.Globalization;

namespace EvalGate.Shadow;

/// <summary>The files of one log: a new one when the last has grown long enough, and the oldest deleted.</summary>
internal sealed class ShadowLogFiles(ShadowLogOptions options) : IDisposable
{
    private FileStream? _file;
    private int _number;

    /// <summary>Writes a line in one piece; false when the disk refuses.</summary>
    public bool TryWrite(byte[] line)
    {
        try
        {
            if (_file is null || _file.Length >= options.MaxFileBytes)
            {
                Begin();
            }

            _file!.Write(line);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Half a line may be in the file: the next line begins a new one.
            Dispose();
            return false;
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private void Begin()
    {
        Dispose();
        Directory.CreateDirectory(options.Folder);
        var time = options.Time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

        // CreateNew: in containers every process may have the same number, and a line is never added to another's file.
        var path = Enumerable.Range(_number + 1, int.MaxValue - _number - 1)
            .Select(n => (Number: n, Path: Path.Combine(options.Folder, string.Create(CultureInfo.InvariantCulture, $"{options.Name}-{time}-{Environment.ProcessId}-{n:0000}.jsonl"))))
            .First(f => !File.Exists(f.Path));
        _file = new(path.Path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 0);
        _number = path.Number;
        _file.Write("""{"evalgate":"shadow","version":1}"""u8);
        _file.Write("\n"u8);
        DeleteOldest();
    }

    private void DeleteOldest()
    {
        // Names sort by time. A file that cannot be deleted now is deleted with the next.
        var files = Directory.GetFiles(options.Folder, $"{options.Name}-*T*Z-*-*.jsonl").Order(StringComparer.Ordinal).ToArray();
        foreach (var old in files.SkipLast(options.MaxFiles))
        {
            File.Delete(old);
        }
    }
}
