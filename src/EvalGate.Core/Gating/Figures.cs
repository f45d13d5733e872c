using System.Globalization;
using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Figures as people read them, the same in every message and report, in the invariant culture.</summary>
public static class Figures
{
    /// <summary>A metric's value: <c>87.5 %</c>, <c>0.412</c>, <c>812 ms</c>, <c>$0.0041</c>.</summary>
    /// <param name="metric">Decides unit and digits.</param>
    /// <param name="value">The value.</param>
    public static string Value(Metric metric, double value) => metric switch
    {
        { IsShare: true } => $"{Fixed(100 * value, 1)} %",
        { Unit: "$" } => $"${Fixed(value, 4)}",
        { Kind: MetricKind.Duration } => value >= 1000 ? $"{Fixed(value / 1000, 2)} s" : $"{Fixed(value, value < 10 ? 2 : 0)} ms",
        { Kind: MetricKind.Count } => WithUnit(metric, Fixed(value, Math.Abs(value) >= 100 ? 0 : 1)),
        _ => WithUnit(metric, Fixed(value, Digits(value))),
    };

    /// <summary>A change of a metric, with its sign: <c>−18.8 pp</c>, <c>+12 ms</c>.</summary>
    /// <param name="metric">Decides unit and digits.</param>
    /// <param name="change">Candidate − baseline.</param>
    public static string Change(Metric metric, double change) => Sign(change) + Amount(metric, Math.Abs(change));

    /// <summary>The size of a change without its sign: <c>18.8 pp</c>.</summary>
    /// <param name="metric">Decides unit and digits.</param>
    /// <param name="amount">Not negative.</param>
    public static string Amount(Metric metric, double amount) => metric.IsShare ? $"{Fixed(100 * amount, 1)} pp" : Value(metric, amount);

    /// <summary>An interval of a change: <c>−29.1 to −8.9 pp</c>.</summary>
    /// <param name="metric">Decides unit and digits.</param>
    /// <param name="interval">The interval.</param>
    public static string Interval(Metric metric, ConfidenceInterval interval)
    {
        var upper = Change(metric, interval.Upper);
        var lower = Change(metric, interval.Lower);
        return metric.IsShare ? $"{lower[..^3]} to {upper}" : $"{lower} to {upper}";
    }

    /// <summary>A p-value: three digits, <c>&lt; 0.001</c> below that.</summary>
    /// <param name="p">From 0 to 1.</param>
    public static string PValue(double p) => p < 0.001 ? "< 0.001" : Fixed(p, 3);

    /// <summary>A number with so many decimals and a true minus sign.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits behind the point.</param>
    public static string Fixed(double value, int decimals)
    {
        var text = Math.Abs(value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return value < 0 && text.Any(c => c is >= '1' and <= '9') ? "−" + text : text;
    }

    /// <summary><c>1 case</c>, <c>4 cases</c></summary>
    /// <param name="number">How many.</param>
    /// <param name="noun">What, in the singular.</param>
    public static string Count(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Sign(double change) => change > 0 ? "+" : change < 0 ? "−" : "±";

    private static int Digits(double value) => Math.Abs(value) >= 100 ? 0 : Math.Abs(value) >= 10 ? 1 : 3;

    private static string WithUnit(Metric metric, string number) => metric.Unit.Length == 0 ? number : $"{number} {metric.Unit}";
}
