using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace EvalGate.Mutation;

/// <summary>The tests of a target beside its mutated assembly, in a copy of the repository.</summary>
/// <remarks>
/// Stryker writes all mutants into one assembly, where a variable of the environment switches one on. Its own run of the tests hangs under Microsoft.Testing.Platform
/// (5.1.0: hosts wait for each other until they time out), so that Stryker is stopped once the assembly is there, and the tests are started here, once per mutant.
/// </remarks>
internal sealed class MutatedTests
{
    private const string Switch = "EVALGATE_MUTANT";

    /// <summary>Stryker adds public types of its own to what it mutates.</summary>
    private const string PublicApi = "*.ThePublicApi";

    /// <summary>What Stryker says when it starts tests beside the mutated assembly, which is whole by then.</summary>
    private const string FirstUse = "Starting per-test coverage capture";

    private const int MostLines = 40;
    private static readonly TimeSpan LongestMutation = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _host;
    private TimeSpan _limit = TimeSpan.FromMinutes(15);

    private MutatedTests(string host, IReadOnlyList<Mutant> mutants) => (_host, Mutants) = (host, mutants);

    /// <summary>The mutants of the target that compiled, in order.</summary>
    public IReadOnlyList<Mutant> Mutants { get; }

    /// <summary>Mutates a target.</summary>
    /// <param name="repository">A copy of the repository that may be changed.</param>
    /// <param name="target">The target.</param>
    public static MutatedTests Of(string repository, Target target)
    {
        var folder = Path.Combine(repository, "tests", target.Tests);
        var stryker = new ProcessStartInfo("dotnet", ["stryker", "--project", target.Project + ".csproj", "--test-runner", "mtp", "--concurrency", "1", "--verbosity", "trace", "--skip-version-check"]) { WorkingDirectory = folder };
        stryker.Environment["MutationTesting"] = "true";
        var log = Processes.Until(stryker, line => line.Contains(FirstUse, StringComparison.Ordinal), LongestMutation);
        var mutants = StrykerLog.Mutants(log, Path.Combine(repository, "src", target.Project));
        var tests = new MutatedTests(Path.Combine(folder, "bin", "Debug", "net10.0", target.Tests), [.. mutants.Where(m => target.Covers(m.File))]);
        tests.Calibrate();
        return tests;
    }

    /// <summary>Whether the tests notice a mutant: first those of its folder, then all.</summary>
    /// <param name="mutant">The mutant.</param>
    public Ending Meet(Mutant mutant)
    {
        var first = mutant.Folder.Length == 0 ? Ending.Success : Run(mutant.Id, ["--filter-namespace", $"*.{mutant.Folder}*"]);
        return first == Ending.Success ? Run(mutant.Id, []) : first;
    }

    // Without a mutant the tests must pass, and say how long a mutant may take before it counts as an endless loop.
    private void Calibrate()
    {
        var watch = Stopwatch.StartNew();
        var lines = new ConcurrentQueue<string>();
        if (Run(-1, [], lines.Enqueue) != Ending.Success)
        {
            throw new InvalidOperationException($"{_host} fails without a mutant:\n{string.Join('\n', lines.Take(MostLines))}");
        }

        _limit = (5 * watch.Elapsed) + Patience;
    }

    private Ending Run(int id, IEnumerable<string> filter, Action<string>? told = null)
    {
        var start = new ProcessStartInfo(_host, [.. filter, "--filter-not-class", PublicApi, "--no-banner", "--progress", "off", "--stop-on-fail", "on"]) { WorkingDirectory = Path.GetDirectoryName(_host)! };
        start.Environment["STRYKER_MUTANT_ID_CONTROL_VAR"] = Switch;
        start.Environment[Switch] = id.ToString(CultureInfo.InvariantCulture);
        return Processes.Run(start, _limit, told);
    }
}
