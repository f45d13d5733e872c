using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>weights:</c>, the mix of production: <c>{ language: { en: 70%, de: 30% } }</c>.</summary>
internal static class MixReader
{
    /// <summary>Shares that are rounded to whole percents may miss 100 by so much.</summary>
    private const decimal Rounding = 0.02m;

    /// <summary>The mix that stands in the suite; null for none, or one in a file.</summary>
    public static ProductionMix? Read(MapReader suite, IReadOnlyList<string> attributes) =>
        suite.Optional("weights") is { } node and not Scalar { IsNull: false } ? Of(node, suite.Problems, attributes) : null;

    /// <summary>The file that the suite names; null when it names none.</summary>
    public static MixFile? FileOf(MapReader suite)
    {
        if (suite.Optional("weights") is not Scalar { IsNull: false } file)
        {
            return null;
        }

        var problem = RelativePath.Problem(file.Text)
            ?? (file.Text.Contains('/', StringComparison.Ordinal) ? "the file must stand beside the suite" : null)
            ?? (IsCsv(file.Text) || file.Text.EndsWith(".json", StringComparison.Ordinal) ? null : "write shares such as { language: { en: 70%, de: 30% } }, or a .json or .csv file that holds them");
        if (problem is not null)
        {
            suite.Problems.Add(DiagnosticCodes.WrongValue, file, $"'weights' is {file.Kind}: {problem}.");
        }

        return new(file.Text, suite.Problems.At(file));
    }

    /// <summary>Reads a file of its own.</summary>
    public static MixReading ReadFile(string text, string file, IReadOnlyList<string> attributes)
    {
        var problems = new Problems(file);
        var node = IsCsv(file) ? MixTable.Read(text, problems) : Document.Read(text, problems);
        if (node is null && !problems.HasErrors)
        {
            problems.Add(DiagnosticCodes.MissingKey, 1, 1, "the file is empty; it holds shares by value of an attribute.");
        }

        var mix = node is null ? null : Of(node, problems, attributes);
        return new(problems.HasErrors ? null : mix, problems.All);
    }

    private static bool IsCsv(string file) => file.EndsWith(".csv", StringComparison.Ordinal);

    private static ProductionMix? Of(Node node, Problems problems, IReadOnlyList<string> attributes)
    {
        if (MapReader.Of(node, problems, "'weights'") is not { } weights)
        {
            return null;
        }

        if (weights.Map.Entries is not [var (attribute, values)])
        {
            problems.Add(DiagnosticCodes.WrongValue, node, "'weights' names one attribute: { language: { en: 70%, de: 30% } }.");
            return null;
        }

        if (!attributes.Contains(attribute.Text, StringComparer.Ordinal))
        {
            problems.Add(DiagnosticCodes.UnknownName, attribute, $"there is no slice attribute {attribute.Kind}; there are {Listing.Of(attributes, "none: slice by it first")}.{Nearest.Hint(attribute.Text, attributes)}");
        }

        return MapReader.Of(values, problems, $"the weights of '{ShownText.Of(attribute.Text)}'") is { } map
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
