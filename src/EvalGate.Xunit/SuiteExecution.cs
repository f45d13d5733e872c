using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>One suite being run by this process: its permits, its run file, and how much of it is done.</summary>
internal sealed class SuiteExecution : IDisposable
{
    private readonly EvalHost _host;
    private readonly LoadedSuite _loaded;
    private readonly RunWriter _writer;
    private readonly Dictionary<string, Case> _cases;
    private readonly ConcurrentDictionary<(string CaseId, int Repetition), RunRecord> _records = new();
    private readonly int _expected;
    private int _recorded;
    private int _shown;

    public SuiteExecution(EvalHost host, LoadedSuite loaded, string folder)
    {
        _host = host;
        _loaded = loaded;
        _cases = loaded.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _expected = host.Expected(loaded).Count() * loaded.Suite.Repetitions;
        Folder = folder;
        Permits = new(loaded.Suite.Concurrency);
        Header = HeaderOf();
        _writer = RunWriter.Create(folder, Header);
    }

    public Suite Suite => _loaded.Suite;

    public string Folder { get; }

    public RunHeader Header { get; }

    /// <summary>Repetitions in flight.</summary>
    public SemaphoreSlim Permits { get; }

    /// <summary>Components that the subject named so far.</summary>
    public ConcurrentDictionary<string, string> Components { get; } = new(StringComparer.Ordinal);

    /// <summary>True when every expected result is in the file.</summary>
    public bool IsComplete => Volatile.Read(ref _recorded) >= _expected;

    public Case Case(string id) => _cases.TryGetValue(id, out var found) ? found
        : throw new EvalSettingException($"suite '{Suite.Name}' has no case '{id}' any more: build again");

    /// <summary>Records a result; a second one of the same repetition is ignored.</summary>
    public void Append(RunRecord record)
    {
        if (_records.TryAdd((record.CaseId, record.Repetition), record))
        {
            _writer.Append(record);
            Interlocked.Increment(ref _recorded);
        }
    }

    /// <summary>Judges and shows the run when its last expected result is in, so that result files carry the verdict.</summary>
    public Task ShowIfCompleteAsync() => IsComplete ? ShowAsync() : Task.CompletedTask;

    /// <summary>Ends the run and shows its verdict, once.</summary>
    public async Task ShowAsync()
    {
        if (Interlocked.Exchange(ref _shown, 1) != 0)
        {
            return;
        }

        var stack = new SortedDictionary<string, string>(Header.Stack.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (name, value) in Components)
        {
            stack[name] = value;
        }

        var end = new RunEnd(_writer.Records, TimeProvider.System.GetUtcNow(), stack);
        _writer.Finish(end);
        if (_host.Environment.Mode != EvalMode.Record && Suite.Gate is not null && _host.Sink is { } sink)
        {
            var run = new Run { Header = Header, Records = [.. _records.Values], End = end, File = _writer.Path };
            await sink.ShowAsync(ShownVerdict.Of(GateCommand.Execute(_loaded, run, Folder), _host.Environment));
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        Permits.Dispose();
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
            Metrics = Suite.Metrics.ToDictionary(m => m.Name, m => m.Fingerprint, StringComparer.Ordinal),
            Stack = _loaded.Components(),
            Commit = GitHead.Commit(_loaded.Root.Folder),
            Build = _host.Build,
            Session = _host.Environment.Session,
            Machine = Machine.Describe(),
            ToolVersion = typeof(SuiteExecution).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            Shard = _host.Environment.Shard?.ToString(),
        };
    }
}
