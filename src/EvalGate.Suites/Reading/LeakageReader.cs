using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>leakage:</c>, where cases of the suite must not stand.</summary>
internal static class LeakageReader
{
    private const string Key = "leakage";

    /// <summary>The policy; null when the suite has none.</summary>
    public static LeakagePolicy? Read(MapReader suite)
    {
        if (suite.Optional(Key) is not { } node || MapReader.Of(node, suite.Problems, $"'{Key}'") is not { } map)
        {
            return null;
        }

        var policy = new LeakagePolicy
        {
            Against = RelativePath.All(map, "against"),
            Canary = map.OptionalScalar("canary")?.Text,
            WithExpected = map.Word("expected", false, ("false", false), ("true", true)),
            Consequence = map.Word("policy", LeakConsequence.Warn, ("warn", LeakConsequence.Warn), ("exclude", LeakConsequence.Exclude), ("block", LeakConsequence.Block)),
            Settings = Settings(map),
        };
        map.Finish();
        return policy;
    }

    private static LeakageSettings Settings(MapReader map)
    {
        var usual = new LeakageSettings();
        return usual with
        {
            ShortestText = map.Integer("shortest", usual.ShortestText, usual.SeedWords, 1000),
            SpanWords = map.Integer("span", usual.SpanWords, usual.SeedWords, 1000),
            Clean = Share(map, "clean", usual.Clean),
            Copied = Share(map, "copied", usual.Copied),
        };
    }

    private static double Share(MapReader map, string key, double usual)
    {
        if (map.OptionalScalar(key) is not { } scalar)
        {
            return usual;
        }

        if (Quantity.Share(scalar.Text) is > 0 and <= 1 and var share)
        {
            return (double)share;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'{key}' is {scalar.Kind}; write a share of a case's words, from above 0% to 100%.");
        return usual;
    }
}
