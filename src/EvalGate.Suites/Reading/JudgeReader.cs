using EvalGate.Judges;
using EvalGate.Model;
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
