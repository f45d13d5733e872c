using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Outcomes;
using EvalGate.Reports;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>A run with the verdict on it and what that was made from.</summary>
/// <param name="Loaded">The suite with today's cases.</param>
/// <param name="Run">The candidate.</param>
/// <param name="Baseline">What it was judged against; null without one.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record JudgedRun(LoadedSuite Loaded, Run Run, Baseline? Baseline, SuiteVerdict Verdict)
{
    private const int MostVersions = 30;

    /// <summary>How releases did in production; null where nothing is known of it.</summary>
    public OutcomeReport? Outcomes { get; init; }

    /// <summary>A run as the gate judged it.</summary>
    /// <param name="loaded">The suite with today's cases.</param>
    /// <param name="run">The candidate.</param>
    /// <param name="result">What the gate made of it.</param>
    public static JudgedRun Of(LoadedSuite loaded, Run run, GateResult result) => new(loaded, run, result.Baseline, result.Verdict) { Outcomes = result.Outcomes };

    /// <summary>Everything that a report of the run can say.</summary>
    /// <exception cref="FilesException">A file may not be read.</exception>
    public PageContent Page() => new()
    {
        Verdict = Verdict,
        Metrics = Loaded.Suite.Metrics,
        Cases = CaseResult.Of(Loaded.Suite, Loaded.Cases, Run, Baseline),
        History = History(),
        Outcomes = Outcomes,
        Snapshots = Snapshots(),
    };

    /// <summary>Earlier baselines out of the repository's history, oldest first, then the one that the run was judged against.</summary>
    private IReadOnlyList<AcceptedVersion> History()
    {
        if (Baseline is null)
        {
            return [];
        }

        var earlier = BaselineHistory.Read(Path.Combine(Loaded.Root.Folder, Loaded.BaselinePath!), Loaded.Suite.Name, MostVersions)
            .Where(b => !b.Header.Runs.SequenceEqual(Baseline.Header.Runs, StringComparer.Ordinal));
        return [.. earlier.Prepend(Baseline).Select(b => AcceptedVersion.Of(Loaded.Suite, Loaded.Cases, b)).Reverse()];
    }

    /// <summary>Outputs that wait for approval beside what was approved, by case.</summary>
    private Dictionary<string, SnapshotTexts> Snapshots()
    {
        if (Verdict.Snapshots is not { Pending: [_, ..] pending } || Loaded.Suite.Snapshots is not { } settings)
        {
            return [];
        }

        var folder = SnapshotFolder.Open(SnapshotFolder.PathOf(Loaded.Root.Folder, Loaded.Suite), settings.IsSharded);
        return pending.DistinctBy(p => p.CaseId, StringComparer.Ordinal).ToDictionary(
            p => p.CaseId,
            p => new SnapshotTexts(folder.Approved(SnapshotName.Of(p.CaseId), p.Received.Extension)?.Verified.Text ?? "", p.Received.Text),
            StringComparer.Ordinal);
    }
}
