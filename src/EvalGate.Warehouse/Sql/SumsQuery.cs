using System.Globalization;
using EvalGate.Gating;

namespace EvalGate.Warehouse;

/// <summary>The SQL that adds up a log of pairs: a plain GROUP BY for every set of slice columns, each tagged with its number.</summary>
internal sealed class SumsQuery
{
    private readonly SqlDialect _dialect;

    /// <summary>Creates the query.</summary>
    /// <param name="map">What the rows mean.</param>
    /// <param name="dialect">Short cuts of the engine that give the same sums; <see cref="SqlDialect.Standard"/> for the text that runs everywhere.</param>
    public SumsQuery(PairMap map, SqlDialect dialect)
    {
        (Map, _dialect) = (map, dialect);
        Metrics = [.. map.Metrics.Select((m, i) => new MetricSql(m, i, map.Unit is not null))];
        Sets = [[], .. map.Slices.Index().Select(s => new[] { s.Index }), .. map.Crosses.Select(c => c.Attributes.Select(a => map.Slices.Index().First(s => s.Item == a).Index).ToArray())];
    }

    public PairMap Map { get; }

    public IReadOnlyList<MetricSql> Metrics { get; }

    /// <summary>The sets that are grouped by, each the numbers of its slice columns; the first is the empty one.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Sets { get; }

    /// <summary>The columns of the result, in order.</summary>
    public IReadOnlyList<string> Columns => [.. Keys, "seen", .. Metrics.SelectMany(m => m.Names)];

    /// <summary>How many columns say which cell a row of the result is.</summary>
    public int KeyColumns => Keys.Count();

    private IEnumerable<string> Keys => ["set_no", .. SliceColumns.Select(s => $"{s}_value"), .. Bucket];

    private IEnumerable<string> SliceColumns => Map.Slices.Select((_, i) => Slice(i));

    private IEnumerable<string> Bucket => Map.Unit is null ? [] : [$"{SqlName.Own}bucket"];

    private static string Slice(int number) => string.Create(CultureInfo.InvariantCulture, $"{SqlName.Own}s{number}");

    /// <summary>The text.</summary>
    /// <param name="rows">The FROM item of <see cref="PairRows"/>.</param>
    public string Text(string rows) => _dialect.HasGroupingSets && Map.Slices.Count > 0
        ? GroupingSets(rows)
        : string.Join("\nunion all\n", Sets.Select((set, i) => Plain(set, i, rows)));

    private string Plain(IReadOnlyList<int> set, int number, string rows)
    {
        string[] by = [.. set.Select(Slice), .. Bucket];
        string[] keys =
        [
            string.Create(CultureInfo.InvariantCulture, $"{number} as set_no"),
            .. SliceColumns.Select((s, i) => $"{(set.Contains(i) ? s : "''")} as {s}_value"),
            .. Bucket,
        ];
        return Select(keys, rows) + (by.Length == 0 ? "" : $"\ngroup by {string.Join(", ", by)}");
    }

    /// <summary>One pass for all sets. Slice values are never NULL, so that a NULL says which columns a set leaves out.</summary>
    private string GroupingSets(string rows)
    {
        var columns = Map.Slices.Count;
        var numbers = Sets.Select((set, i) => string.Create(CultureInfo.InvariantCulture, $"when {Mask(set)} then {i}"));
        string[] keys = [$"case grouping({string.Join(", ", SliceColumns)}) {string.Join(' ', numbers)} end as set_no", .. SliceColumns.Select(s => $"coalesce({s}, '') as {s}_value"), .. Bucket];
        var sets = Sets.Select(set => $"({string.Join(", ", [.. set.Select(Slice), .. Bucket])})");
        return $"{Select(keys, rows)}\ngroup by grouping sets ({string.Join(", ", sets)})";

        int Mask(IReadOnlyList<int> set) => Enumerable.Range(0, columns).Where(i => !set.Contains(i)).Sum(i => 1 << (columns - 1 - i));
    }

    private string Select(IEnumerable<string> keys, string rows)
    {
        string[] inner = [.. SliceColumns, .. Bucket];
        string[] sums = [AsText("count(*)", "seen"), .. Metrics.SelectMany(m => m.Sums(_dialect)).Select(s => AsText(s.Expression, s.Name))];
        return $"""
            select {List([.. keys, .. sums], "  ")}
            from (
              select {List([.. inner, .. Metrics.SelectMany(m => m.Fixed())], "    ")}
              from (
                select {List([.. inner, .. Metrics.SelectMany(m => m.Guarded())], "      ")}
                from {rows}{_dialect.Fence}
              ) as guarded{_dialect.Fence}
            ) as fixed
            """;
    }

    /// <summary>Numbers as text: drivers disagree about everything else, and JSON loses digits.</summary>
    private static string AsText(string number, string name) => $"cast({number} as varchar) as {name}";

    private static string List(IEnumerable<string> items, string indent) => string.Join($",\n{indent}", items);
}
