using System.Globalization;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>The slices that columns and crosses of columns make.</summary>
/// <param name="demanded">Each a column, or several columns of a cross.</param>
internal sealed class ComparedSlices(IReadOnlyList<IReadOnlyList<string>> demanded)
{
    private const int MostSlices = 2000;

    private readonly Dictionary<Slice, Slice> _known = [];

    /// <summary>All columns that are sliced by, alone or in a cross, each once.</summary>
    public static IReadOnlyList<string> Columns(IReadOnlyList<IReadOnlyList<string>> demanded) =>
        [.. demanded.SelectMany(c => c).Distinct(StringComparer.Ordinal)];

    /// <summary>The slices of a case by the values it has in each of <see cref="Columns"/>.</summary>
    public IReadOnlyList<Slice> Of(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
    [
        Slice.Overall,
        .. demanded.SelectMany(columns => Combinations(columns, values)).Select(Known).Distinct(),
    ];

    /// <summary>The problem of more slices than anybody could look at; none when there are few enough.</summary>
    public static IEnumerable<Diagnostic> TooMany(IReadOnlyList<IReadOnlyList<string>> demanded, ResultTable candidate)
    {
        var counts = candidate.Slices.ToDictionary(s => s.Name, s => s.Sets.SelectMany(v => v).Distinct(StringComparer.Ordinal).Count(), StringComparer.Ordinal);
        var most = demanded.Sum(columns => columns.Aggregate(1.0, (product, c) => product * Math.Max(1, counts[c])));
        if (most > MostSlices)
        {
            yield return new(
                DiagnosticCodes.TooLarge,
                Severity.Error,
                string.Create(CultureInfo.InvariantCulture, $"the columns and crosses make {most:0} slices; {MostSlices} are allowed. Use columns of fewer values, or fewer crosses."),
                new($"--slices {string.Join(',', demanded.Select(c => string.Join('*', c)))}", 0, 0));
        }
    }

    private static IEnumerable<IEnumerable<SlicePair>> Combinations(IReadOnlyList<string> columns, IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        columns.Aggregate(
            (IEnumerable<IEnumerable<SlicePair>>)[[]],
            (sets, column) => sets.SelectMany(set => values[column].DefaultIfEmpty(Slice.None).Select(value => set.Append(new(column, value)))));

    private Slice Known(IEnumerable<SlicePair> pairs)
    {
        var slice = new Slice(pairs);
        return _known.TryGetValue(slice, out var known) ? known : _known[slice] = slice;
    }
}
