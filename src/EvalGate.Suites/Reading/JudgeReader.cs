using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Snapshots;
using EvalGate.Suites.Yaml;

namespace EvalGate.Suites.Reading;

/// <summary>Reads what a judge has beside its settings: its scale, and the human labels that it must agree with.</summary>
internal static class JudgeReader
{
    private const decimal WidestScale = 100;

    public static JudgeBar Bar(MapReader map)
    {
        var file = map.OptionalScalar("labels");
        if (file is not null && RelativePath.Problem(file.Text) is { } problem)
        {
            map.Problems.Add(DiagnosticCodes.WrongValue, file, $"'labels' is {file.Kind}: {problem}.");
        }

        return new(Least(map), file?.Text, []);
    }

    public static ValueRange? Scale(MapReader map, ValueRange? range)
    {
        if (range is null)
        {
            if (map.Optional("range") is null)
            {
                map.Problems.Add(DiagnosticCodes.MissingKey, map.Map, "a judge needs 'range:', the least and the greatest grade, such as 1..5.");
            }

            return null;
        }

        if (!decimal.IsInteger(range.Minimum) || !decimal.IsInteger(range.Maximum) || range.Width > WidestScale)
        {
            map.Problems.Add(DiagnosticCodes.OutOfRange, map.Map, "a judge grades in whole numbers, at most 101 of them, such as 1..5.");
        }

        return range;
    }

    /// <summary>What compares with approved outputs needs some, and all of the part that it compares.</summary>
    public static void CheckApproved(IEnumerable<Metric> metrics, SnapshotSettings? snapshots, Problems problems)
    {
        const string Remedy = "or name what to compare with under 'against:'";
        foreach (var metric in metrics.Where(ModelScorers.ComparesWithApproved))
        {
            var of = metric.Scorer.Settings.GetValueOrDefault("of") ?? "";
            if (snapshots is null)
            {
                problems.Add(DiagnosticCodes.MissingKey, metric.Place.Line, metric.Place.Column, $"'{metric.Name}' compares with approved outputs: the suite needs 'snapshots:', {Remedy}.");
            }
            else if (JsonPath.TryParse(of, out var path) && !SnapshotProjection.Keeps(snapshots, path))
            {
                problems.Add(DiagnosticCodes.WrongValue, metric.Place.Line, metric.Place.Column, $"'{metric.Name}' compares with approved outputs, and 'snapshots:' does not keep all of '{ShownText.Of(of)}': store it, {Remedy}.");
            }
        }
    }

    private static decimal Least(MapReader map)
    {
        if (map.OptionalScalar("bar") is not { } scalar)
        {
            return JudgeBar.Usual;
        }

        if (Quantity.Number(scalar.Text) is > 0 and < 1 and var bar)
        {
            return bar;
        }

        map.Problems.Add(DiagnosticCodes.WrongValue, scalar, $"'bar' is {scalar.Kind}; write the least agreement (kappa), above 0 and below 1.");
        return JudgeBar.Usual;
    }
}
