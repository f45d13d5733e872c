using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Where the snapshots are that a command works with.</summary>
/// <param name="Folder">Where suites are looked for.</param>
/// <param name="Suite">The name of one; null for all that have snapshots.</param>
/// <param name="Results">The folder of results, when it is not <c>TestResults/evalgate</c> of each project.</param>
public sealed record SnapshotPlace(string Folder, string? Suite, string? Results);

/// <summary>The snapshots of the suites that a command works with.</summary>
/// <param name="States">One per suite, by file; none when there are problems.</param>
/// <param name="Problems">Why there are none.</param>
public sealed record SnapshotSuites(IReadOnlyList<SnapshotState> States, IReadOnlyList<Diagnostic> Problems)
{
    /// <summary>Reads them.</summary>
    /// <param name="place">Where.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static SnapshotSuites Read(SnapshotPlace place, ISuiteLanguage language)
    {
        var selection = ProjectSuites.Select(place.Folder, place.Suite, language, SuitePart.Snapshots);
        return new([.. selection.Suites.Select(s => SnapshotState.Of(s, GateRunsCommand.ResultsOf(s, place.Results)))], selection.Problems);
    }
}
