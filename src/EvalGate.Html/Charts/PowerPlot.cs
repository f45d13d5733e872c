using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Model;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace EvalGate.Html.Charts;

/// <summary>The smallest change for the worse that each slice would probably have shown, against what is allowed.</summary>
internal static class PowerPlot
{
    private const int Width = 860;
    private const int RowHeight = 22;
    private const int Frame = 52;

    /// <summary>The plot.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="rows">Comparisons with a tolerance and a smallest detectable change, in the order shown.</param>
    /// <param name="id">Unique in the page.</param>
    public static Fragment Of(Metric metric, IReadOnlyList<Comparison> rows, string id)
    {
        var changes = Axes.Values(AxisPosition.Bottom, v => Axes.Amount(metric, v));
        changes.Minimum = 0;
        var plot = Axes.Rows([.. rows.Select(c => Axes.Row(c.Slice, c.Cases))], changes);
        var bars = new BarSeries { FillColor = Ink.Clear, StrokeThickness = 0 };
        bars.Items.AddRange(rows.Select(c => new BarItem(c.SmallestDetectable!.Value)));
        plot.Series.Add(bars);
        foreach (var (row, c) in rows.Index())
        {
            plot.Series.Add(new LineSeries { Color = Ink.Limit, StrokeThickness = 2, Points = { new(c.Tolerance!.Value, row - 0.42), new(c.Tolerance.Value, row + 0.42) } });
        }

        return ChartSvg.Of(plot, (Width, Frame + (RowHeight * rows.Count)), id, $"Smallest change of {metric.Label} that each of {rows.Count} slices would show with 80 % power");
    }
}
