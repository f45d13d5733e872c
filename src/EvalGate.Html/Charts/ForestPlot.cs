using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Model;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace EvalGate.Html.Charts;

/// <summary>The change of a metric on each slice with its interval, against no change and against what is allowed.</summary>
internal static class ForestPlot
{
    private const int Width = 860;
    private const int RowHeight = 24;
    private const int Frame = 52;

    /// <summary>The plot.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="rows">Comparisons with a difference, in the order shown.</param>
    /// <param name="id">Unique in the page.</param>
    public static Fragment Of(Metric metric, IReadOnlyList<Comparison> rows, string id)
    {
        var plot = Axes.Rows([.. rows.Select(c => Axes.Row(c.Slice, c.Cases))], Axes.Values(AxisPosition.Bottom, v => Axes.Change(metric, v)));
        plot.Series.Add(Segment((0, -0.5), (0, rows.Count - 0.5), Ink.Text, 1));
        for (var i = 0; i < rows.Count; i++)
        {
            Draw(plot, rows[i], i);
        }

        var worst = rows.MaxBy(c => c.Verdict)!;
        return ChartSvg.Of(plot, (Width, Frame + (RowHeight * rows.Count)), id, $"Change of {metric.Label} on {rows.Count} slices with 90 % intervals; {worst.Slice}: {Figures.Change(metric, worst.Difference!.Value)}");
    }

    private static void Draw(PlotModel plot, Comparison c, int row)
    {
        var ink = Ink.Of(c.Verdict);
        if (c.Interval is { } interval)
        {
            plot.Series.Add(Segment((interval.Lower, row), (interval.Upper, row), ink, 2.5));
        }

        if (Limit(c) is { } limit)
        {
            plot.Series.Add(Segment((limit, row - 0.42), (limit, row + 0.42), Ink.Limit, 2));
        }

        plot.Series.Add(new ScatterSeries { MarkerType = Ink.ShapeOf(c.Verdict), MarkerSize = 5, MarkerFill = ink, Points = { new(c.Difference!.Value, row) } });
    }

    private static LineSeries Segment((double X, double Y) from, (double X, double Y) to, OxyColor ink, double thickness) =>
        new() { Color = ink, StrokeThickness = thickness, Points = { new(from.X, from.Y), new(to.X, to.Y) } };

    /// <summary>What is allowed, on the side where the metric gets worse.</summary>
    private static double? Limit(Comparison c) => c.Tolerance is { } tolerance ? (c.Metric.Better == Direction.Higher ? -tolerance : tolerance) : null;
}
