using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Reflection;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Recordings;

namespace EvalGate.Xunit;

/// <summary>One suite being run by this process: its permits, its run file, and how much of it is done.</summary>
internal sealed class SuiteExecution : IDisposable
{
    private readonly EvalHost _host;
    private readonly LoadedSuite _loaded;
    private readonly string _folder;
    private readonly RunHeader _header;
    private readonly RunWriter _writer;
    private readonly Dictionary<string, Case> _cases;
    private readonly ConcurrentDictionary<(string CaseId, int Repetition), RunRecord> _records = new();
    private readonly StackNames _named = new();
    private readonly Lazy<Run> _ended;
    private readonly Dictionary<(string CaseId, int Repetition), RunRecord> _earlier;
    private readonly int _expected;
    private int _recorded;
    private int _inside;
    private int _taken;
    private readonly RecordingQueue _recordings;
    private string? _notKept;
    private int _shown;

    public SuiteExecution(EvalHost host, LoadedSuite loaded, string folder)
    {
        (_host, _loaded, _folder) = (host, loaded, folder);
        _cases = loaded.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _expected = host.Expected(loaded).Count() * Suite.Repetitions;
        _ended = new(WriteEnd);
        var header = HeaderOf();
        var resumed = host.Environment.Resumes ? CutOffRun.Find(folder, header) : null;
        _header = header with { ResumedFrom = resumed?.Header.RunId };
        Budget = new(Suite.Budget, TimeProvider.System);
        GateCommand.Forget(folder);
        _writer = RunWriter.Create(folder, _header);
        Snapshots = SuiteSnapshots.AreWanted(loaded, host.Environment)
            ? new(loaded, host.Environment, host.Services.Snapshots ?? new FileSnapshots(Suite.Snapshots!.IsSharded), (_header, _writer.Path))
            : null;
        Approved = Suite.Metrics.Any(ModelScorers.ComparesWithApproved) ? new(loaded.Root.Folder, Suite) : null;
        _recordings = new(loaded.Recordings);
        Recordings = new(_recordings, host.Environment.Recordings, TimeProvider.System);
        Permits = new(Suite.Concurrency);
        ThreadReserve.Add(Suite.Concurrency);
        EvalTestCase.Widen(Suite.Concurrency);
        _earlier = (resumed is null ? [] : CutOffRun.Kept(resumed)).ToDictionary(r => (r.CaseId, r.Repetition));
        foreach (var record in _earlier.Values)
        {
            Append(record, record.Components ?? ReadOnlyDictionary<string, string>.Empty);
        }
    }

    public Suite Suite => _loaded.Suite;

    /// <summary>The variant that answers beside the candidate; null without an A/B session, and for a suite that compares no durations: it would only cost.</summary>
    public string? Variant => Suite.ComparesDurations ? _host.Environment.Variant : null;

    /// <summary>Repetitions in flight.</summary>
    public SemaphoreSlim Permits { get; }

    /// <summary>What model calls were answered before.</summary>
    public SuiteRecordings Recordings { get; }

    /// <summary>What the run may still use.</summary>
    public BudgetMeter Budget { get; }

    /// <summary>What compares outputs; null where nothing does.</summary>
    public SuiteSnapshots? Snapshots { get; }

    /// <summary>What is approved of each case; null where no scorer compares with it.</summary>
    public ApprovedOutputs? Approved { get; }

    public Case Case(string id) => _cases.TryGetValue(id, out var found) ? found
        : throw new EvalSettingException($"suite '{Suite.Name}' has no case '{id}' any more: build again");

    /// <summary>Who asks the subject.</summary>
    public EvalContext ContextOf(string caseId, int repetition) => new(Suite.Name, caseId, repetition)
    {
        Recorder = Recordings.For(caseId, repetition),
        Prices = Suite.Prices,
    };

    /// <summary>The result of a repetition in the run that this one continues; null when it is to be run.</summary>
    private RunRecord? Earlier(EvalContext context) => _earlier.GetValueOrDefault((context.CaseId, context.Repetition));

    /// <summary>Records a result; a second one of the same repetition is ignored.</summary>
    /// <param name="record">The result.</param>
    /// <param name="components">What the subject named while it ran.</param>
    public void Append(RunRecord record, IReadOnlyDictionary<string, string> components)
    {
        // The file holds the output; in memory it would only wait to be forgotten.
        if (_records.TryAdd((record.CaseId, record.Repetition), record with { Output = default }))
        {
            _named.Add(components);
            _writer.Append(record);
            Interlocked.Increment(ref _recorded);
        }
    }

    /// <summary>Runs one repetition and records it, or takes it from the run that this one continues.</summary>
    /// <returns>Null when the budget is used up.</returns>
    public async Task<RunRecord?> RunAsync<TInput, TOutput>(CaseRunner<TInput, TOutput> runner, EvalContext context, CancellationToken stop)
    {
        var @case = Case(context.CaseId);
        if (Earlier(context) is { } earlier)
        {
            await runner.AgainAsync(@case, earlier, stop);
            Interlocked.Increment(ref _taken);
            return earlier;
        }

        if (!Budget.MayStart())
        {
            return null;
        }

        var record = await runner.RunAsync(@case, context, stop);
        Append(record, record.Components ?? ReadOnlyDictionary<string, string>.Empty);
        Budget.Add(record);
        return record;
    }

    /// <summary>Whether no case goes on, and none of the run that this one continues still waits to be compared and tested.</summary>
    private bool IsQuiet => Volatile.Read(ref _inside) == 0 && Volatile.Read(ref _taken) >= _earlier.Count;

    /// <summary>Begins a case; disposing of what is returned ends it. While a case goes on, the run is not complete.</summary>
    public IDisposable Enter()
    {
        Interlocked.Increment(ref _inside);
        return new Leaving(this);
    }

    /// <summary>Judges and shows the run when its last expected result is in the file, so that result files carry the verdict.</summary>
    public Task ShowIfCompleteAsync() =>
        Volatile.Read(ref _recorded) >= _expected && IsQuiet && !_host.Environment.IsRetry ? ShowAsync() : Task.CompletedTask;

    /// <summary>Ends the run and shows its verdict, once.</summary>
    public async Task ShowAsync()
    {
        if (Interlocked.Exchange(ref _shown, 1) == 0)
        {
            var run = End();
            if (_host.Judges && Suite.Gate is not null)
            {
                var verdict = SuiteGate.Judge(_loaded, run, _folder, _host.Environment);
                verdict = _notKept is { } problem ? verdict.With(problem) with { Effect = Effect.Blocks } : verdict;
                verdict = StepSummary.Append(verdict.Report, _host.Environment) is { } remark ? verdict.With(remark) : verdict;
                await _host.Sink!.ShowAsync(verdict);
            }
        }
    }

    /// <summary>Ends the run: nothing can be recorded any more.</summary>
    public Run End() => _ended.Value;

    public void Dispose()
    {
        _writer.Dispose();
        _recordings.Dispose();
        Snapshots?.Dispose();
        Permits.Dispose();
    }

    private Run WriteEnd()
    {
        _notKept = ProblemOf("Recordings", _recordings.Flush)
            ?? ProblemOf("Snapshots", () => Snapshots?.Finish(isWhole: _recorded >= _expected && _header.Shard is null));
        var end = new RunEnd(_writer.Records, TimeProvider.System.GetUtcNow(), _named.Over(_header.Stack), Budget.Stopped);
        var run = new Run { Header = _header, Records = [.. _records.Values], File = _writer.Path };
        try
        {
            _writer.Finish(end);
            return run with { End = end };
        }
        catch (Exception e) when (e is FilesException or InvalidOperationException)
        {
            // The disk refused this line or one before: the file is a run that was cut off, and so is this one.
            return run;
        }
    }

    /// <returns>Why something could not be kept; null when everything was.</returns>
    private static string? ProblemOf(string what, Action keep)
    {
        try
        {
            keep();
            return null;
        }
        catch (Exception e) when (e is FilesException or InvalidOperationException)
        {
            return $"{what} were not kept: {e.Message}";
        }
    }

    private sealed class Leaving(SuiteExecution execution) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref execution._inside);
    }

    private RunHeader HeaderOf()
    {
        var started = TimeProvider.System.GetUtcNow();
        return new()
        {
            Suite = Suite.Name,
            RunId = string.Create(CultureInfo.InvariantCulture, $"{started:yyyyMMdd'T'HHmmssfff'Z'}-{Environment.ProcessId}"),
            Started = started,
            DatasetHash = ContentHash.OfDataset(_loaded.Cases),
            Cases = _loaded.Cases.Count(c => c.Status == CaseStatus.Active),
            Repetitions = Suite.Repetitions,
            Metrics = Suite.Scored.ToDictionary(m => m.Name, m => m.Fingerprint, StringComparer.Ordinal),
            Stack = _loaded.Components(),
            Commit = GitHead.Commit(_loaded.Root.Folder),
            Build = _host.Build,
            Session = _host.Environment.Session,
            Machine = Machine.Describe(),
            ToolVersion = typeof(SuiteExecution).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            Shard = _host.Environment.Shard?.ToString(),
            Variant = Variant,
        };
    }
}
