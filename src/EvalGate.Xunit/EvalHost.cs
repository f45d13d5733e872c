using System.Collections.Concurrent;
using System.Reflection;
using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>Everything one test process knows of its suites. One per process, because xUnit and the platform each look for it.</summary>
internal sealed class EvalHost(string assemblyFolder, EvalEnvironment environment, EvalRoot root, string resultsFolder) : IAsyncDisposable
{
    private static readonly Lazy<EvalHost> Process = new(Create);

    private readonly ConcurrentDictionary<string, Lazy<LoadedSuite>> _suites = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<SuiteExecution>> _executions = new(StringComparer.Ordinal);
    private readonly Lazy<string> _build = new(() => ProgramHash.Of(assemblyFolder));
    private readonly Lazy<SubjectServices> _services = new(SubjectServices.Create);

    public static EvalHost Current => Process.Value;

    public EvalEnvironment Environment { get; } = environment;

    public SubjectServices Services => _services.Value;

    /// <summary>Who shows verdicts; null until a runner offers to.</summary>
    public IVerdictSink? Sink { get; set; }

    /// <summary>True when a test platform ends the session; it does so after all fixtures.</summary>
    public bool IsHosted { get; set; }

    /// <summary>Executions that recorded anything.</summary>
    public IEnumerable<SuiteExecution> Executions => _executions.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Value.Value);

    /// <summary>Fingerprint of the program that runs.</summary>
    public string Build => _build.Value;

    /// <summary>Names of all suites that the build left beside the assembly.</summary>
    public IReadOnlyList<string> SuiteNames => GeneratedFolder.Suites(Path.Combine(assemblyFolder, "evalgate"));

    /// <summary>A suite with its cases.</summary>
    /// <exception cref="EvalSettingException">The cases have errors; all are listed.</exception>
    public LoadedSuite Suite(string name)
    {
        var loaded = _suites.GetOrAdd(name, n => new(() => LoadedSuite.Load(GeneratedFolder.SuitePath(Path.Combine(assemblyFolder, "evalgate"), n), root))).Value;
        var errors = loaded.Diagnostics.Where(d => d.Severity == Severity.Error).ToArray();
        return errors.Length == 0 ? loaded : throw new EvalSettingException(string.Join('\n', errors.Select(e => e.ToString())));
    }

    /// <summary>The cases that this process is to run: the active ones, of its shard.</summary>
    public IEnumerable<Case> Expected(LoadedSuite loaded) =>
        loaded.Cases.Where(c => c.Status == CaseStatus.Active && (Environment.Shard?.Contains(c.Id) ?? true));

    /// <summary>The execution of a suite; the run file is opened with the first call.</summary>
    public SuiteExecution Execution(string suite) =>
        _executions.GetOrAdd(suite, name => new(() => new SuiteExecution(this, Suite(name), FolderOf(name)))).Value;

    /// <summary>Where the runs of a suite are.</summary>
    public string FolderOf(string suite) => Path.Combine(resultsFolder, suite);

    public async ValueTask DisposeAsync()
    {
        foreach (var execution in Executions)
        {
            execution.Dispose();
        }

        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }
    }

    private static EvalHost Create()
    {
        var folder = AppContext.BaseDirectory;
        var environment = EvalEnvironment.Read(System.Environment.GetEnvironmentVariable, Setting("EvalGate.Mode"));
        var project = Setting("EvalGate.ProjectFolder") ?? "";
        var framework = Setting("EvalGate.TargetFramework") ?? "net";
        var results = System.Environment.GetEnvironmentVariable("EVALGATE_RESULTS") is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.Combine(Directory.Exists(project) ? project : folder, "TestResults", "evalgate");
        var root = new EvalRoot(project, Path.Combine(folder, "evalgate", "files"), environment.Root);
        return new(folder, environment, root, Path.Combine(results, framework));
    }

    private static string? Setting(string name) => AppContext.GetData(name) as string;
}
