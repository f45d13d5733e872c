using EvalGate.Files;

namespace EvalGate.Commands;

/// <summary>What became of one file.</summary>
public enum InitKind
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>It was there and has more now.</summary>
    Changed,

    /// <summary>It was there and stays as it is.</summary>
    Kept,
}

/// <summary>One file of a start.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Path">The file, whole.</param>
/// <param name="What">What was added; empty for a file that is new or stays.</param>
public sealed record InitStep(InitKind Kind, string Path, string What);

/// <summary>Writes the files of a start; never over one that is there.</summary>
internal sealed class InitWriter(string folder)
{
    private readonly List<InitStep> _steps = [];

    public IReadOnlyList<InitStep> Steps => _steps;

    /// <summary>Writes a file that is not there yet.</summary>
    public void Create(string relative, string text)
    {
        var path = Path.Combine(folder, relative);
        if (TextFile.Exists(path))
        {
            Keep(relative);
            return;
        }

        TextFile.WriteAtomically(path, text);
        _steps.Add(new(InitKind.Created, path, ""));
    }

    /// <summary>Adds to a file that is there.</summary>
    public void Change(string file, string what, Func<string, string> change)
    {
        var path = Path.Combine(folder, file);
        EditedText.Change(path, change);
        _steps.Add(new(InitKind.Changed, path, what));
    }

    public void Keep(string relative) => _steps.Add(new(InitKind.Kept, Path.Combine(folder, relative), ""));
}
