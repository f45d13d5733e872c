using System.Globalization;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Where to look for leaked cases.</summary>
public sealed record LeakageRequest
{
    /// <summary>Where suites are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the user stands; patterns are relative to it.</summary>
    public required string From { get; init; }

    /// <summary>The suite; null for the only one.</summary>
    public string? Suite { get; init; }

    /// <summary>Files that must not hold cases, as patterns; none for the components and the <c>leakage:</c> of the suite.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>Whether expected values are looked for too.</summary>
    public bool WithExpected { get; init; }

    /// <summary>A text that stands in every eval file; null for none.</summary>
    public string? Canary { get; init; }

    /// <summary>The folder of results, when it is not <c>TestResults/evalgate</c> of each project.</summary>
    public string? Results { get; init; }
}

/// <summary>Finds cases of an eval set in prompts, few-shots, training data and indexes.</summary>
public static class LeakageCommand
{
    /// <summary>Scans.</summary>
    /// <param name="request">What, and where.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read, or a pattern matches none.</exception>
    public static LeakageResult Execute(LeakageRequest request, ISuiteLanguage language)
    {
        var sets = CaseSets.Read(request.Folder, request.Suite, language).Only();
        if (sets.Suites is not [var loaded])
        {
            return new() { Problems = sets.Problems };
        }

        var result = Scan(loaded, request);
        return result with { Effects = Effects(loaded, request.Results, result) };
    }

    /// <summary>What the suite's own <c>leakage:</c> finds; null for a suite without it.</summary>
    internal static LeakageResult? Of(LoadedSuite loaded) =>
        loaded.Suite.Leakage is null ? null : Scan(loaded, new() { Folder = loaded.Root.Folder, From = loaded.Root.Folder });

    private static LeakageResult Scan(LoadedSuite loaded, LeakageRequest request)
    {
        var files = Files(request, loaded);
        if (files.Count == 0)
        {
            return new() { Problems = [new(DiagnosticCodes.NoFiles, Severity.Error, $"there is nothing to scan: suite '{loaded.Suite.Name}' names no components and no 'leakage:'. Name files with --against.", loaded.Suite.Place)] };
        }

        var policy = loaded.Suite.Leakage ?? new();
        var index = new LeakIndex([.. SoughtText.Of(loaded.Cases, request.WithExpected || policy.WithExpected), .. (request.Canary ?? policy.Canary) is { } canary ? [new SoughtText("", "canary", canary)] : Array.Empty<SoughtText>()], policy.Settings);
        var scanner = new LeakScanner(index);
        var control = LeakControl.Of(index, scanner);
        var scans = files.Select(f => CorpusScan.Scan(scanner, index, f.Path, f.Name)).ToArray();
        Leak[] leaks = [.. scans.SelectMany(s => s.Leaks)];
        return new()
        {
            Suite = loaded.Suite.Name,
            Leaks = leaks,
            Findings = [.. leaks.Select(Finding), .. control.Holds ? [] : new[] { loaded.From(request.From, Missed(loaded, control)) }],
            Control = control,
            Files = files.Count,
            Bytes = scans.Sum(s => s.Bytes),
            Sought = index.Texts.Count,
            TooShort = index.TooShort,
        };
    }

    private static IReadOnlyList<(string Path, string Name)> Files(LeakageRequest request, LoadedSuite loaded)
    {
        var root = loaded.Root.Folder;
        var found = request.Against.Count > 0
            ? request.Against.SelectMany(p => FilePattern.Find(request.From, p)).Select(f => Path.GetFullPath(f, request.From))
            : loaded.Suite.Components.SelectMany(c => Glob.Find(root, c.Files)).Concat(Glob.Find(root, loaded.Suite.Leakage?.Against ?? [])).Select(f => Path.GetFullPath(f, root));
        // The eval set itself is no leak of itself.
        var own = Glob.Find(root, CaseFiles.Patterns(loaded.Suite)).Select(f => Path.GetFullPath(f, root)).ToHashSet(StringComparer.Ordinal);
        return [.. found.Distinct(StringComparer.Ordinal).Where(f => !own.Contains(f)).Select(f => (f, Near.Path(request.From, f)))];
    }

    private static Diagnostic Finding(Leak leak) => new(
        leak.Kind switch
        {
            LeakKind.Canary => DiagnosticCodes.CanaryFound,
            LeakKind.Span => DiagnosticCodes.PartlyLeaked,
            _ => DiagnosticCodes.Leaked,
        },
        leak.Kind == LeakKind.Span ? Severity.Warning : Severity.Error,
        leak.Kind == LeakKind.Canary
            ? "the canary of the eval set stands here: somebody copied an eval file. Take the copy out."
            : string.Create(CultureInfo.InvariantCulture, $"case '{ShownText.Of(leak.Text.CaseId)}': {leak.Text.Path} stands here {HowText(leak)}: \"{ShownText.Of(leak.Excerpt, 120)}\". Take it out of this file, or retire the case."),
        new(leak.File, leak.Line, 0));

    private static string HowText(Leak leak) => leak.Kind switch
    {
        LeakKind.Verbatim => "verbatim",
        LeakKind.Normalised => "word for word",
        LeakKind.NearDuplicate => string.Create(CultureInfo.InvariantCulture, $"nearly ({100 * leak.Coverage:0} % of its words)"),
        _ => string.Create(CultureInfo.InvariantCulture, $"in part ({leak.Longest} words in a row, {100 * leak.Coverage:0} % of it)"),
    };

    private static Diagnostic Missed(LoadedSuite loaded, LeakControl control) => new(
        DiagnosticCodes.ControlMissed,
        Severity.Error,
        control.Planted == 0
            ? "no text of the cases is long enough to be looked for, so this scan says nothing."
            : string.Create(CultureInfo.InvariantCulture, $"of {control.Planted} copies that were planted {control.Found} were found: this scan says nothing. Cases that share most of their words hide one another."),
        loaded.Suite.Place);

    /// <summary>What the leaked cases do to the numbers of the newest run.</summary>
    private static IReadOnlyList<LeakEffect> Effects(LoadedSuite loaded, string? results, LeakageResult result) =>
        result.Leaked.Count > 0 && SuiteRuns.Newest(GateRunsCommand.ResultsOf(loaded, results), loaded.Suite.Name) is { } run ? LeakEffect.Of(loaded.Suite, run, result.Leaked) : [];
}

/// <summary>What a scan found.</summary>
public sealed record LeakageResult
{
    /// <summary>Why nothing was scanned.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>The suite.</summary>
    public string Suite { get; init; } = "";

    /// <summary>Every place where a case was found.</summary>
    public IReadOnlyList<Leak> Leaks { get; init; } = [];

    /// <summary>The same in words, and what stands against trusting the scan.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>The planted copies.</summary>
    public LeakControl Control { get; init; } = new(0, 0);

    /// <summary>Scanned files.</summary>
    public int Files { get; init; }

    /// <summary>Scanned bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>Texts that were looked for.</summary>
    public int Sought { get; init; }

    /// <summary>Texts that are too short to be looked for.</summary>
    public int TooShort { get; init; }

    /// <summary>What the leaked cases do to the numbers of the newest run; none without leaks or without a run.</summary>
    public IReadOnlyList<LeakEffect> Effects { get; init; } = [];

    /// <summary>The cases that leaked as a whole.</summary>
    public IReadOnlyList<string> Leaked => [.. Leaks.Where(l => l.Kind != LeakKind.Span && !l.Text.IsCanary).Select(l => l.Text.CaseId).Distinct(StringComparer.Ordinal)];
}
