using System.Globalization;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Which labels to look at again.</summary>
public sealed record LabelsRequest
{
    /// <summary>Where suites are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the user stands; places are shown relative to it.</summary>
    public required string From { get; init; }

    /// <summary>The suite; null for the only one.</summary>
    public string? Suite { get; init; }

    /// <summary>Where the label is, such as <c>expected.intent</c>; null for what the suite says, or its first metric expects.</summary>
    public string? Of { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The folder of results, when it is not <c>TestResults/evalgate</c> of each project.</summary>
    public string? Results { get; init; }
}

/// <summary>Looks at the labels of an eval set again: draws sheets for people, reads them back, tells how old labels are.</summary>
public static class LabelsCommand
{
    /// <summary>Writes a sheet with a stratified sample.</summary>
    /// <param name="request">Of which suite.</param>
    /// <param name="by">The attribute whose values are the strata; null for the first.</param>
    /// <param name="size">How many cases, and the seed.</param>
    /// <param name="path">Where the sheet goes.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static LabelsResult Sheet(LabelsRequest request, string? by, (int Count, int Seed) size, string path, ISuiteLanguage language) => With(request, language, (loaded, of) =>
    {
        var attributes = loaded.Suite.Attributes.Select(a => a.Name).ToArray();
        if ((by ?? attributes.FirstOrDefault()) is not { } attribute || !attributes.Contains(attribute, StringComparer.Ordinal))
        {
            return Refuse(DiagnosticCodes.UnknownName, $"suite '{loaded.Suite.Name}' has no slice attribute '{ShownText.Of(by ?? "")}'; it has {string.Join(", ", attributes)}.", loaded);
        }

        var drawn = LabelSample.Draw(loaded.Suite, loaded.Cases, of, attribute, size);
        LabelSheet.Write(path, drawn.Select(c => (c.Id, TextLeaf.Prose(c.Input))));
        return new() { Suite = loaded.Suite.Name, Drawn = drawn.Count };
    });

    /// <summary>Compares sheets that were filled in with the stored labels.</summary>
    /// <param name="request">Of which suite.</param>
    /// <param name="sheets">Sheets relative to where the user stands, the oldest first; none for those that the suite names.</param>
    /// <param name="apply">Whether the newest sheet's labels become the cases'.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static LabelsResult Read(LabelsRequest request, IReadOnlyList<string> sheets, bool apply, ISuiteLanguage language) => With(request, language, (loaded, of) =>
    {
        var named = sheets.Count > 0 ? [.. sheets.Select(s => (Path.GetFullPath(s, request.From), s))] : LabelReadings.SheetsOf(loaded, request.From);
        if (named.Count == 0)
        {
            return Refuse(DiagnosticCodes.NoFiles, $"there is no sheet to read: name one, or write 'labels: {{ sheets: labels/*.csv }}' in suite '{loaded.Suite.Name}'.", loaded);
        }

        var readings = LabelReadings.Read(loaded, of, named);
        if (readings.Newest is not { } newest)
        {
            return new() { Problems = readings.Problems };
        }

        var result = Compared(request, loaded, of, readings);
        if (apply)
        {
            Apply(loaded, of, newest, request.Today);
        }

        return result with { Applied = apply };
    });

    /// <summary>Tells how old labels are, what the suite's own sheets say of them, and which a change of policy may have made wrong.</summary>
    /// <param name="request">Of which suite.</param>
    /// <param name="staleAfterDays">After how many days a review is stale.</param>
    /// <param name="policy">The day of a change and the words it is about; null for none.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static LabelsResult Report(LabelsRequest request, int staleAfterDays, (DateOnly Since, string Matching)? policy, ISuiteLanguage language) => With(request, language, (loaded, of) =>
    {
        var outdated = policy is { } p ? LabelAges.Outdated(loaded.Cases, p.Since, p.Matching) : [];
        var readings = LabelReadings.Read(loaded, of, LabelReadings.SheetsOf(loaded, request.From));
        if (readings.Problems.Count > 0)
        {
            return new() { Problems = readings.Problems };
        }

        var result = Compared(request, loaded, of, readings);
        return result with
        {
            Ages = LabelAges.Of(loaded.Suite, loaded.Cases, request.Today, staleAfterDays),
            Findings = [.. result.Findings, .. outdated.Select(c => loaded.From(request.From, Outdated(c, policy!.Value)))],
            Outdated = VerdictWithout.Of(loaded, NewestRun(request, loaded), [.. outdated.Select(c => c.Id)]),
        };
    });

    /// <summary>What the suite's own <c>labels:</c> finds; none for a suite without it.</summary>
    internal static IEnumerable<Diagnostic> FindingsOf(LoadedSuite loaded)
    {
        if (loaded.Suite.Labels is not { } policy)
        {
            return [];
        }

        var sheets = LabelReadings.SheetsOf(loaded, loaded.Root.Folder);
        if (sheets.Count == 0 || LabelPath.Of(loaded.Suite, policy.Of) is not { } of)
        {
            return [new(DiagnosticCodes.NothingToHoldAgainst, Severity.Warning, sheets.Count == 0 ? "labels were not compared: no sheet matches." : "labels were not compared: say where the label is, such as 'of: expected.intent'.", policy.Place)];
        }

        var readings = LabelReadings.Read(loaded, of, sheets);
        return [.. readings.Problems, .. readings.Findings(loaded)];
    }

    private static LabelsResult Compared(LabelsRequest request, LoadedSuite loaded, JsonPath of, LabelReadings readings)
    {
        var (run, changed) = (NewestRun(request, loaded), readings.Newest?.Changed ?? []);
        return new()
        {
            Suite = loaded.Suite.Name,
            Sheets = readings.Sheets,
            Drifts = readings.Drifts,
            Findings = [.. readings.Findings(loaded).Select(f => loaded.From(request.From, f))],
            Effects = run is null || changed.Count == 0 ? [] : LabelEffect.Of(loaded.Suite, loaded.Cases, of, changed, run),
            Changed = VerdictWithout.Of(loaded, run, [.. changed.Select(c => c.Id)]),
        };
    }

    private static Run? NewestRun(LabelsRequest request, LoadedSuite loaded) => SuiteRuns.Newest(GateRunsCommand.ResultsOf(loaded, request.Results), loaded.Suite.Name);

    private static LabelsResult With(LabelsRequest request, ISuiteLanguage language, Func<LoadedSuite, JsonPath, LabelsResult> work)
    {
        var sets = CaseSets.Read(request.Folder, request.Suite, language).Only();
        return sets.Suites is not [var loaded] ? new() { Problems = sets.Problems }
            : LabelPath.Of(loaded.Suite, request.Of ?? loaded.Suite.Labels?.Of) is not { } of ? Refuse(DiagnosticCodes.PathNowhere, "say where the label is, such as --of expected.intent.", loaded)
            : loaded.Cases.All(c => of.Find(c.Expected) is null) ? Refuse(DiagnosticCodes.PathNowhere, $"no case has '{ShownText.Of(of.ToString())}'.", loaded)
            : work(loaded, of);
    }

    private static LabelsResult Refuse(string code, string message, LoadedSuite loaded) => new() { Problems = [new(code, Severity.Error, message, loaded.Suite.Place)] };

    private static Diagnostic Outdated(Case @case, (DateOnly Since, string Matching) policy) => new(
        DiagnosticCodes.LabelOutdated,
        Severity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"case '{ShownText.Of(@case.Id)}' mentions '{ShownText.Of(policy.Matching)}' and was last reviewed {(@case.Reviewed is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "never")}, before {policy.Since:yyyy-MM-dd}. Check what it expects."),
        @case.Place);

    private static void Apply(LoadedSuite loaded, JsonPath of, LabelComparison comparison, DateOnly today)
    {
        var changed = comparison.Changed.ToDictionary(c => c.Id, c => c.New, StringComparer.Ordinal);
        foreach (var @case in loaded.Cases.Where(c => changed.ContainsKey(c.Id) || comparison.Confirmed.Contains(c.Id, StringComparer.Ordinal)).Where(c => !CaseFiles.IsYaml(c.Place.File)))
        {
            var edit = changed.TryGetValue(@case.Id, out var label) ? CaseEdit.Relabel(LabelPath.With(@case.Expected, of, label), today) : CaseEdit.Review(today);
            CaseFileEditor.Edit(Path.Combine(loaded.Root.Folder, @case.Place.File), @case.Id, edit);
        }
    }
}

/// <summary>What came of looking at labels again.</summary>
public sealed record LabelsResult
{
    /// <summary>Why nothing came of it.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>The suite.</summary>
    public string Suite { get; init; } = "";

    /// <summary>Cases on the sheet that was written.</summary>
    public int Drawn { get; init; }

    /// <summary>One per sheet that was read.</summary>
    public IReadOnlyList<SheetComparison> Sheets { get; init; } = [];

    /// <summary>From each sheet to the next.</summary>
    public IReadOnlyList<SheetDrift> Drifts { get; init; } = [];

    /// <summary>What the newest verdict rests on the changed labels for; null when there is nothing to say.</summary>
    public VerdictWithout? Changed { get; init; }

    /// <summary>The same for labels that a change of policy may have made wrong.</summary>
    public VerdictWithout? Outdated { get; init; }

    /// <summary>Changed or outdated labels, and drift.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>What changed labels make of the newest run.</summary>
    public IReadOnlyList<LabelEffect> Effects { get; init; } = [];

    /// <summary>The ages of labels by slice.</summary>
    public IReadOnlyList<LabelAges> Ages { get; init; } = [];

    /// <summary>Whether the newest sheet's labels were written into the cases.</summary>
    public bool Applied { get; init; }
}
