using EvalGate.Gating;

namespace EvalGate.Model;

/// <summary>A value read from text, or what is wrong with the text.</summary>
/// <param name="Value">The value; null if and only if there is a problem.</param>
/// <param name="Code">The diagnostic's code; empty without a problem.</param>
/// <param name="Problem">The diagnostic's message; empty without a problem.</param>
public sealed record TextReading<T>(T? Value, string Code = "", string Problem = "")
    where T : class;

/// <summary>Bounds as suites and command lines write them, held against the metric they are for.</summary>
public static class BoundText
{
    /// <summary>What slices tolerate at least when a rule does not say it: five hundredths of the metric's range.</summary>
    private const decimal LeastSliceTolerance = 0.05m;

    /// <summary>The keys of bounds, one of which every rule has.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["max_drop", "max_rise", "at_least", "at_most"];

    /// <summary>Whether a key bounds a change; the others bound a level.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    public static bool IsChange(string key) => key.StartsWith("max_", StringComparison.Ordinal);

    /// <summary>The key that says the same for a metric of this direction: drops are bad where higher is better, rises where lower is.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <param name="metric">Decides.</param>
    public static string Fitting(string key, Metric metric) => (IsChange(key), metric.Better) switch
    {
        (true, Direction.Higher) => "max_drop",
        (true, _) => "max_rise",
        (_, Direction.Higher) => "at_least",
        _ => "at_most",
    };

    /// <summary>Reads a tolerated change for the worse.</summary>
    /// <param name="text">Such as <c>2pp</c> or <c>10%</c>.</param>
    /// <param name="metric">Decides which units fit.</param>
    public static TextReading<Tolerance> Tolerance(string text, Metric metric)
    {
        var (tolerance, problem) = Quantity.Tolerance(text, metric);
        if (tolerance is null)
        {
            return new(null, DiagnosticCodes.WrongUnit, problem!);
        }

        if (!tolerance.IsRelative && metric.Kind == MetricKind.Duration)
        {
            return new(null, DiagnosticCodes.WrongUnit, $"a change of a duration is judged as a factor, in an A/B session on one machine: write a share such as 10% in place of '{ShownText.Of(text)}'.");
        }

        return !tolerance.IsRelative && metric.Range is { } range && tolerance.Value >= range.Width
            ? new(null, DiagnosticCodes.OutOfRange, $"a tolerance of '{ShownText.Of(text)}' allows everything: '{metric.Name}' can change by {(metric.IsShare ? "100pp" : Quantity.Text(range.Width))} at most.")
            : new(tolerance);
    }

    /// <summary>Reads a level.</summary>
    /// <param name="key"><c>at_least</c> or <c>at_most</c>, for the message.</param>
    /// <param name="text">Such as <c>0.8</c> or <c>3s</c>.</param>
    /// <param name="metric">Decides which units fit.</param>
    public static TextReading<LevelBound> Level(string key, string text, Metric metric)
    {
        var (level, problem) = Quantity.Level(text, metric);
        if (level is not { } value)
        {
            return new(null, DiagnosticCodes.WrongUnit, problem!);
        }

        if (metric.Range is { } range && (value < range.Minimum || value > range.Maximum))
        {
            return new(null, DiagnosticCodes.OutOfRange, $"'{key}' is '{ShownText.Of(text)}'; '{metric.Name}' lies between {Quantity.Text(range.Minimum)} and {Quantity.Text(range.Maximum)}.");
        }

        return metric.Kind is MetricKind.Duration or MetricKind.Count && value < 0
            ? new(null, DiagnosticCodes.OutOfRange, $"'{key}' is '{ShownText.Of(text)}'; '{metric.Name}' is never below 0.")
            : new(new LevelBound(value));
    }

    /// <summary>What a change may be where nothing is said of slices: slices tolerate at least five hundredths of the range, so that a few cases do not decide.</summary>
    /// <param name="overall">The tolerance on all cases.</param>
    /// <param name="metric">The metric.</param>
    public static MaxChange WithUsualSlices(Tolerance overall, Metric metric)
    {
        var least = metric.Range is { } range && !overall.IsRelative ? range.Width * LeastSliceTolerance : 0;
        return new(overall, overall with { Value = Math.Max(overall.Value, least) });
    }

    /// <summary>The slices that a bound covers where nothing is said of them: all for a change of a quality metric, else overall only.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="metric">Its metric.</param>
    public static RuleScope UsualScope(Bound bound, Metric metric) =>
        bound is MaxChange && metric.IsQuality ? new OverallAndSlices() : new OverallOnly();

    /// <summary>Why <c>decide: proof</c> could never pass; null when it can.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="metric">Its metric.</param>
    public static string? WhyNeverProven(Bound bound, Metric metric) => (bound, metric.Range) switch
    {
        (_, null) => $"'decide: proof' can never pass: '{metric.Name}' has no range, so \"no worse\" cannot be shown. Use evidence.",
        (MaxChange { Overall.Value: 0 } or MaxChange { Slices.Value: 0 }, _) =>
            "'decide: proof' can never pass with a tolerance of 0: no number of cases shows a change of exactly nothing. Allow a little, such as 1pp.",
        _ => null,
    };
}
