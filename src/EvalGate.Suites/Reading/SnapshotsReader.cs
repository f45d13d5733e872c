using EvalGate.Model;
using EvalGate.Snapshots;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>snapshots:</c>.</summary>
internal static class SnapshotsReader
{
    private const string Key = "snapshots";
    private const int MostPaths = 100;

    /// <summary>The settings; null when the suite has none, or turns all of them off.</summary>
    public static SnapshotSettings? Read(MapReader suite)
    {
        if (suite.Optional(Key) is not { } node || MapReader.Of(node, suite.Problems, $"'{Key}'") is not { } map)
        {
            return null;
        }

        var of = Path(map, map.OptionalScalar("of"), "of") ?? new(PathRoot.Output, []);
        var settings = new SnapshotSettings
        {
            Of = of,
            Store = map.Word("store", SnapshotContent.Value, Words.Store),
            Policy = map.Word("policy", (SnapshotPolicy?)null, Words.SnapshotPolicies),
            Fields = Fields(map, of),
            Ignore = Paths(map, "ignore", of),
            Unordered = Paths(map, "unordered", of),
            Tolerance = Tolerance(map),
            Compare = map.Word("compare", TextComparison.Exact, Words.TextComparisons),
            IsSharded = map.Word("layout", false, Words.Layouts),
            Place = suite.Problems.At(suite.Map.Entries.First(e => e.Key.Text == Key).Key),
        };
        map.Finish();
        return settings is { Policy: SnapshotPolicy.Off, Fields.Count: 0 } ? null : settings;
    }

    /// <summary>The metrics with the one that snapshots bring.</summary>
    public static DeclaredMetrics With(DeclaredMetrics metrics, SnapshotSettings? settings, Problems problems)
    {
        if (settings is null)
        {
            return metrics;
        }

        if (metrics.Names.Contains(SnapshotMetric.Name, StringComparer.Ordinal))
        {
            var (line, column) = (settings.Place.Line, settings.Place.Column);
            problems.Add(DiagnosticCodes.Duplicate, line, column, $"'{Key}' brings a metric '{SnapshotMetric.Name}', and the suite has one of that name. Rename the suite's.");
            return metrics;
        }

        return new([.. metrics.Sound, SnapshotMetric.At(settings.Place)], [.. metrics.Names, SnapshotMetric.Name]);
    }

    private static SnapshotField[] Fields(MapReader map, JsonPath of)
    {
        if (map.Optional("fields") is not { } node || MapReader.Of(node, map.Problems, "'fields'") is not { } fields
            || map.Problems.RefuseMany(node, fields.Map.Entries.Count, MostPaths, "fields"))
        {
            return [];
        }

        return [.. fields.Map.Entries.Select(e => Field(fields, e.Key, of)).OfType<SnapshotField>()];
    }

    private static SnapshotField? Field(MapReader fields, Scalar key, JsonPath of)
    {
        var policy = fields.Word(key.Text, SnapshotPolicy.Block, Words.SnapshotPolicies.Select(p => (p.Word, p.Value!.Value)).ToArray());
        return Path(fields, key, "fields", of) is { } path ? new(path, policy) : null;
    }

    private static JsonPath[] Paths(MapReader map, string key, JsonPath of)
    {
        var texts = map.Texts(key);
        return texts.Count > 0 && map.Problems.RefuseMany(texts[0], texts.Count, MostPaths, "paths") ? [] : [.. texts.Select(t => Path(map, t, key, of)).OfType<JsonPath>()];
    }

    private static JsonPath? Path(MapReader map, Scalar? text, string key, JsonPath? above = null)
    {
        if (text is null)
        {
            return null;
        }

        if (!JsonPath.TryParse(text.Text, out var path) || path.Root != PathRoot.Output)
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, text, $"'{key}' has {text.Kind}; write a path into the output, such as output.answer.");
            return null;
        }

        if (above is not null && !path.Steps.Take(above.Steps.Count).SequenceEqual(above.Steps, StringComparer.Ordinal))
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, text, $"'{key}' has {text.Kind}, which is not below '{ShownText.Of(above.ToString())}': nothing else is stored.");
            return null;
        }

        return path;
    }

    private static decimal Tolerance(MapReader map)
    {
        if (map.OptionalScalar("tolerance") is not { } scalar)
        {
            return 0;
        }

        if (Quantity.Number(scalar.Text) is >= 0 and var tolerance)
        {
            return tolerance;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'tolerance' is {scalar.Kind}; how far apart two numbers may be is needed, such as 0.001.");
        return 0;
    }
}
