using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads <c>coverage: { production: requests.jsonl }</c> and <c>labels: { sheets: labels/*.csv }</c>: what every verdict holds the eval set against.</summary>
internal static class EvalSetReader
{
    public static CoveragePolicy? Coverage(MapReader suite)
    {
        if (suite.Optional("coverage") is not { } node || MapReader.Of(node, suite.Problems, "'coverage'") is not { } map)
        {
            return null;
        }

        var file = map.RequiredScalar("production");
        if (file is not null && RelativePath.Problem(file.Text) is { } problem)
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, file, $"'production' is {file.Kind}: {problem}.");
        }

        var fewest = map.Integer("fewest", CoverageInput.UsualFewest, 1, 100_000);
        map.Finish();
        return file is null ? null : new(file.Text, fewest, map.Problems.At(file));
    }

    public static LabelPolicy? Labels(MapReader suite)
    {
        if (suite.Optional("labels") is not { } node || MapReader.Of(node, suite.Problems, "'labels'") is not { } map)
        {
            return null;
        }

        if (map.Map.Entries.All(e => e.Key.Text != "sheets"))
        {
            map.Problems.Add(DiagnosticCodes.MissingKey, map.Map, "'labels' needs 'sheets:', a .csv file or a glob.");
        }

        var policy = new LabelPolicy(RelativePath.All(map, "sheets"), Path(map), map.Problems.At(node));
        map.Finish();
        return policy;
    }

    private static string? Path(MapReader map)
    {
        if (map.OptionalScalar("of") is not { } path)
        {
            return null;
        }

        if (!JsonPath.TryParse(path.Text, out var parsed) || parsed.Root != PathRoot.Expected)
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, path, $"'of' is {path.Kind}; write where the label is, such as expected.intent.");
        }

        return path.Text;
    }
}
