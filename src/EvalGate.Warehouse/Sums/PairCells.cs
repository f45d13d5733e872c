using System.Globalization;
using EvalGate.Slicing;

namespace EvalGate.Warehouse;

/// <summary>The rows that a query gave, from one engine or from several: they merge in any order to the same cells.</summary>
internal sealed class PairCells(SumsQuery query)
{
    /// <summary>More slices than anybody could look at, and than memory should hold.</summary>
    private const int MostSlices = 100_000;

    private readonly Dictionary<CellKey, PairCell> _cells = [];
    private readonly HashSet<CellKey> _slices = [];

    /// <summary>The columns of a row, in order.</summary>
    public IReadOnlyList<string> Columns => query.Columns;

    /// <summary>Adds what one engine gave, and checks that it is whole: the rows of every set add up to all rows.</summary>
    /// <param name="rows">Rows in the order of <see cref="SumsQuery.Columns"/>.</param>
    /// <param name="source">Who gave them, for messages.</param>
    /// <exception cref="WarehouseException">A result that cannot be whole.</exception>
    public void Add(IEnumerable<IReadOnlyList<string?>> rows, string source)
    {
        var seen = new long[query.Sets.Count];
        foreach (var row in rows)
        {
            var (key, cell) = Read(row, source);
            seen[key.Set] += cell.Rows;
            _cells[key] = _cells.TryGetValue(key, out var known) ? known.Plus(cell) : cell;
            if (_slices.Add(key with { Bucket = "" }) && _slices.Count > MostSlices)
            {
                throw new WarehouseException($"{source}: the slice columns have more than {MostSlices} combinations. Slice by columns of fewer values, or cross fewer of them.");
            }
        }

        if (seen.Any(s => s != seen[0]))
        {
            throw new WarehouseException($"{source}: the result is not whole: one grouping has {seen.Max()} rows and another {seen.Min()}. Run the query again on data that nobody writes to.");
        }
    }

    /// <summary>The cells of each slice: one, or one for each bucket.</summary>
    public IEnumerable<(Slice Slice, IReadOnlyList<PairCell> Cells)> BySlice() =>
        _cells.GroupBy(c => c.Key with { Bucket = "" }).Select(g => (SliceOf(g.Key), (IReadOnlyList<PairCell>)[.. g.OrderBy(c => c.Key.Bucket, StringComparer.Ordinal).Select(c => c.Value)]));

    private Slice SliceOf(CellKey key)
    {
        var values = key.Values.Split('\u001f');
        return new(query.Sets[key.Set].Select((column, i) => new SlicePair(query.Map.Slices[column], values[i])));
    }

    private (CellKey Key, PairCell Cell) Read(IReadOnlyList<string?> row, string source)
    {
        var set = (int)Number(row[0], source);
        if (set < 0 || set >= query.Sets.Count)
        {
            throw new WarehouseException($"{source}: the result has a set {set} that was not asked for. Run the text of --print-sql unchanged.");
        }

        var values = string.Join('\u001f', query.Sets[set].Select(column => (row[1 + column] ?? "").Replace('\u001f', ' ')));
        var bucket = query.Map.Unit is null ? "" : row[query.KeyColumns - 1] ?? "";
        Int128[] sums = [.. row.Skip(query.KeyColumns).Select(text => Number(text, source))];
        var metrics = new MetricCell[query.Metrics.Count];
        var at = 1;
        for (var i = 0; i < metrics.Length; i++)
        {
            var width = query.Metrics[i].Names.Count;
            metrics[i] = query.Metrics[i].Read(sums.AsSpan(at, width));
            at += width;
        }

        return (new(set, values, bucket), new((long)sums[0], metrics));
    }

    /// <summary>A sum over no rows is NULL.</summary>
    internal static Int128 Number(string? text, string source) => string.IsNullOrEmpty(text) ? 0
        : Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new WarehouseException($"{source}: the result has '{Model.ShownText.Of(text)}' where a whole number belongs.");

    private readonly record struct CellKey(int Set, string Values, string Bucket);
}
