using System.Globalization;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What to hold an eval set against.</summary>
public sealed record CoverageRequest
{
    /// <summary>Where suites are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the user stands; places are shown relative to it.</summary>
    public required string From { get; init; }

    /// <summary>The suite; null for the only one.</summary>
    public string? Suite { get; init; }

    /// <summary>Production's requests, a JSON Lines file relative to <see cref="From"/>; null for the one that the suite names.</summary>
    public string? Production { get; init; }

    /// <summary>Production's requests as rows of a database, one JSON object each; null where a file holds them.</summary>
    public IReadOnlyList<string>? Rows { get; init; }

    /// <summary>The folder of results, when it is not <c>TestResults/evalgate</c> of each project.</summary>
    public string? Results { get; init; }

    /// <summary>With fewer cases a slice is not covered; null for what the suite says, or 30.</summary>
    public int? FewestCases { get; init; }

    /// <summary>How many requests to suggest for labelling.</summary>
    public int Suggest { get; init; }

    /// <summary>Where the weights go; null to write none.</summary>
    public string? Weights { get; init; }
}

/// <summary>Says how much of what production sees an eval set covers.</summary>
public static class CoverageCommand
{
    private const double Warn = 0.05;

    /// <summary>Measures the coverage, and writes weights where they are asked for.</summary>
    /// <param name="request">What.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static CoverageResult Execute(CoverageRequest request, ISuiteLanguage language)
    {
        var sets = CaseSets.Read(request.Folder, request.Suite, language).Only();
        if (sets.Suites is not [var loaded])
        {
            return new() { Problems = sets.Problems };
        }

        if (LogOf(request, loaded) is not { } log)
        {
            return new() { Problems = [new(DiagnosticCodes.MissingKey, Severity.Error, $"suite '{loaded.Suite.Name}' names no requests of production. Name them with --production, or with 'coverage: {{ production: FILE.jsonl }}' in the suite.", loaded.Suite.Place)] };
        }

        var run = SuiteRuns.Newest(GateRunsCommand.ResultsOf(loaded, request.Results), loaded.Suite.Name);
        var (problems, input) = Read(loaded, log, run, request.FewestCases);
        if (input is null)
        {
            return new() { Problems = problems };
        }

        var report = Coverage.Of(input);
        if (request.Weights is { } file && report.Attributes.Any(a => a.Shares.Count > 0))
        {
            TextFile.WriteAtomically(file, WeightsText(report));
        }

        return new() { Suite = loaded.Suite.Name, Report = report, Findings = [.. Findings(input, report).Select(f => loaded.From(request.From, f))], Suggestions = Suggestions.Of(input, report, request.Suggest) };
    }

    /// <summary>What the suite's own <c>coverage:</c> finds; none for a suite without it.</summary>
    internal static IEnumerable<Diagnostic> FindingsOf(LoadedSuite loaded, Run run)
    {
        if (loaded.Suite.Coverage is not { } policy)
        {
            return [];
        }

        var path = Path.Combine(loaded.Root.Folder, policy.Production);
        if (!TextFile.Exists(path))
        {
            return [new(DiagnosticCodes.NothingToHoldAgainst, Severity.Warning, $"coverage was not measured: '{policy.Production}' is not there.", policy.Place)];
        }

        var (problems, input) = Read(loaded, (ProductionLog.Read(path, policy.Production, loaded.Suite.Attributes), policy.Production), run, null);
        return input is null ? problems : Findings(input, Coverage.Of(input));
    }

    /// <summary>The requests that were asked for, or that the suite names; null where nobody names any.</summary>
    private static (CasesReading Log, string Name)? LogOf(CoverageRequest request, LoadedSuite loaded)
    {
        const string Rows = "the query";
        if (request.Rows is { } rows)
        {
            return (ProductionLog.OfRows(rows, Rows, loaded.Suite.Attributes), Rows);
        }

        if ((request.Production ?? loaded.Suite.Coverage?.Production) is not { } production)
        {
            return null;
        }

        var path = Path.GetFullPath(production, request.Production is null ? loaded.Root.Folder : request.From);
        var name = request.Production ?? Near.Path(request.From, path);
        return (ProductionLog.Read(path, name, loaded.Suite.Attributes), name);
    }

    private static (IReadOnlyList<Diagnostic> Problems, CoverageInput? Input) Read(LoadedSuite loaded, (CasesReading Log, string Name) production, Run? run, int? fewest)
    {
        var log = production.Log;
        if (log.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            return (log.Diagnostics, null);
        }

        return log.Cases.Count == 0
            ? ([new(DiagnosticCodes.NoCases, Severity.Error, "there is no request in this log.", new(production.Name, 0, 0))], null)
            : ([], new()
            {
                Suite = loaded.Suite,
                Cases = loaded.Cases,
                Requests = log.Cases,
                Run = run,
                FewestCases = fewest ?? loaded.Suite.Coverage?.FewestCases ?? CoverageInput.UsualFewest,
            });
    }

    /// <summary>The mix of production as <c>weights: FILE.csv</c> reads it, for the attribute whose mix is furthest from it.</summary>
    private static string WeightsText(CoverageReport report)
    {
        var attribute = report.Attributes.First(a => a.Shares.Count > 0);
        var shares = attribute.Shares.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Select(s => string.Create(CultureInfo.InvariantCulture, $"{Quoted(s.Key)},{s.Value:0.######}\n"));
        return $"{attribute.Attribute},share\n{string.Concat(shares)}";
    }

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(",\"\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static IEnumerable<Diagnostic> Findings(CoverageInput input, CoverageReport report)
    {
        var suite = input.Suite;
        var invariant = CultureInfo.InvariantCulture;
        if (report.Uncovered > Warn)
        {
            yield return new(DiagnosticCodes.Uncovered, Severity.Warning, string.Create(invariant, $"{100 * report.Uncovered:0.0} % of the requests lie in a slice with fewer than {input.FewestCases} cases (95 % sure: at most {100 * report.UncoveredAtMost:0.0} %). Label some of them: 'evalgate coverage {suite.Name}{(suite.Coverage is null ? " --production …" : "")} --suggest 20'."), suite.Place);
        }

        foreach (var drifted in report.Attributes.Where(a => a.Level != DriftLevel.Calm))
        {
            yield return new(
                DiagnosticCodes.MixDrifted,
                Severity.Warning,
                string.Create(invariant, $"the eval set's mix of '{drifted.Attribute}' is not production's: stability index {drifted.Drift.PopulationStability:0.00}, {100 * drifted.Drift.TotalVariation:0} % of the traffic would have to move. Add cases of what is rare, or weigh: 'evalgate coverage … --weights mix.csv' writes what 'weights: mix.csv' reads."),
                suite.Attributes.First(a => a.Name == drifted.Attribute).Place);
        }

        if (report.NewCombinations > 0)
        {
            yield return new(DiagnosticCodes.UnseenTail, Severity.Note, string.Create(invariant, $"{100 * report.NewCombinations:0.0} % of the requests combine attributes as no case does, and {100 * report.Unseen.Mass:0.0} % of further ones (95 % sure: at most {100 * report.Unseen.UpperBound:0.0} %) would combine them as none in this log."), suite.Place);
        }
    }
}

/// <summary>What was measured.</summary>
public sealed record CoverageResult
{
    /// <summary>Why nothing was measured.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>The suite.</summary>
    public string Suite { get; init; } = "";

    /// <summary>The coverage; null when there are problems.</summary>
    public CoverageReport? Report { get; init; }

    /// <summary>What is worth attention.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>Requests worth a label.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];
}
