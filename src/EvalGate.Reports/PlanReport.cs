using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>A plan as plain text: what each slice can show, and what it takes to show more.</summary>
public static class PlanReport
{
    private const int MostSlices = 8;
    private const int Named = 6;

    private static readonly string[] Head = ["cases", "noise", "red from", "allowed", "to hold", "to catch", "margin"];

    private static readonly string[] Legend =
    [
        "noise: how often a result flips when nothing changed; for scores, the standard deviation of a change.",
        "red from: the smallest true drop (or rise) that would be red four times in five.",
        "to hold: further cases for 'held' four times in five if nothing changes; to catch: cases that notice a true drop of what is allowed as often.",
        "margin: the smallest tolerance that the cases of this row would hold as they are.",
    ];

    /// <summary>The plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="width">Columns, at least 60.</param>
    /// <returns>No line is wider than asked.</returns>
    public static string Write(SuitePlan plan, int width)
    {
        string[][] parts =
        [
            [.. Wrapping.Lines(PlanNotes.Headline(plan), width)],
            .. plan.Slices.GroupBy(s => s.Metric.Name, StringComparer.Ordinal).Select(m => Table(m, width).ToArray()),
            [.. plan.Slices.Count == 0 ? [] : Legend.SelectMany(l => Wrapping.Lines(l, width, "  "))],
            [.. PlanNotes.Of(plan).SelectMany(n => Wrapping.Lines(n, width, "  "))],
        ];
        return string.Join("\n\n", parts.Where(p => p.Length > 0).Select(p => string.Join('\n', p))) + "\n";
    }

    /// <summary>Slices by their values, the first so many.</summary>
    internal static string Names(IReadOnlyCollection<PlannedSlice> slices) =>
        Phrases.Some([.. slices.Select(s => $"{(s.Slice.IsOverall ? "overall" : CleanText.Of(s.Slice.ToString(), 40))}: {Phrases.Metric(s.Metric)}")], Named, "; ");

    private static IEnumerable<string> Table(IGrouping<string, PlannedSlice> metric, int width)
    {
        var shown = Neediest(metric).ToArray();
        var figures = AlignedRight([Head, .. shown.Select(Cells)]);
        var room = TextTable.Room(figures, width);
        string[] names = [CleanText.Of(metric.Key), .. shown.Select(s => SliceLabel.Of(s.Slice, room))];
        var lines = TextTable.Lines([.. names.Zip(figures, (name, row) => (string[])[name, .. row])], width);
        return metric.Count() - shown.Length is > 0 and var more ? lines.Append($"  and {more} more slices that need less, in --json") : lines;
    }

    /// <summary>Tables set their last column to the left, for words; here it holds figures.</summary>
    private static string[][] AlignedRight(string[][] rows)
    {
        var width = rows.Max(r => Columns.Of(r[^1]));
        return [.. rows.Select(r => (string[])[.. r[..^1], Columns.PadLeft(r[^1], width)])];
    }

    /// <summary>Overall, then the slices that need most.</summary>
    private static IEnumerable<PlannedSlice> Neediest(IEnumerable<PlannedSlice> metric) => metric
        .OrderByDescending(s => s.Slice.IsOverall).ThenByDescending(s => s.CasesNeeded ?? 0).ThenByDescending(s => s.IsBlind).ThenBy(s => s.Slice).Take(MostSlices + 1);

    private static string[] Cells(PlannedSlice s) =>
    [
        s.Groups is { } groups ? $"{Figures.Fixed(s.Cases, 0)}/{Figures.Fixed(groups, 0)}" : Figures.Fixed(s.Cases, 0),
        s.FlipRate is { } rate ? $"{Figures.Fixed(100 * rate, 1)} %" : s.Deviation is { } deviation ? $"±{Figures.Amount(s.Metric, deviation)}" : "–",
        s.IsBlind ? "blind" : s.SmallestDetectable is { } drop ? Figures.Amount(s.Metric, drop) : "–",
        Figures.Amount(s.Metric, s.Tolerance),
        s.CasesNeeded switch { null => "–", 0 => "enough", var needed => $"+{Figures.Fixed(needed.Value, 0)}" },
        s.CasesToCatch is { } cases ? Figures.Fixed(cases, 0) : "–",
        s.Margin is { } margin ? Figures.Amount(s.Metric, margin) : "–",
    ];
}
