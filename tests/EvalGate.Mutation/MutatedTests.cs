using System.Diagnostics;
using System.Globalization;

namespace EvalGate.Mutation;

/// <summary>The tests of a target beside its mutated assembly, in a copy of the repository.</summary>
/// <remarks>
/// Stryker writes all mutants into one assembly, where a variable of the environment switches one on. Its own run of the tests hangs under Microsoft.Testing.Platform
/// (5.1.0: hosts wait for each other until they time out), so that Stryker is stopped once the assembly is there, and the tests are started here: each class once without a mutant, to see
/// which ones it reaches, and those that reach it once per mutant.
/// </remarks>
internal sealed class MutatedTests
{
    private const string Switch = "EVALGATE_MUTANT";
    private const int NoMutant = -1;

    /// <summary>Stryker adds public types of its own to what it mutates.</summary>
    private const string PublicApi = ".ThePublicApi";

    /// <summary>What Stryker says when it starts tests beside the mutated assembly, which is whole by then.</summary>
    private const string FirstUse = "Starting per-test coverage capture";

    private static readonly TimeSpan LongestMutation = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongestClass = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly TestClass[] _classes;

    private MutatedTests(IReadOnlyList<(TestSet Tests, string Host)> sets, IReadOnlyList<Mutant> mutants) => (Mutants, _classes) = (mutants, [.. sets.SelectMany(s => ClassesOf(s.Tests, s.Host))]);

    /// <summary>The mutants of the target that compiled, in order.</summary>
    public IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>Mutates a target.</summary>
    /// <param name="repository">A copy of the repository that may be changed.</param>
    /// <param name="target">The target.</param>
    public static MutatedTests Of(string repository, Target target)
    {
        var stryker = new ProcessStartInfo("dotnet", ["stryker", "--project", target.Project + ".csproj", "--test-runner", "mtp", "--concurrency", "1", "--verbosity", "trace", "--skip-version-check"]) { WorkingDirectory = Path.Combine(repository, "tests", target.Tests[0].Project) };
        stryker.Environment["MutationTesting"] = "true";
        var log = Processes.Until(stryker, line => line.Contains(FirstUse, StringComparison.Ordinal), LongestMutation);
        var mutants = StrykerLog.Mutants(log, Path.Combine(repository, "src", target.Project));
        foreach (var other in target.Tests.Skip(1))
        {
            Build(repository, other.Project, Path.Combine(OutputOf(repository, target.Tests[0].Project), target.Project + ".dll"));
        }

        return new([.. target.Tests.Select(tests => (tests, Path.Combine(OutputOf(repository, tests.Project), tests.Project)))], [.. mutants.Where(m => target.Covers(m.File))]);
    }

    private static string OutputOf(string repository, string tests) => Path.Combine(repository, "tests", tests, "bin", "Debug", "net10.0");

    // Built from the sources as they are; then the mutated assembly takes the place of the plain one.
    private static void Build(string repository, string tests, string mutated)
    {
        var built = Processes.Run(new("dotnet", ["build", Path.Combine(repository, "tests", tests), "-c", "Debug", "-nodeReuse:false"]), LongestMutation);
        if (built.Ending != Ending.Success)
        {
            throw new InvalidOperationException($"{tests} does not build:\n{string.Join('\n', built.Lines.TakeLast(20))}");
        }

        File.Copy(mutated, Path.Combine(OutputOf(repository, tests), Path.GetFileName(mutated)), overwrite: true);
    }

    /// <summary>Whether the tests notice a mutant; one that no test reaches goes unnoticed.</summary>
    /// <param name="mutant">The mutant.</param>
    public Ending Meet(Mutant mutant) =>
        TestClass.Turns(_classes, mutant).Select(turn => Meet(mutant, turn)).FirstOrDefault(ending => ending != Ending.Success, Ending.Success);

    // What uses many times what it does without a mutant counts as an endless loop.
    private Ending Meet(Mutant mutant, IReadOnlyList<TestClass> classes) =>
        Run(classes[0].Host, mutant.Id, classes.SelectMany(c => Only(c.Name)), (3 * TimeSpan.FromTicks(classes.Sum(c => c.Cost.Ticks))) + Patience).Ending;

    private static IEnumerable<TestClass> ClassesOf(TestSet tests, string host) =>
        TestClass.Names(Run(host, NoMutant, ["--list-tests"], LongestClass).Lines).Where(name => tests.Holds(name) && !name.EndsWith(PublicApi, StringComparison.Ordinal)).Select(name => Measured(host, name));

    // Without a mutant the tests must pass.
    private static TestClass Measured(string host, string name)
    {
        var temporary = Directory.CreateTempSubdirectory("evalgate-reached-").FullName;
        try
        {
            var run = Run(host, NoMutant, Only(name), LongestClass, temporary);
            var reached = Directory.EnumerateFiles(temporary, "reached*").SelectMany(file => StrykerLog.Reached(File.ReadAllText(file)));
            return run.Ending == Ending.Success ? new(host, name, run.Used, reached.ToHashSet()) : throw new InvalidOperationException($"{name} fails without a mutant:\n{string.Join('\n', run.Lines.Take(40))}");
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static IEnumerable<string> Only(string name) => ["--filter-class", name];

    private static (Ending Ending, TimeSpan Used, IReadOnlyList<string> Lines) Run(string host, int id, IEnumerable<string> options, TimeSpan limit, string? reached = null)
    {
        var start = new ProcessStartInfo(host, [.. options, "--no-banner", "--progress", "off", "--no-ansi", "--stop-on-fail", "on"]) { WorkingDirectory = Path.GetDirectoryName(host)! };
        start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = Switch;
        start.Environment[Switch] = id.ToString(CultureInfo.InvariantCulture);
        if (reached is not null)
        {
            start.Environment["STRYKER_COVERAGE_FILE"] = "reached.txt";
            start.Environment["TMPDIR"] = reached;
        }

        return Processes.Run(start, limit, line => line.StartsWith("failed ", StringComparison.Ordinal));
    }
}
