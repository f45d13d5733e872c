using System.Collections.Concurrent;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Scoring;
using EvalGate.Snapshots;
using EvalGate.Statistics;

namespace EvalGate.Xunit;

/// <summary>Compares the outputs of one suite with the approved ones while it runs, and keeps what waits for approval.</summary>
internal sealed class SuiteSnapshots : IDisposable
{
    private readonly LoadedSuite _loaded;
    private readonly ISnapshotBackend _backend;
    private readonly EvalEnvironment _environment;
    private readonly SnapshotSettings _settings;
    private readonly SnapshotJudge _judge;
    private readonly SnapshotJudge _judgeOfReplays;
    private readonly string _folder;
    private readonly PendingPackWriter _pack;
    private readonly RunHeader _run;
    private readonly ConcurrentDictionary<string, ConcurrentBag<SeenOutput>> _seen = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<ApprovedOutput> _recorded = [];
    private int _compared;

    /// <summary>Starts comparing.</summary>
    /// <param name="loaded">A suite with snapshots.</param>
    /// <param name="environment">Says what may be written, and what fails.</param>
    /// <param name="backend">Keeps what was approved.</param>
    /// <param name="run">The run, and its file.</param>
    /// <exception cref="FilesException">The pack cannot be written.</exception>
    public SuiteSnapshots(LoadedSuite loaded, EvalEnvironment environment, ISnapshotBackend backend, (RunHeader Header, string File) run)
    {
        (_loaded, _environment, _backend, _run) = (loaded, environment, backend, run.Header);
        _settings = loaded.Suite.Snapshots!;
        _judge = new(_settings);
        // A recorded answer is the same every time: prose that differs was changed by the code around the model.
        _judgeOfReplays = new(_settings with { Policy = _settings.Policy ?? SnapshotPolicy.Block });
        _folder = SnapshotFolder.PathOf(loaded.Root.Folder, loaded.Suite);
        _pack = PendingPackWriter.Create(run.File, new(loaded.Suite.Name, run.Header.RunId, run.Header.Started, run.Header.Commit));
    }

    /// <summary>Whether a session compares the outputs of a suite: not away from its sources, where no snapshots are.</summary>
    public static bool AreWanted(LoadedSuite loaded, EvalEnvironment environment) =>
        loaded.Suite.Snapshots is not null && environment.Snapshots != SnapshotMode.Off && !loaded.Root.IsCopy;

    /// <summary>Compares one repetition.</summary>
    /// <param name="case">The case.</param>
    /// <param name="record">Its output, and whether it was replayed.</param>
    /// <param name="stop">Cancelled when the session is stopped.</param>
    /// <returns>The score of <see cref="SnapshotMetric"/>; null where there is nothing to compare with.</returns>
    /// <exception cref="ScorerException">The output has no part that could be stored.</exception>
    /// <exception cref="FilesException">What was approved cannot be read.</exception>
    public async ValueTask<double?> CompareAsync(Case @case, RunRecord record, CancellationToken stop)
    {
        var request = Request(@case, SnapshotProjection.Of(_settings, record.Output), record.IsReplayed);
        // Repetitions are only looked at: what is left for approval depends on all of them.
        var comparison = await _backend.VerifyAsync(request with { MayWrite = request.MayWrite && _loaded.Suite.Repetitions == 1 }, stop);
        _seen.GetOrAdd(@case.Id, _ => []).Add(new(request.Received, comparison));
        return SnapshotMetric.Score(comparison);
    }

    /// <summary>Settles the snapshot of a case when all its repetitions ran.</summary>
    /// <returns>Null when nothing is to be said.</returns>
    /// <exception cref="FilesException">The pack cannot be written.</exception>
    public async ValueTask<CaseSnapshot?> ConcludeAsync(Case @case, IReadOnlyList<RunRecord> records, CancellationToken stop)
    {
        if (!_seen.TryRemove(@case.Id, out var seen))
        {
            return null;
        }

        Interlocked.Increment(ref _compared);
        var (chosen, agreeing) = SeenOutput.Choose([.. seen]);
        if (_loaded.Suite.Repetitions > 1)
        {
            var settled = await _backend.VerifyAsync(Request(@case, chosen.Text, records.Any(r => r.IsReplayed)), stop);
            chosen = chosen with { Comparison = chosen.Comparison with { Note = settled.Note } };
        }

        return chosen.Comparison.Policy == SnapshotPolicy.Off
            ? chosen.Comparison.Note is { } note ? new(false, note, null) : null
            : Leave(@case, chosen, new PendingSnapshot
            {
                CaseId = @case.Id,
                Verdict = chosen.Comparison.Verdict,
                Policy = chosen.Comparison.Policy,
                InputHash = InputHash(@case),
                Received = chosen.Text,
                Scores = Means(records),
                Results = seen.Count,
                Agreeing = agreeing,
            });
    }

    /// <summary>Ends the run: counts, and approves what was recorded.</summary>
    /// <param name="isWhole">Whether every case ran: only then is a snapshot without a case an orphan.</param>
    /// <exception cref="FilesException">The pack or an approved output cannot be written.</exception>
    public void Finish(bool isWhole)
    {
        var known = _loaded.Cases.Select(c => SnapshotName.Of(c.Id)).ToHashSet(StringComparer.Ordinal);
        var folder = isWhole || !_recorded.IsEmpty ? SnapshotFolder.Open(_folder, _settings.IsSharded) : null;
        _pack.Finish(new(_compared, isWhole ? [.. folder!.Verified.Where(v => !known.Contains(v))] : []));
        if (!_recorded.IsEmpty)
        {
            SnapshotApproval.Execute(folder!, new(_loaded.Suite.Name, _run.Started, _environment.User is { Length: > 0 } user ? user : "unknown", "record", null, [_run.RunId]), [.. _recorded]);
        }
    }

    public void Dispose() => _pack.Dispose();

    private SnapshotRequest Request(Case @case, SnapshotText text, bool isReplayed) => new()
    {
        Folder = _folder,
        Name = SnapshotName.Of(@case.Id),
        Received = text,
        InputHash = InputHash(@case),
        Judge = isReplayed ? _judgeOfReplays : _judge,
        MayWrite = !_environment.IsCi,
    };

    private CaseSnapshot Leave(Case @case, SeenOutput chosen, PendingSnapshot pending)
    {
        if (_environment.Snapshots == SnapshotMode.Record)
        {
            _recorded.Add(new(@case.Id, pending.InputHash, pending.Received));
            return new(false, null, null);
        }

        _pack.Append(pending);
        var blocks = pending.Policy == SnapshotPolicy.Block && _environment is { Snapshots: SnapshotMode.Verify, Mode: not EvalMode.Warn };
        var message = SnapshotMessage.Of((_folder, SnapshotName.Of(@case.Id)), pending.Received, chosen.Comparison, _loaded.Suite.Name);
        return new(blocks, chosen.Comparison.Note is { } note ? $"{message}\n{note}" : message, pending.Received);
    }

    private static string InputHash(Case @case) => ContentHash.Of(CanonicalJson.Text(@case.Input));

    private static Dictionary<string, double> Means(IReadOnlyList<RunRecord> records) => records.SelectMany(r => r.Scores).Where(s => s.Value is not null)
        .GroupBy(s => s.Key, s => s.Value!.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, StableSum.Mean, StringComparer.Ordinal);
}
