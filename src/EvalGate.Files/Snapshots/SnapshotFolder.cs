using System.Collections.Concurrent;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>The approved outputs of one suite, <c>NAME.snapshots</c>, and those that wait beside them.</summary>
/// <remarks>The folder is listed once, when it is opened. Safe for several threads as long as each case belongs to one of them.</remarks>
public sealed class SnapshotFolder
{
    private const string Ending = ".snapshots";

    private readonly bool _isSharded;
    private readonly ConcurrentDictionary<string, SnapshotFile[]> _files;

    private SnapshotFolder(string path, bool isSharded, IEnumerable<SnapshotFile> files)
    {
        (Path, _isSharded) = (path, isSharded);
        _files = new(files.GroupBy(f => SnapshotName.WithoutAlternative(f.Name), StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, g.ToArray())), StringComparer.Ordinal);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Names of cases that have an approved output, sorted.</summary>
    public IReadOnlyList<string> Verified => Names(f => f.IsVerified);

    /// <summary>Names of cases that have an output waiting for approval, sorted.</summary>
    public IReadOnlyList<string> Waiting => Names(f => !f.IsVerified);

    /// <summary>The folder of a suite.</summary>
    /// <param name="root">The project's folder.</param>
    /// <param name="suite">The suite.</param>
    public static string PathOf(string root, Suite suite) => System.IO.Path.Combine(root, suite.Folder, suite.Name + Ending);

    /// <summary>Opens a folder; one that is not there holds nothing.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="isSharded">Whether new files go into 256 folders; those that are there are found wherever they are.</param>
    /// <exception cref="FilesException">The folder may not be read.</exception>
    public static SnapshotFolder Open(string path, bool isSharded) => new(path, isSharded, Disk.Access<IReadOnlyList<SnapshotFile>>(path, () => Directory.Exists(path)
        ? [.. Folders(path).SelectMany(Directory.EnumerateFiles).Select(SnapshotFile.Of).OfType<SnapshotFile>()]
        : []));

    /// <summary>What was approved for a case; null when nothing was. An empty file approves nothing.</summary>
    /// <param name="name">The case's name.</param>
    /// <param name="extension">Preferred where two files were approved, as a merge may leave them.</param>
    /// <exception cref="FilesException">A file may not be read.</exception>
    public ApprovedSnapshot? Approved(string name, string extension)
    {
        var files = Of(name).Where(f => f.IsVerified).OrderBy(f => f.Extension != extension).ThenBy(f => f.Name, StringComparer.Ordinal).ToArray();
        var verified = files.Where(f => !f.IsAlternative).Select(f => f.Read()).FirstOrDefault(t => t is not null);
        return verified is null ? null : new(verified, [.. files.Where(f => f.IsAlternative).Take(ApprovedSnapshot.MostAlternatives).Select(f => f.Read()).OfType<SnapshotText>()]);
    }

    /// <summary>What waits for approval; null when nothing does.</summary>
    /// <param name="name">The case's name.</param>
    /// <exception cref="FilesException">A file may not be read.</exception>
    public SnapshotText? Received(string name) => Of(name).Where(f => !f.IsVerified).Select(f => f.Read()).FirstOrDefault(t => t is not null);

    /// <summary>Leaves an output for approval.</summary>
    /// <param name="name">The case's name.</param>
    /// <param name="text">The output.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public void Leave(string name, SnapshotText text) => Put(name, new(name, false, text.Extension, PathTo(name, name, SnapshotFile.Received + text.Extension)), text.Text);

    /// <summary>Takes back what waits for approval.</summary>
    /// <param name="name">The case's name.</param>
    /// <exception cref="FilesException">A file may not be deleted.</exception>
    public void Clear(string name) => Remove(name, f => !f.IsVerified);

    /// <summary>Makes a text the approved one, and clears what waits.</summary>
    /// <param name="name">The case's name.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full; what was approved before is untouched then.</exception>
    public void Approve(string name, SnapshotText text)
    {
        Put(name, new(name, true, text.Extension, PathTo(name, name, SnapshotFile.Verified + text.Extension)), text.Text);
        Clear(name);
    }

    /// <summary>Approves a text beside the one that is approved, and clears what waits.</summary>
    /// <param name="name">The case's name.</param>
    /// <param name="text">The text.</param>
    /// <returns>False when there are as many as may be; nothing changes then.</returns>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public bool ApproveAlternative(string name, SnapshotText text)
    {
        var alternative = SnapshotName.OfAlternative(name, text.Hash);
        if (Of(name).Count(f => f.IsAlternative && f.Name != alternative) >= ApprovedSnapshot.MostAlternatives)
        {
            return false;
        }

        Put(name, new(alternative, true, text.Extension, PathTo(name, alternative, SnapshotFile.Verified + text.Extension)), text.Text);
        Clear(name);
        return true;
    }

    /// <summary>Deletes everything of a case.</summary>
    /// <param name="name">The case's name.</param>
    /// <exception cref="FilesException">A file may not be deleted.</exception>
    public void Delete(string name) => Remove(name, _ => true);

    /// <summary>Gives what was approved for one case to another one that has nothing.</summary>
    /// <param name="from">The case's name.</param>
    /// <param name="to">The other's.</param>
    /// <exception cref="FilesException">A file may not be written or deleted.</exception>
    public void Rename(string from, string to)
    {
        foreach (var file in Of(from).Where(f => f.IsVerified))
        {
            if (file.Read() is { } text)
            {
                var name = to + file.Name[from.Length..];
                Put(to, new(name, true, file.Extension, PathTo(to, name, SnapshotFile.Verified + file.Extension)), text.Text);
            }
        }

        Delete(from);
    }

    /// <summary>Approved files that hold nothing, which approve nothing: names, sorted.</summary>
    /// <exception cref="FilesException">A file may not be read.</exception>
    public IReadOnlyList<string> Empty() => Names(f => f.IsVerified && f.Read() is null);

    /// <summary>Cases with two approved files of different kinds, as a merge may leave them: names, sorted.</summary>
    public IReadOnlyList<string> Doubled() =>
        [.. _files.Where(f => f.Value.Count(x => x is { IsVerified: true, IsAlternative: false }) > 1).Select(f => f.Key).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Folders(string path) =>
        Directory.EnumerateDirectories(path).Where(d => System.IO.Path.GetFileName(d) is { Length: 2 } name && name.All(char.IsAsciiHexDigitLower)).Prepend(path);

    private SnapshotFile[] Of(string name) => _files.GetValueOrDefault(name) ?? [];

    private string[] Names(Func<SnapshotFile, bool> fits) => [.. _files.Where(f => f.Value.Any(fits)).Select(f => f.Key).Order(StringComparer.Ordinal)];

    private string PathTo(string name, string file, string ending) =>
        _isSharded ? System.IO.Path.Combine(Path, SnapshotName.Shard(name), file + ending) : System.IO.Path.Combine(Path, file + ending);

    /// <summary>Writes a file, then removes those that said the same before under another ending or in another layout.</summary>
    private void Put(string name, SnapshotFile file, string text)
    {
        TextFile.WriteQuickly(file.Path, text);
        var others = Of(name).Where(f => f.Path != file.Path).ToArray();
        _files[name] = [.. others, file];
        Remove(name, f => f.Name == file.Name && f.IsVerified == file.IsVerified && f.Path != file.Path);
    }

    private void Remove(string name, Func<SnapshotFile, bool> fits)
    {
        var files = Of(name);
        foreach (var file in files.Where(fits))
        {
            TextFile.Delete(file.Path);
        }

        if (files.Any(fits))
        {
            _files[name] = [.. files.Where(f => !fits(f))];
        }
    }
}
