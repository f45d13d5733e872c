using System.Globalization;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Sheets that people filled in, held against the stored labels of a suite.</summary>
/// <param name="Problems">Why nothing could be compared.</param>
/// <param name="Sheets">One per sheet, the oldest first.</param>
internal sealed record LabelReadings(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<SheetComparison> Sheets)
{
    /// <summary>The newest sheet; null without any.</summary>
    public LabelComparison? Newest => Sheets is [.., var newest] ? newest.Comparison : null;

    /// <summary>From each sheet to the next.</summary>
    public IReadOnlyList<SheetDrift> Drifts =>
    [
        .. from pair in Sheets.Zip(Sheets.Skip(1))
           let drift = LabelDrift.Of(pair.First.Comparison, pair.Second.Comparison)
           where drift is not null
           select new SheetDrift(pair.First.Sheet, pair.Second.Sheet, drift),
    ];

    /// <summary>The sheets that the suite names, by name.</summary>
    public static IReadOnlyList<(string Path, string Name)> SheetsOf(LoadedSuite loaded, string from) =>
        [.. Glob.Find(loaded.Root.Folder, loaded.Suite.Labels?.Sheets ?? []).Select(f => Path.Combine(loaded.Root.Folder, f)).Select(p => (p, Near.Path(from, p)))];

    /// <summary>Reads sheets.</summary>
    /// <param name="loaded">The suite.</param>
    /// <param name="of">Where the label is.</param>
    /// <param name="sheets">Whole path of each sheet, and its name for messages; the oldest first.</param>
    public static LabelReadings Read(LoadedSuite loaded, JsonPath of, IReadOnlyList<(string Path, string Name)> sheets)
    {
        var readings = sheets.Select(s => (s.Name, Sheet: LabelSheet.Read(s.Path, s.Name))).ToArray();
        var ids = loaded.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        Diagnostic[] problems =
        [
            .. readings.SelectMany(r => r.Sheet.Diagnostics),
            .. readings.SelectMany(r => r.Sheet.Labels.Keys.Where(id => !ids.Contains(id)).Select(id => new Diagnostic(DiagnosticCodes.UnknownName, Severity.Error, $"there is no case '{ShownText.Of(id)}'.{Nearest.Hint(id, ids)}", new(r.Name, 0, 0)))),
            .. readings.Where(r => r.Sheet is { Labels.Count: 0, Diagnostics.Count: 0 }).Select(r => new Diagnostic(DiagnosticCodes.MissingField, Severity.Error, "no label is filled in.", new(r.Name, 0, 0))),
        ];
        return problems.Length > 0 ? new(problems, [])
            : new([], [.. readings.Select(r => new SheetComparison(r.Name, LabelComparison.Of(loaded.Suite, loaded.Cases, of, r.Sheet.Labels)))]);
    }

    /// <summary>Labels that the newest sheet changed, and agreement that fell from one sheet to the next.</summary>
    public IEnumerable<Diagnostic> Findings(LoadedSuite loaded)
    {
        var cases = loaded.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return (Newest?.Changed ?? []).Select(c => Changed(c, cases[c.Id])).Concat(Drifts.Where(d => d.Drift.IsProven).Select(d => Drifted(d, loaded.Suite)));
    }

    private static Diagnostic Changed(ChangedLabel label, Case @case) => new(
        DiagnosticCodes.LabelChanged,
        Severity.Warning,
        $"case '{ShownText.Of(label.Id)}' expects '{ShownText.Of(label.Stored)}', and a second look says '{ShownText.Of(label.New)}' (last review {(label.Reviewed is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "never")}). Decide, then 'evalgate labels read … --apply', or 'evalgate cases relabel'.",
        @case.Place);

    private static Diagnostic Drifted(SheetDrift drift, Suite suite) => new(
        DiagnosticCodes.LabelsDrifted,
        Severity.Warning,
        string.Create(CultureInfo.InvariantCulture, $"labels age: from {ShownText.Of(drift.From)} to {ShownText.Of(drift.To)} kappa fell by {-drift.Drift.Change:0.00} (95 % interval {-drift.Drift.Interval.Upper:0.00} to {-drift.Drift.Interval.Lower:0.00}). Relabel what the later sheet changed, and review the rest."),
        suite.Labels?.Place ?? suite.Place);
}

/// <summary>A sheet against the stored labels.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Comparison">What it says.</param>
public sealed record SheetComparison(string Sheet, LabelComparison Comparison);

/// <summary>How agreement with the stored labels moved between two sheets.</summary>
/// <param name="From">The earlier sheet.</param>
/// <param name="To">The later one.</param>
/// <param name="Drift">The change.</param>
public sealed record SheetDrift(string From, string To, LabelDrift Drift);
