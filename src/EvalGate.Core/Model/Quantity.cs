using System.Globalization;
using EvalGate.Gating;

namespace EvalGate.Model;

/// <summary>Figures with units as suites and command lines write them.</summary>
public static class Quantity
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>What is larger is no figure of an eval, and would not survive its unit.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary><c>30s</c>, <c>500ms</c>, <c>2m</c>, <c>36h</c>, <c>7d</c> in milliseconds; null for anything else.</summary>
    /// <param name="text">The text.</param>
    public static decimal? Milliseconds(string text) => Split(text) switch
    {
        (var value, "ms") => value,
        (var value, "s") => value * 1_000,
        (var value, "m") => value * 60_000,
        (var value, "h") => value * 3_600_000,
        (var value, "d") => value * 86_400_000,
        _ => null,
    };

    /// <summary><c>5%</c> as 0.05; null for anything else.</summary>
    /// <param name="text">The text.</param>
    public static decimal? Share(string text) => Split(text) is (var value, "%") ? value / 100 : null;

    /// <summary>A plain number with a point; null for anything else.</summary>
    /// <param name="text">The text.</param>
    public static decimal? Number(string text) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= Largest ? value : null;

    /// <summary><c>1..5</c>, <c>..5</c>, <c>1..</c>; null for anything else.</summary>
    /// <param name="text">The text.</param>
    public static (decimal? From, decimal? To)? Range(string text)
    {
        var ends = text.Split("..");
        if (ends.Length != 2 || (ends[0].Length == 0 && ends[1].Length == 0))
        {
            return null;
        }

        var (from, to) = (Number(ends[0].Trim()), Number(ends[1].Trim()));
        return (from is null && ends[0].Length > 0) || (to is null && ends[1].Length > 0) ? null : (from, to);
    }

    /// <summary>A tolerated change in the units of a metric; a message when the text is none.</summary>
    /// <param name="text">Such as <c>2pp</c>, <c>10%</c> or <c>0.2</c>.</param>
    /// <param name="metric">Decides which units fit.</param>
    public static (Tolerance? Value, string? Problem) Tolerance(string text, Metric metric)
    {
        var (amount, unit) = Split(text) is var (a, u) ? (a, u) : (text.StartsWith('$') ? Number(text[1..]) : null, "$");
        if (amount is not { } value || value < 0)
        {
            return (null, $"'{ShownText.Of(text)}' is no tolerance; write {Example(metric)}.");
        }

        return (unit, metric) switch
        {
            ("pp", { IsShare: true }) => (new(value / 100, false), null),
            ("%", { IsShare: true }) => (null, $"a share of a share is ambiguous: did you mean {Text(value)}pp?"),
            ("", { IsShare: true }) => (null, $"the unit is missing: did you mean {Text(value < 1 ? value * 100 : value)}pp?"),
            ("%", _) => (new(value / 100, true), null),
            ("", _) => (new(value, false), null),
            ("$", { Unit: "$" }) => (new(value, false), null),
            _ => (null, $"'{ShownText.Of(unit)}' is no unit of '{metric.Name}'; write {Example(metric)}."),
        };
    }

    /// <summary>A level in the units of a metric; a message when the text is none.</summary>
    /// <param name="text">Such as <c>0.8</c>, <c>3s</c> or <c>$0.01</c>.</param>
    /// <param name="metric">Decides which units fit.</param>
    public static (decimal? Value, string? Problem) Level(string text, Metric metric)
    {
        var (amount, unit) = Split(text) is var (a, u) ? (a, u) : (text.StartsWith('$') ? Number(text[1..]) : null, "$");
        if (amount is not { } value)
        {
            return (null, $"'{ShownText.Of(text)}' is no level; write {LevelExample(metric)}.");
        }

        return (unit, metric.Kind, metric.Unit) switch
        {
            ("ms", MetricKind.Duration, _) => (value, null),
            ("s", MetricKind.Duration, _) => (value * 1000, null),
            ("", MetricKind.Duration, _) => (null, $"the unit is missing: write {Text(value)}ms or {Text(value)}s."),
            ("$", _, "$") => (value, null),
            ("%", _, _) when metric.IsShare => (null, $"a level is written in the metric's own unit: did you mean {Text(value / 100)}?"),
            ("", _, _) => (value, null),
            _ => (null, $"'{ShownText.Of(unit)}' is no unit of '{metric.Name}'; write {LevelExample(metric)}."),
        };
    }

    /// <summary>A number without trailing zeros, with a point.</summary>
    /// <param name="value">The number.</param>
    public static string Text(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    private static string Example(Metric metric) => metric switch
    {
        { IsShare: true } => "2pp (percentage points)",
        { Unit: "$" } => "10% or $0.01",
        { Kind: MetricKind.Duration } => "a share such as 10%",
        { IsQuality: true } => "a number in the metric's unit, such as 0.2",
        _ => "10% (of the baseline) or a number in the metric's unit",
    };

    private static string LevelExample(Metric metric) => metric switch
    {
        { Kind: MetricKind.Duration } => "500ms or 3s",
        { Unit: "$" } => "$0.01",
        { IsShare: true } => "a number from 0 to 1",
        _ => "a number",
    };

    private static (decimal? Value, string Unit)? Split(string text)
    {
        var end = text.Length;
        while (end > 0 && (char.IsAsciiLetter(text[end - 1]) || text[end - 1] == '%'))
        {
            end--;
        }

        return Number(text[..end].TrimEnd()) is { } value ? (value, text[end..]) : null;
    }
}
