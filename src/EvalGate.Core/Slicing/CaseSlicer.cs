using System.Collections.Concurrent;
using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Slicing;

/// <summary>Puts cases into the slices of a suite.</summary>
/// <param name="suite">Says which attributes and crosses there are.</param>
public sealed class CaseSlicer(Suite suite)
{
    /// <summary>Combinations of one case; a case with many values of many attributes would fill the memory.</summary>
    private const int MostCombinations = 1000;

    private readonly IReadOnlyList<(string Name, IAttributeReader Reader)> _readers = [.. suite.Attributes.Select(a => (a.Name, AttributeReaders.Of(a)))];
    private readonly Dictionary<Slice, Slice> _known = [];
    private readonly ConcurrentDictionary<string, CaseSlices> _same = new(StringComparer.Ordinal);

    /// <summary>Where one case belongs.</summary>
    /// <param name="case">A case; only its declared slices and its input and expected value are looked at.</param>
    public CaseSlices Of(Case @case)
    {
        var problems = new List<Diagnostic>();
        Action<Diagnostic> report = problems.Add;
        var values = new IReadOnlyList<string>[_readers.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var read = _readers[i].Reader.Read(@case, report);
            values[i] = read.Count == 0 ? [Slice.None] : read;
        }

        return problems.Count > 0 ? Slices(@case, values, problems) : Shared(@case, values);
    }

    /// <summary>Cases with the same values are in the same slices: a suite has few combinations and many cases.</summary>
    private CaseSlices Shared(Case @case, IReadOnlyList<string>[] values)
    {
        var key = string.Join('\u001e', values.Select(v => v is [var only] ? only : string.Join('\u001f', v)));
        if (!_same.TryGetValue(key, out var slices))
        {
            slices = Slices(@case, values, []);
            if (slices.Problems.Count == 0)
            {
                _same[key] = slices;
            }
        }

        return slices;
    }

    private CaseSlices Slices(Case @case, IReadOnlyList<string>[] read, List<Diagnostic> problems)
    {
        var values = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = 0; i < read.Length; i++)
        {
            values[_readers[i].Name] = read[i];
        }

        var slices = new List<Slice> { Slice.Overall };
        slices.AddRange(suite.Attributes.SelectMany(a => values[a.Name].Select(v => Known([new(a.Name, v)]))));
        foreach (var cross in suite.Crosses)
        {
            var count = cross.Attributes.Aggregate(1L, (product, a) => Math.Min(product * values[a].Count, int.MaxValue));
            if (count > MostCombinations)
            {
                problems.Add(TooMany(@case, cross, count));
                continue;
            }

            slices.AddRange(Combinations(cross.Attributes, values).Select(Known));
        }

        return new(values, [.. slices.Distinct()], problems);
    }

    private static Diagnostic TooMany(Case @case, SliceCross cross, long count) => new(
        DiagnosticCodes.TooLarge,
        Severity.Error,
        string.Create(CultureInfo.InvariantCulture, $"case '{ShownText.Of(@case.Id)}' is in {count} combinations of {string.Join(" × ", cross.Attributes)}; {MostCombinations} are allowed. Give it fewer values."),
        @case.Place);

    private static IEnumerable<IEnumerable<SlicePair>> Combinations(IEnumerable<string> attributes, SortedDictionary<string, IReadOnlyList<string>> values) =>
        attributes.Aggregate(
            (IEnumerable<IEnumerable<SlicePair>>)[[]],
            (sets, attribute) => sets.SelectMany(set => values[attribute].Select(value => set.Append(new(attribute, value)))));

    /// <summary>One object per slice: a suite has few slices and many cases.</summary>
    private Slice Known(IEnumerable<SlicePair> pairs)
    {
        var slice = new Slice(pairs);
        lock (_known)
        {
            return _known.TryGetValue(slice, out var known) ? known : _known[slice] = slice;
        }
    }
}
