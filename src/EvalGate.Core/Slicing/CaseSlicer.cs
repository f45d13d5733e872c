using EvalGate.Model;

namespace EvalGate.Slicing;

/// <summary>Puts cases into the slices of a suite.</summary>
/// <param name="suite">Says which attributes and crosses there are.</param>
public sealed class CaseSlicer(Suite suite)
{
    private readonly IReadOnlyList<(string Name, IAttributeReader Reader)> _readers = [.. suite.Attributes.Select(a => (a.Name, AttributeReaders.Of(a)))];
    private readonly Dictionary<Slice, Slice> _known = [];

    /// <summary>Where one case belongs.</summary>
    /// <param name="case">A case; only its declared slices and its input and expected value are looked at.</param>
    public CaseSlices Of(Case @case)
    {
        var problems = new List<Diagnostic>();
        var values = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, reader) in _readers)
        {
            var read = reader.Read(@case, problems.Add);
            values[name] = read.Count == 0 ? [Slice.None] : read;
        }

        var slices = new List<Slice> { Slice.Overall };
        slices.AddRange(suite.Attributes.SelectMany(a => values[a.Name].Select(v => Known([new(a.Name, v)]))));
        slices.AddRange(suite.Crosses.SelectMany(c => Combinations(c.Attributes, values).Select(Known)));
        return new(values, [.. slices.Distinct()], problems);
    }

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
