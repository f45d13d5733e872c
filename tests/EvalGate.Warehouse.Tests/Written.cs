using System.Globalization;
using EvalGate.Gating;

namespace EvalGate.Warehouse.Tests;

/// <summary>Every sum of every metric and slice as one text: equal texts are equal sums.</summary>
internal static class Written
{
    public static string Of(IReadOnlyDictionary<string, MetricSums> sums) => string.Join('\n', sums
        .OrderBy(m => m.Key, StringComparer.Ordinal)
        .SelectMany(m => m.Value.Slices.OrderBy(s => s.Key).Select(s => string.Create(CultureInfo.InvariantCulture, $"{m.Key} [{s.Key}] {Of(s.Value)} alone {m.Value.OneSided.GetValueOrDefault(s.Key)}"))));

    /// <summary>How many cells the text has.</summary>
    public static int Cells(string text) => text.Split('\n').Length;

    private static string Of(SliceStatistics s) => string.Create(
        CultureInfo.InvariantCulture,
        $"{s.Cases} {s.Gains} {s.Losses} {s.SumOfBaseline} {s.SumOfCandidate} {s.LosableBits} d {Of(s.Differences)} c {Of(s.Candidate)} g {string.Join(' ', s.Groups.Select(g => Of(g.Key, g.Value)))}");

    private static string Of(PowerSums p) => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.Sum} {p.SumOfSquares} {p.SumOfCubes}");

    private static string Of(long size, GroupSums g) => string.Create(CultureInfo.InvariantCulture, $"{size}:{g.Groups},{g.Differences},{g.SquaredDifferences},{g.Candidate},{g.SquaredCandidate}");
}
