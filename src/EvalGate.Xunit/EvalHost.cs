using System.Collections.Concurrent;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>Everything one test session knows of its suites. One at a time per process, because xUnit and the platform each look for it.</summary>
internal sealed class EvalHost(string assemblyFolder, EvalEnvironment environment, EvalRoot root, string resultsFolder) : IAsyncDisposable
{
    private static readonly Lock Access = new();
    private static EvalHost? _current;

    private readonly string _suites = Path.Combine(assemblyFolder, "evalgate");
    private readonly ConcurrentDictionary<string, Lazy<LoadedSuite>> _loaded = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SuiteExecution>> _executions = new(StringComparer.Ordinal);
    private readonly Lazy<string> _build = new(() => ProgramHash.Of(assemblyFolder));
    private readonly Lazy<SubjectServices> _services = new(SubjectServices.Create);

    /// <summary>The session's host; made when somebody first asks.</summary>
    public static EvalHost Current
    {
        get
        {
            lock (Access)
            {
                return _current ??= Create();
            }
        }
    }

    public EvalEnvironment Environment { get; } = environment;

    public SubjectServices Services => _services.Value;

    /// <summary>Who shows verdicts; null when nobody wants to see them, as in an IDE.</summary>
    public IVerdictSink? Sink { get; set; }

    /// <summary>True when a test platform ends the session; it does so after all fixtures.</summary>
    public bool IsHosted { get; set; }

    /// <summary>True when somebody wants to see verdicts.</summary>
    public bool Judges => Sink is not null && Environment.Judges;

    /// <summary>Fingerprint of the program that runs.</summary>
    public string Build => _build.Value;

    private IEnumerable<SuiteExecution> Started =>
        _executions.OrderBy(e => e.Key, StringComparer.Ordinal).Where(e => e.Value.IsValueCreated).Select(e => e.Value.Value);

    /// <summary>Ends the session; an IDE may begin another one in the same process.</summary>
    public static async ValueTask EndAsync()
    {
        EvalHost? ended;
        lock (Access)
        {
            (ended, _current) = (_current, null);
        }

        if (ended is not null)
        {
            await ended.DisposeAsync();
        }
    }

    /// <summary>A suite with its cases.</summary>
    /// <exception cref="EvalSettingException">The environment or the cases have errors; all are listed.</exception>
    public LoadedSuite Suite(string name)
    {
        var loaded = Load(name);
        string[] problems = [.. Environment.Problems, .. Errors(loaded).Select(e => e.ToString())];
        return problems.Length == 0 ? loaded : throw new EvalSettingException(string.Join('\n', problems));
    }

    /// <summary>The cases that this process is to run: the active ones, of its shard.</summary>
    public IEnumerable<Case> Expected(LoadedSuite loaded) => loaded.Expected(Environment.Shard);

    /// <summary>The execution of a suite; the run file is opened with the first call.</summary>
    public SuiteExecution Execution(string suite) =>
        _executions.GetOrAdd(suite, name => new(() => new SuiteExecution(this, Suite(name), FolderOf(name)))).Value;

    /// <summary>Where the runs of a suite are.</summary>
    public string FolderOf(string suite) => Path.Combine(resultsFolder, suite);

    /// <summary>Ends all runs and shows what was not shown yet: the verdicts of runs that did not get to their last case and, in a retry, those of the attempt before.</summary>
    public async Task FinishAsync()
    {
        var executions = Started.ToArray();
        foreach (var execution in executions)
        {
            execution.End();
        }

        var earlier = Judges && Environment.IsRetry ? EarlierRuns().ToArray() : [];
        foreach (var (suite, run) in earlier)
        {
            await Sink!.ShowAsync(SuiteGate.Judge(suite, run, FolderOf(suite.Suite.Name), Environment));
        }

        foreach (var execution in executions.ExceptBy(earlier.Select(e => e.Suite.Suite.Name), e => e.Suite.Name, StringComparer.Ordinal))
        {
            await execution.ShowAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var execution in Started)
        {
            execution.Dispose();
        }

        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }
    }

    /// <summary>A retry runs a few failed tests only: the largest run of the same session is the whole one.</summary>
    private IEnumerable<(LoadedSuite Suite, Run Run)> EarlierRuns() =>
        from name in GeneratedFolder.Suites(_suites)
        let loaded = Load(name)
        where loaded.Suite.Gate is not null && !Errors(loaded).Any()
        let run = RunFolder.Where(FolderOf(name), h => h.Session == Environment.Session).MaxBy(r => r.Records.Count)
        where run is not null
        select (loaded, run);

    private LoadedSuite Load(string name) =>
        _loaded.GetOrAdd(name, n => new(() => LoadedSuite.Load(GeneratedFolder.SuitePath(_suites, n), root))).Value;

    private static IEnumerable<Diagnostic> Errors(LoadedSuite loaded) => loaded.Diagnostics.Where(d => d.Severity == Severity.Error);

    private static EvalHost Create()
    {
        var folder = AppContext.BaseDirectory;
        var environment = EvalEnvironment.Read(System.Environment.GetEnvironmentVariable, Setting("EvalGate.Mode"));
        var project = Setting("EvalGate.ProjectFolder") ?? "";
        var results = environment.Results is { } given
            ? Path.GetFullPath(given)
            : Path.Combine(Directory.Exists(project) ? project : folder, "TestResults", "evalgate");
        var root = new EvalRoot(project, Path.Combine(folder, "evalgate", "files"), environment.Root);
        return new(folder, environment, root, Path.Combine(results, Setting("EvalGate.TargetFramework") ?? "net"));
    }

    private static string? Setting(string name) => AppContext.GetData(name) as string;
}
