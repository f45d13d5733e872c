using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>The columns that a map names.</summary>
internal static class MapColumns
{
    /// <summary>Columns that are text: what rows are sliced and hashed by.</summary>
    public static IEnumerable<string> Texts(PairMap map) => [.. map.Slices, .. map.Unit is { } unit ? [unit] : Array.Empty<string>()];

    /// <summary>All columns, each once.</summary>
    public static IReadOnlyList<string> All(PairMap map) => [.. Texts(map).Concat(map.Metrics.SelectMany(m => new[] { m.Baseline, m.Candidate })).Distinct(StringComparer.Ordinal)];

    /// <summary>Names that may not stand in SQL.</summary>
    public static IEnumerable<Diagnostic> Refused(PairMap map) =>
        All(map).Where(c => !SqlName.IsAllowed(c)).Select(c => new Diagnostic(DiagnosticCodes.WrongValue, Severity.Error, $"'{ShownText.Of(c)}' is no column that may be asked for: {SqlName.Allowed}.", map.Place));

    /// <summary>Columns that a store does not have, or that hold something else.</summary>
    public static IEnumerable<Diagnostic> Unfit(PairMap map, PairStore store, IReadOnlyDictionary<string, ColumnKind> kinds)
    {
        foreach (var column in All(map).Where(c => !kinds.ContainsKey(c)))
        {
            yield return new(DiagnosticCodes.UnknownName, Severity.Error, $"{store.Name} has no column '{column}'.", map.Place);
        }

        foreach (var column in Texts(map).Where(c => kinds.GetValueOrDefault(c) is ColumnKind.Real or ColumnKind.Other))
        {
            yield return new(DiagnosticCodes.WrongField, Severity.Error, $"'{column}' of {store.Name} holds neither text nor whole numbers, so its rows cannot be grouped the same way everywhere.", map.Place);
        }

        foreach (var metric in map.Metrics)
        {
            foreach (var column in new[] { metric.Baseline, metric.Candidate }.Where(c => kinds.GetValueOrDefault(c) is var kind && (kind == ColumnKind.Other || (kind == ColumnKind.Text && kinds.ContainsKey(c) && store.Dialect.Parsed is null))))
            {
                yield return new(DiagnosticCodes.WrongField, Severity.Error, $"'{column}' of {store.Name} holds no numbers.", metric.Metric.Place);
            }
        }
    }
}
