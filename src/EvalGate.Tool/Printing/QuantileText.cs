using System.Globalization;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Warehouse;

namespace EvalGate.Tool.Printing;

/// <summary>The quantiles of a log of pairs as lines of a report: shown, never judged.</summary>
internal static class QuantileText
{
    public static string Of(IReadOnlyList<PairQuantile> quantiles) => quantiles.Count == 0 ? "" : $"\nShown, not judged (within 1 %):\n{string.Concat(quantiles.Select(Line))}";

    private static string Line(PairQuantile q)
    {
        var unit = q.Metric.Unit.Length == 0 ? "" : $" {q.Metric.Unit}";
        return $"  {q.Metric.Name} p{Quantity.Text(100 * q.Probability)}, {CleanText.Of(q.Slice.ToString())}: {Figure(q.Baseline)} → {Figure(q.Candidate)}{unit}\n";
    }

    /// <summary>Three digits, more would be made up; whole numbers from a hundred on.</summary>
    private static string Figure(double value) => value.ToString(value >= 100 ? "0" : "G3", CultureInfo.InvariantCulture);
}
