using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The recordings of the suites that a command works with.</summary>
/// <param name="Censuses">One per suite with recordings.</param>
/// <param name="Problems">Why there are none.</param>
public sealed record RecordingSuites(IReadOnlyList<RecordingCensus> Censuses, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Reads the recordings of suites.</summary>
    /// <param name="folder">Where suites are looked for.</param>
    /// <param name="name">The name of one; null for all that have recordings.</param>
    /// <param name="language">The language of suites.</param>
    /// <param name="expiredUntil">The last day that counts as expired.</param>
    /// <exception cref="FilesException">A file or folder cannot be read.</exception>
    public static RecordingSuites Read(string folder, string? name, ISuiteLanguage language, DateOnly expiredUntil)
    {
        var selection = ProjectSuites.Select(folder, name, language, SuitePart.Any);
        var censuses = selection.Suites.Select(s => RecordingCensus.Of(s, expiredUntil)).ToArray();
        return new([.. name is null ? censuses.Where(c => c.Kept.Count + c.Orphans.Count + c.Damaged.Count > 0) : censuses], selection.Problems);
    }
}
