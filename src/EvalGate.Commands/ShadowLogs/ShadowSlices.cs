using EvalGate.Model;
using EvalGate.ShadowLogs;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>Where pairs belong: in the slices of a suite, in those asked for, or in every value of every attribute and every pair of two.</summary>
internal sealed class ShadowSlices
{
    private const int MostSlices = 2000;

    private readonly Dictionary<string, ComparedSlices> _byAttributes = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<IReadOnlyList<string>>? _demanded;
    private readonly CaseSlicer? _suite;
    private readonly HashSet<Slice> _seen = [];

    private ShadowSlices(IReadOnlyList<IReadOnlyList<string>>? demanded, CaseSlicer? suite) => (_demanded, _suite) = (demanded, suite);

    /// <summary>More slices than anybody could look at.</summary>
    public IEnumerable<Diagnostic> Problems => _seen.Count <= MostSlices ? [] :
        [new(DiagnosticCodes.TooLarge, Severity.Error, FormattableString.Invariant($"the attributes of these logs make more than {MostSlices} slices. Name some with --slices, such as those of few values."), new("--slices", 0, 0))];

    public static ShadowSlices Of(IReadOnlyList<IReadOnlyList<string>>? demanded, Suite? suite) =>
        new(demanded, suite is not null && demanded is null ? new CaseSlicer(suite) : null);

    /// <summary>The slices of a pair.</summary>
    public IReadOnlyList<Slice> Of(ShadowPair pair)
    {
        var slices = _suite?.Of(AsCase(pair)).Slices ?? Compared(pair).Of(Values(pair));
        if (_seen.Count <= MostSlices)
        {
            _seen.UnionWith(slices);
        }

        return slices;
    }

    private static Case AsCase(ShadowPair pair) => new() { Id = pair.Id, Input = pair.Input, Slices = pair.Slices, Hash = "", Place = pair.Place };

    /// <summary>Logs have few different sets of attributes.</summary>
    private ComparedSlices Compared(ShadowPair pair)
    {
        var attributes = string.Join('\u001e', pair.Slices.Keys);
        return _byAttributes.TryGetValue(attributes, out var known) ? known : _byAttributes[attributes] = new(_demanded ?? Pairs(pair));
    }

    private static List<IReadOnlyList<string>> Pairs(ShadowPair pair)
    {
        string[] names = [.. pair.Slices.Keys.Order(StringComparer.Ordinal)];
        return [.. names.Select(n => (IReadOnlyList<string>)[n]), .. names.SelectMany((a, i) => names.Skip(i + 1).Select(b => (IReadOnlyList<string>)[a, b]))];
    }

    private IReadOnlyDictionary<string, IReadOnlyList<string>> Values(ShadowPair pair) => _demanded is null ? pair.Slices :
        ComparedSlices.Columns(_demanded).ToDictionary(c => c, c => pair.Slices.GetValueOrDefault(c) ?? [], StringComparer.Ordinal);
}
