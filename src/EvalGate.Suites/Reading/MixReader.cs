using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>weights:</c>, the mix of production: <c>{ language: { en: 70%, de: 30% } }</c>.</summary>
internal static class MixReader
{
    /// <summary>Shares that are rounded to whole percents may miss 100 by so much.</summary>
    private const decimal Rounding = 0.02m;

    public static ProductionMix? Read(MapReader suite, DeclaredSlices slices)
    {
        if (suite.Optional("weights") is not { } node || MapReader.Of(node, suite.Problems, "'weights'") is not { } weights)
        {
            return null;
        }

        if (weights.Map.Entries is not [var (attribute, values)])
        {
            suite.Problems.Add(DiagnosticCodes.WrongValue, node, "'weights' names one attribute: { language: { en: 70%, de: 30% } }.");
            return null;
        }

        if (!slices.Names.Contains(attribute.Text, StringComparer.Ordinal))
        {
            suite.Problems.Add(DiagnosticCodes.UnknownName, attribute, $"there is no slice attribute {attribute.Kind}; there are {Listing.Of(slices.Names, "none: declare it under 'slices:'")}.{Nearest.Hint(attribute.Text, slices.Names)}");
        }

        return MapReader.Of(values, suite.Problems, $"the weights of '{ShownText.Of(attribute.Text)}'") is { } map
            ? Mix(attribute, map, [.. map.Map.Entries.Select(e => (e.Key, Share(map, e.Key)))])
            : null;
    }

    private static ProductionMix? Mix(Scalar attribute, MapReader map, (Scalar Value, decimal? Share)[] shares)
    {
        if (shares.Any(s => s.Share is null))
        {
            return null;
        }

        var sum = shares.Sum(s => s.Share!.Value);
        if (shares.Length == 0 || Math.Abs(sum - 1) > Rounding)
        {
            map.Problems.Add(DiagnosticCodes.OutOfRange, map.Map, $"the weights of '{ShownText.Of(attribute.Text)}' add up to {Quantity.Text(100 * sum)}%; they are shares of all traffic, so 100% is needed.");
            return null;
        }

        return new(attribute.Text, shares.ToDictionary(s => s.Value.Text, s => s.Share!.Value / sum, StringComparer.Ordinal), map.Problems.At(attribute));
    }

    private static decimal? Share(MapReader map, Scalar value)
    {
        if (map.RequiredScalar(value.Text) is not { } scalar)
        {
            return null;
        }

        if ((Quantity.Share(scalar.Text) ?? Quantity.Number(scalar.Text)) is > 0 and <= 1 and var share)
        {
            return share;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"the weight of '{ShownText.Of(value.Text)}' is {scalar.Kind}; write a share such as 12% or 0.12.");
        return null;
    }
}
