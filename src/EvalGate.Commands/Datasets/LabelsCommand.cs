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

    /// <summary>Where the label is, such as <c>expected.intent</c>; null for what the first metric expects.</summary>
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

    /// <summary>Compares sheets that were filled in with the stored labels, the oldest sheet first.</summary>
    /// <param name="request">Of which suite.</param>
    /// <param name="sheets">Whole path of each sheet, and its name for messages.</param>
    /// <param name="apply">Whether the newest sheet's labels become the cases'.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static LabelsResult Read(LabelsRequest request, IReadOnlyList<(string Path, string Name)> sheets, bool apply, ISuiteLanguage language) => With(request, language, (loaded, of) =>
    {
        var readings = sheets.Select(s => (s.Name, Sheet: LabelSheet.Read(s.Path, s.Name))).ToArray();
        var ids = loaded.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Diagnostic[] problems =
        [
            .. readings.SelectMany(r => r.Sheet.Diagnostics),
            .. readings.SelectMany(r => r.Sheet.Labels.Keys.Where(id => !ids.Contains(id)).Select(id => new Diagnostic(DiagnosticCodes.UnknownName, Severity.Error, $"there is no case '{ShownText.Of(id)}'.{Nearest.Hint(id, ids)}", new(r.Name, 0, 0)))),
            .. readings.Where(r => r.Sheet is { Labels.Count: 0, Diagnostics.Count: 0 }).Select(r => new Diagnostic(DiagnosticCodes.MissingField, Severity.Error, "no label is filled in.", new(r.Name, 0, 0))),
        ];
        if (problems.Length > 0)
        {
            return new() { Problems = problems };
        }

        SheetComparison[] compared = [.. readings.Select(r => new SheetComparison(r.Name, LabelComparison.Of(loaded.Suite, loaded.Cases, of, r.Sheet.Labels)))];
        var newest = compared[^1].Comparison;
        var run = SuiteRuns.Newest(GateRunsCommand.ResultsOf(loaded, request.Results), loaded.Suite.Name);
        if (apply)
        {
            Apply(loaded, of, newest, request.Today);
        }

        return new()
        {
            Suite = loaded.Suite.Name,
            Sheets = compared,
            Findings = [.. Drift(loaded, newest).Select(f => loaded.From(request.From, f))],
            Effects = run is null ? [] : LabelEffect.Of(loaded.Suite, loaded.Cases, of, newest.Changed, run),
            Applied = apply,
        };
    });

    /// <summary>Tells how old labels are, and which a change of policy may have made wrong.</summary>
    /// <param name="request">Of which suite.</param>
    /// <param name="staleAfterDays">After how many days a review is stale.</param>
    /// <param name="policy">The day of a change and the words it is about; null for none.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static LabelsResult Report(LabelsRequest request, int staleAfterDays, (DateOnly Since, string Matching)? policy, ISuiteLanguage language) => With(request, language, (loaded, _) => new()
    {
        Suite = loaded.Suite.Name,
        Ages = LabelAges.Of(loaded.Suite, loaded.Cases, request.Today, staleAfterDays),
        Findings = policy is { } p ? [.. LabelAges.Outdated(loaded.Cases, p.Since, p.Matching).Select(c => loaded.From(request.From, Outdated(c, p)))] : [],
    });

    private static LabelsResult With(LabelsRequest request, ISuiteLanguage language, Func<LoadedSuite, JsonPath, LabelsResult> work)
    {
        var sets = CaseSets.Read(request.Folder, request.Suite, language).Only();
        return sets.Suites is not [var loaded] ? new() { Problems = sets.Problems }
            : LabelPath.Of(loaded.Suite, request.Of) is not { } of ? Refuse(DiagnosticCodes.PathNowhere, "say where the label is, such as --of expected.intent.", loaded)
            : loaded.Cases.All(c => of.Find(c.Expected) is null) ? Refuse(DiagnosticCodes.PathNowhere, $"no case has '{ShownText.Of(of.ToString())}'.", loaded)
            : work(loaded, of);
    }

    private static LabelsResult Refuse(string code, string message, LoadedSuite loaded) => new() { Problems = [new(code, Severity.Error, message, loaded.Suite.Place)] };

    private static IEnumerable<Diagnostic> Drift(LoadedSuite loaded, LabelComparison comparison)
    {
        var cases = loaded.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return comparison.Changed.Select(c => new Diagnostic(
            DiagnosticCodes.LabelChanged,
            Severity.Warning,
            $"case '{ShownText.Of(c.Id)}' expects '{ShownText.Of(c.Stored)}', and a second look says '{ShownText.Of(c.New)}' (last review {(c.Reviewed is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "never")}). Decide, then 'evalgate labels read … --apply', or 'evalgate cases relabel'.",
            cases[c.Id].Place));
    }

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

/// <summary>A sheet against the stored labels.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Comparison">What it says.</param>
public sealed record SheetComparison(string Sheet, LabelComparison Comparison);

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

    /// <summary>Changed or outdated labels.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];

    /// <summary>What changed labels make of the newest run.</summary>
    public IReadOnlyList<LabelEffect> Effects { get; init; } = [];

    /// <summary>The ages of labels by slice.</summary>
    public IReadOnlyList<LabelAges> Ages { get; init; } = [];

    /// <summary>Whether the newest sheet's labels were written into the cases.</summary>
    public bool Applied { get; init; }
}
