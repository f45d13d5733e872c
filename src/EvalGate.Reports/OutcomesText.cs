using System.Globalization;
using EvalGate.Gating;
using EvalGate.Outcomes;

namespace EvalGate.Reports;

/// <summary>How releases did in production and whether the eval had said so, as plain text.</summary>
public static class OutcomesText
{
    private const int MostSlices = 8;

    /// <summary>Writes it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="width">Columns.</param>
    public static string Write(OutcomeReport report, int width)
    {
        string[] lines =
        [
            .. Wrapping.Lines(Headline(report), width),
            .. report.Trends.GroupBy(t => t.Signal.Name, StringComparer.Ordinal).SelectMany(g => Trend([.. g], report, width)),
            "",
            "Does the eval predict production?",
            .. TextTable.Lines([["metric", "signal", "pairs", "rank corr.", "95 % interval", "same way", ""], .. report.Links.Select(Row)], width),
            .. report.Links.Count > 0 && report.ComfortMetrics is [_, ..] comfort ? ["", .. Wrapping.Lines(Comfort(comfort), width)] : Array.Empty<string>(),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static string Headline(OutcomeReport report)
    {
        var releases = report.Releases is [var first, .., var last] ? $"{report.Releases.Count} releases, {first} to {last}" : $"release {report.Releases[0]}";
        var rest = report.Requests > report.Joined ? $"; {report.Requests - report.Joined} of {report.Requests} requests are of no release that the eval knows, or too young for their signals" : "";
        return $"{report.Suite}: {Figures.Count(report.Joined, "request")} of {releases}{rest}";
    }

    private static IEnumerable<string> Trend(IReadOnlyList<SignalTrend> trends, OutcomeReport report, int width)
    {
        var signal = trends[0].Signal;
        yield return "";
        if (report.Releases is not [.., var before, var now])
        {
            yield return $"{CleanText.Of(signal.Name)}: one release, so nothing to compare";
            yield break;
        }

        var shown = trends.Where((t, i) => t.Slice.IsOverall || t.Moved || i <= MostSlices).Take(1 + (2 * MostSlices)).ToArray();
        IReadOnlyList<string>[] rows = [[signal.Name, "requests", $"{before} → {now}", "change", "90 % interval", ""], .. shown.Select(Row)];
        var room = TextTable.Room(rows.Select(r => r.Skip(1).ToArray()), width);
        rows = [rows[0], .. rows.Skip(1).Zip(shown, (row, trend) => (string[])[SliceLabel.Of(trend.Slice, room), .. row.Skip(1)])];
        foreach (var line in TextTable.Lines(rows, width))
        {
            yield return line;
        }

        foreach (var line in report.Mixes.Where(m => m.Signal.Name == signal.Name).SelectMany(m => Mix(m, width)))
        {
            yield return line;
        }
    }

    private static string[] Row(SignalTrend trend)
    {
        var (before, now) = (trend.Points[^2], trend.Points[^1]);
        string[] start = ["", now.Requests.ToString(CultureInfo.InvariantCulture)];
        return before.Requests == 0 || now.Requests == 0
            ? [.. start, "–", "–", "", before.Requests == 0 ? "new" : "gone"]
            : [.. start, $"{Figures.Value(trend.Signal, before.Mean)} → {Figures.Value(trend.Signal, now.Mean)}", Figures.Change(trend.Signal, trend.Change), Interval(trend), trend.IsWorse ? "WORSE" : trend.Moved ? "better" : ""];
    }

    /// <summary>The interval of a change; empty where there is none.</summary>
    /// <param name="trend">A signal in a slice.</param>
    public static string Interval(SignalTrend trend) => double.IsFinite(trend.Interval.Lower) && double.IsFinite(trend.Interval.Upper) ? Figures.Interval(trend.Signal, trend.Interval) : "";

    private static IEnumerable<string> Mix(MixEffect mix, int width)
    {
        if (!mix.Change.IsReversal && !mix.Change.IsMixDriven)
        {
            return [];
        }

        var parts = $"of {Figures.Change(mix.Signal, mix.Change.Total)} overall, {Figures.Change(mix.Signal, mix.Change.Rate)} is how values of {mix.Attribute} did and {Figures.Change(mix.Signal, mix.Change.Mix)} that their traffic shifted";
        var paradox = mix.Change.IsReversal ? "; every one of them went the other way than the total (Simpson's paradox)" : "";
        return Wrapping.Lines($"{parts}{paradox}.", width, "  ");
    }

    private static string[] Row(EvalLink link) =>
    [
        link.Metric.Name,
        link.Signal.Name,
        link.Pairs.Count.ToString(CultureInfo.InvariantCulture),
        link.Rho is { } rho ? Figures.Fixed(rho, 2) : "–",
        link.Interval is { } interval ? $"{Figures.Fixed(interval.Lower, 2)} to {Figures.Fixed(interval.Upper, 2)}" : "",
        link.Finding is LinkFinding.Insufficient || link.Moves == 0 ? "" : $"{link.Agreeing} of {link.Moves}",
        Word(link),
    ];

    /// <summary>A finding in a word.</summary>
    /// <param name="link">A metric held against a signal.</param>
    public static string Word(EvalLink link) => link.Finding switch
    {
        LinkFinding.Predicts => "predicts",
        LinkFinding.Contradicts => "CONTRADICTS",
        LinkFinding.NotShown => "not shown",
        LinkFinding.NoChange => "no change",
        _ => "insufficient",
    };

    private static string Comfort(IReadOnlyList<string> metrics) =>
        $"Comfort {(metrics.Count == 1 ? "metric" : "metrics")}: {string.Join(", ", metrics)}. {(metrics.Count == 1 ? "It" : "They")} went together with no signal of production: a rule on {(metrics.Count == 1 ? "it" : "them")} guards nothing that users were seen to feel.";
}
