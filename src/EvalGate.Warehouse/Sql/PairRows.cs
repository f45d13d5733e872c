using EvalGate.Gating;
using EvalGate.Slicing;

namespace EvalGate.Warehouse;

/// <summary>The FROM item of the portable text: the map's columns under plain names and types. It is all that differs between engines.</summary>
/// <remarks><c>eg_s0</c>… are slice values, <c>eg_bucket</c> the hashed unit, <c>eg_a0</c>, <c>eg_b0</c>… the scores of baseline and candidate.</remarks>
internal static class PairRows
{
    /// <summary>The item.</summary>
    /// <param name="map">The map.</param>
    /// <param name="kinds">What its columns hold.</param>
    /// <param name="table">Where they are: a quoted table, or a table function.</param>
    /// <param name="dialect">How the engine writes it.</param>
    public static string Of(PairMap map, IReadOnlyDictionary<string, ColumnKind> kinds, string table, SqlDialect dialect)
    {
        string[] columns =
        [
            .. map.Slices.Select((column, i) => $"coalesce(nullif({Text(column)}, ''), '{Slice.None}') as {SqlName.Own}s{i}"),
            .. map.Unit is { } unit ? [$"substring({dialect.Md5($"coalesce({Text(unit)}, '')")}, 1, 2) as {SqlName.Own}bucket"] : Array.Empty<string>(),
            .. map.Metrics.SelectMany((m, i) => new[] { $"{Number(m.Baseline)} as {SqlName.Own}a{i}", $"{Number(m.Candidate)} as {SqlName.Own}b{i}" }),
        ];
        return $"(\n      select {string.Join(",\n        ", columns)}\n      from {table}\n    ) as pairs";

        string Text(string column) => kinds[column] == ColumnKind.Text ? SqlName.Quote(column) + dialect.Collation : dialect.Text(SqlName.Quote(column)) + dialect.Collation;

        string Number(string column) => kinds[column] switch
        {
            ColumnKind.Flag => dialect.Flag(SqlName.Quote(column)),
            ColumnKind.Text => dialect.Parsed!(SqlName.Quote(column)),
            _ => dialect.Double(SqlName.Quote(column)),
        };
    }
}
