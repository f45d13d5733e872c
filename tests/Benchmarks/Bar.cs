using System.Globalization;

namespace EvalGate.Benchmarks;

/// <summary>A measured ratio and the most it may be.</summary>
/// <param name="What">What is compared with what.</param>
/// <param name="Ours">Our figure, with its unit.</param>
/// <param name="Theirs">The other side's.</param>
/// <param name="Ratio">Ours by theirs.</param>
/// <param name="AtMost">The bar.</param>
internal sealed record Bar(string What, string Ours, string Theirs, double Ratio, double AtMost)
{
    /// <summary>Whether the ratio is within its bar.</summary>
    public bool IsKept => Ratio <= AtMost;

    /// <summary>The bar as a row of a Markdown table.</summary>
    public string Row => string.Create(CultureInfo.InvariantCulture, $"| {What} | {Ours} | {Theirs} | {Ratio:0.00}× | {AtMost:0.0#}× | {(IsKept ? "kept" : "BROKEN")} |");

    /// <summary>Compares medians of seconds.</summary>
    public static Bar OfSeconds(string what, IEnumerable<double> ours, IEnumerable<double> theirs, double atMost) => Of(what, Median(ours), Median(theirs), "s", atMost);

    /// <summary>Compares medians of microseconds.</summary>
    public static Bar OfMicroseconds(string what, IEnumerable<double> ours, IEnumerable<double> theirs, double atMost) => Of(what, Median(ours), Median(theirs), "µs", atMost);

    /// <summary>Compares medians of mebibytes.</summary>
    public static Bar OfMemory(string what, IEnumerable<double> ours, IEnumerable<double> theirs, double atMost) => Of(what, Median(ours), Median(theirs), "MiB", atMost);

    /// <summary>The middle value; the mean of the two middle values of an even count.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static Bar Of(string what, double ours, double theirs, string unit, double atMost) =>
        new(what, string.Create(CultureInfo.InvariantCulture, $"{ours:0.00} {unit}"), string.Create(CultureInfo.InvariantCulture, $"{theirs:0.00} {unit}"), ours / theirs, atMost);
}
