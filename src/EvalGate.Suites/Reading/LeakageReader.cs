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

        var files = map.Texts("against");
        foreach (var file in files)
        {
            if (RelativePath.Problem(file.Text) is { } problem)
            {
                map.Problems.Add(DiagnosticCodes.WrongValue, file, $"'against' is {file.Kind}: {problem}.");
            }
        }

        var policy = new LeakagePolicy([.. files.Select(f => f.Text)], map.OptionalScalar("canary")?.Text, map.Word("expected", false, ("false", false), ("true", true)));
        map.Finish();
        return policy;
    }
}
