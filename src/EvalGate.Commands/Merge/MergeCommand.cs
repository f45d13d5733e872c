using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Makes one run of the shards that several machines ran.</summary>
public static class MergeCommand
{
    /// <summary>Merges shards and writes the run.</summary>
    /// <param name="folder">The folder that paths are relative to.</param>
    /// <param name="runs">Files or patterns.</param>
    /// <param name="output">Where the merged run goes.</param>
    /// <returns>The run, or every reason why the files are not its shards.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    /// <exception cref="RunFileException">A file is no run, or damaged.</exception>
    public static MergeResult Execute(string folder, IReadOnlyList<string> runs, string output)
    {
        var shards = runs.SelectMany(r => FilePattern.Find(folder, r)).Distinct(StringComparer.Ordinal)
            .Select(file => RunReader.Read(Path.Combine(folder, file)) with { File = file }).ToArray();
        var problems = ShardSet.ProblemsOf(shards).ToArray();
        if (problems.Length > 0)
        {
            return new(problems, null, shards.Length);
        }

        var merged = ShardSet.Merge(shards);
        RunFile.Write(Path.Combine(folder, output), merged);
        return new([], merged, shards.Length);
    }
}

/// <summary>What came of merging.</summary>
/// <param name="Problems">Why nothing was merged.</param>
/// <param name="Run">The merged run; null if and only if there are problems.</param>
/// <param name="Shards">How many files were read.</param>
public sealed record MergeResult(IReadOnlyList<Diagnostic> Problems, Run? Run, int Shards);
