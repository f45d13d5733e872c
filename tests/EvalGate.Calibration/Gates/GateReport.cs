using System.Globalization;
using System.Text;

namespace EvalGate.Calibration.Gates;

/// <summary>The second half of the report, as Markdown: what was asked of the gate as it ships.</summary>
/// <param name="gate">Whole suites.</param>
/// <param name="unpaired">Comparisons of different cases.</param>
/// <param name="tail">Tests from sums in the far tail.</param>
public sealed class GateReport(IReadOnlyList<GateRow> gate, IReadOnlyList<GateRow> unpaired, IReadOnlyList<GateRow> tail)
{
    private const string Heading = "\n## The whole gate\n";

    /// <summary>The first half of a report.</summary>
    /// <param name="report">The report.</param>
    public static string Before(string report) => report.Split(Heading)[0];

    /// <summary>Whether nothing happened more often than it may.</summary>
    public bool IsKept => gate.Concat(unpaired).Concat(tail).All(row => row.IsKept);

    /// <inheritdoc />
    public override string ToString() => Heading + $"""

        The gate as it ships (`Judge`), with its 9,999 replicates, on suites of five metrics: pass/fail of which 5 % flip, a skewed and a zero-heavy score, a rare failure
        of which less is better, and an unbounded cost. Overall tolerates 2 points, slices 5, the cost 10 %; 20 overlapping slices (4 × 3). "Red" means that the build
        would be: any rule of any metric on any slice.

        {Verdict(gate)}

        {Table(gate)}

        ## Different cases

        `compare --unpaired`: Miettinen–Nurminen and Welch, one slice. "Held" is asked of the candidate, and "red" of the baseline, with one more case that is lost
        entirely: without it up to 24 % of unchanged candidates were red where a small baseline happened to hold no rare loss and nothing was tolerated.

        {Verdict(unpaired)}

        {Table(unpaired)}

        ## Many slices of very many cases

        Above 20,000 differing cases slices are adjusted by Tarone–Holm, and large ones tested from sums alone, in the far tail: how often a test reaches 0.1 %
        (5 % shared between fifty slices) when nothing changed. Differences of exchangeable arms are symmetric, so Student's t keeps its level there, and Hall's
        correction, which reads skewness into noise, does not. Slices with up to 2,000 differing cases are tested by sign flips, which keep every level.

        {Verdict(tail)}

        {Table(tail)}

        """;

    private static string Verdict(IReadOnlyList<GateRow> rows)
    {
        GateRow[] bars = [.. rows.Where(row => row.Bar is not null)], broken = [.. bars.Where(row => !row.IsKept)];
        return string.Create(CultureInfo.InvariantCulture, $"Bars: {bars.Length}. Broken beyond simulation error: {(broken.Length == 0 ? "none" : string.Join("; ", broken.Select(row => $"{row.Setting}: {row.Asked}")))}.");
    }

    private static string Table(IReadOnlyList<GateRow> rows)
    {
        var text = new StringBuilder("| Setting | Asked | Happened | Trials | May |\n|--|--|--|--|--|");
        string? last = null;
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n| {(row.Setting == last ? "" : row.Setting)} | {row.Asked} | {100 * row.Rate.Value:0.0#} % | {row.Rate.Trials} | {(row.Bar is { } bar ? $"{(100 * bar).ToString("0.#", CultureInfo.InvariantCulture)} %" : "–")} |");
            last = row.Setting;
        }

        return text.ToString();
    }
}
