using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Recordings;

namespace EvalGate.Commands;

/// <summary>What the recordings of a suite are worth today.</summary>
public sealed record RecordingCensus
{
    /// <summary>The suite.</summary>
    public required LoadedSuite Suite { get; init; }

    /// <summary>Files that recordings of active cases are in.</summary>
    public required IReadOnlyList<RecordedFile> Kept { get; init; }

    /// <summary>Files of cases that are retired or gone.</summary>
    public required IReadOnlyList<RecordedFile> Orphans { get; init; }

    /// <summary>Files that could not be read, each with why.</summary>
    public required IReadOnlyList<string> Damaged { get; init; }

    /// <summary>Active cases that nothing was recorded for; empty for a suite without recordings.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The last day that counts as expired.</summary>
    public required DateOnly ExpiredUntil { get; init; }

    /// <summary>Files with a call that has expired.</summary>
    public IEnumerable<RecordedFile> Expired => Kept.Where(f => f.Case.Calls.Any(c => c.Recorded <= ExpiredUntil));

    /// <summary>Files with calls of repetitions that the suite no longer has.</summary>
    public IEnumerable<RecordedFile> Surplus => Kept.Where(f => f.Case.Calls.Any(IsSurplus));

    /// <summary>Reads the recordings of a suite.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="expiredUntil">The last day that counts as expired.</param>
    /// <exception cref="FilesException">The folder may not be read.</exception>
    public static RecordingCensus Of(LoadedSuite suite, DateOnly expiredUntil)
    {
        var damaged = new List<string>();
        var files = suite.Recordings.Files().Select(f => Read(f, damaged)).OfType<RecordedFile>().ToArray();
        var active = suite.Cases.Where(c => c.Status == CaseStatus.Active).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var recorded = files.Select(f => f.Case.CaseId).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Suite = suite,
            Kept = [.. files.Where(f => active.Contains(f.Case.CaseId))],
            Orphans = [.. files.Where(f => !active.Contains(f.Case.CaseId))],
            Damaged = damaged,
            Missing = files.Length == 0 ? [] : [.. active.Except(recorded).Order(StringComparer.Ordinal)],
            ExpiredUntil = expiredUntil,
        };
    }

    /// <summary>Removes what no run can use any more: files of cases that are gone, and calls of repetitions that are.</summary>
    /// <exception cref="FilesException">A file may not be written or removed.</exception>
    public void Prune()
    {
        foreach (var file in Orphans)
        {
            Suite.Recordings.Remove(file.Path);
        }

        foreach (var file in Surplus)
        {
            Suite.Recordings.Write(file.Case.CaseId, [.. file.Case.Calls.Where(c => !IsSurplus(c))]);
        }
    }

    private bool IsSurplus(RecordedCall call) => call.Key.Repetition > Suite.Suite.Repetitions;

    private static RecordedFile? Read(string path, List<string> damaged)
    {
        try
        {
            return new(path, RecordingFile.Read(path));
        }
        catch (FilesException e)
        {
            damaged.Add(e.Message);
            return null;
        }
    }
}

/// <summary>A file of recordings.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Case">What it holds.</param>
public sealed record RecordedFile(string Path, RecordedCase Case);
