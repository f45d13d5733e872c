using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>A suite with today's cases.</summary>
public sealed record LoadedSuite
{
    /// <summary>The suite.</summary>
    public required Suite Suite { get; init; }

    /// <summary>All its cases, retired ones included, in file order.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>What is wrong with the cases; a suite with errors must not run.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Where its files are read from.</summary>
    public required EvalRoot Root { get; init; }

    /// <summary>The day on which its runs are judged: waivers end. Default: today, in UTC.</summary>
    public DateOnly Today { get; init; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Reads a suite that the build left beside the assembly, and its cases from where they are today.</summary>
    /// <param name="resolvedFile">Path of <c>NAME.suite.json</c>.</param>
    /// <param name="root">Where cases are looked for.</param>
    /// <exception cref="FilesException">The resolved suite is missing or cannot be read; building again mends it.</exception>
    public static LoadedSuite Load(string resolvedFile, EvalRoot root)
    {
        var suite = ResolvedSuiteFile.Read(resolvedFile);
        var reading = CaseFiles.Read(root, suite);
        return new() { Suite = suite, Cases = reading.Cases, Diagnostics = reading.Diagnostics, Root = root };
    }

    /// <summary>A suite that was read from its source.</summary>
    /// <param name="suite">A suite without errors.</param>
    public static LoadedSuite Of(CheckedSuite suite) => new()
    {
        Suite = suite.Suite!,
        Cases = suite.Cases,
        Diagnostics = suite.Diagnostics,
        Root = new(suite.ProjectFolder, suite.ProjectFolder, null),
    };

    /// <summary>The cases that a process is to run: the active ones, of its shard.</summary>
    /// <param name="shard">The shard; null for all cases.</param>
    public IEnumerable<Case> Expected(Shard? shard) => Cases.Where(c => c.Status == CaseStatus.Active && (shard?.Contains(c.Id) ?? true));

    /// <summary>A problem of this suite with the path of its place as short as it reads from a folder.</summary>
    internal Diagnostic From(string folder, Diagnostic problem) =>
        problem with { Place = problem.Place with { File = Near.Path(folder, Path.Combine(Root.Folder, problem.Place.File)) } };

    /// <summary>Today's fingerprints of the components whose files are hashed, by name.</summary>
    public IReadOnlyDictionary<string, string> Components() =>
        Suite.Components.ToDictionary(c => c.Name, c => ComponentHash.Of(Root.Folder, c), StringComparer.Ordinal);

    /// <summary>Where the suite's recordings are.</summary>
    public RecordingFolder Recordings => new(Path.Combine(Root.Folder, Suite.Folder, $"{Suite.Name}.recordings"), Suite.Name);

    /// <summary>Path of the baseline relative to the project folder; null for a suite without a gate.</summary>
    public string? BaselinePath => Suite.Gate is { } gate ? Suite.PathOf(gate.Baseline) : null;

    /// <summary>The verdict on a run that is not there.</summary>
    /// <param name="reason">Why not.</param>
    /// <param name="remedy">What to do.</param>
    internal SuiteVerdict Unjudged(string reason, string remedy) => new()
    {
        Suite = Suite.Name,
        Verdict = Verdict.NotJudged,
        Blocks = true,
        WholeRun = new(NotJudgedKind.Broken, reason, remedy),
        Findings = [new(DiagnosticCodes.NotJudged, Severity.Error, $"{Suite.Name} was not judged: {reason}. To mend it, {remedy}.", Suite.Gate!.Place)],
        Cases = Expected(null).Count(),
    };
}
