using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Model;
using EvalGate.Slicing;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace EvalGate.Html.Charts;

/// <summary>A metric on one slice over the accepted versions, and now.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Slice">The slice.</param>
/// <param name="Values">One per version, oldest first, the candidate last; null where a version has none.</param>
/// <param name="Verdict">What was concluded of the candidate; null when nothing was.</param>
internal sealed record HistoryLine(Metric Metric, Slice Slice, IReadOnlyList<double?> Values, Verdict? Verdict);

/// <summary>How a metric came to where it is.</summary>
internal static class HistoryPlot
{
    /// <summary>A whole chart, with a name under each version.</summary>
    public static Fragment Large(HistoryLine line, IReadOnlyList<string> versions, string id)
    {
        var places = Axes.Values(AxisPosition.Bottom, v => NameAt(versions, v));
        places.MajorStep = Math.Max(1, Math.Ceiling(versions.Count / 8.0));
        places.MajorGridlineStyle = LineStyle.None;
        return Draw(line, Axes.Plane(places, Axes.Values(AxisPosition.Left, v => Axes.Value(line.Metric, v))), (420, 190), id);
    }

    /// <summary>No more than the line, to stand in a row of many.</summary>
    public static Fragment Small(HistoryLine line, string id)
    {
        LinearAxis[] hidden = [new() { Position = AxisPosition.Bottom, IsAxisVisible = false }, new() { Position = AxisPosition.Left, IsAxisVisible = false, MinimumPadding = 0.15, MaximumPadding = 0.15 }];
        return Draw(line, Axes.Plot(hidden), (180, 44), id);
    }

    private static Fragment Draw(HistoryLine line, PlotModel plot, (int Width, int Height) size, string id)
    {
        var points = line.Values.Index().Where(v => v.Item is not null).Select(v => new DataPoint(v.Index, v.Item!.Value)).ToArray();
        var series = new LineSeries { Color = Ink.Line, StrokeThickness = 2, MarkerType = MarkerType.Circle, MarkerFill = Ink.Line, MarkerSize = 2.5 };
        series.Points.AddRange(points);
        plot.Series.Add(series);
        if (line is { Verdict: { } verdict, Values: [.., { } now] })
        {
            plot.Series.Add(new ScatterSeries { MarkerType = Ink.ShapeOf(verdict), MarkerFill = Ink.Of(verdict), MarkerSize = 5, Points = { new(line.Values.Count - 1, now) } });
        }

        return ChartSvg.Of(plot, size, id, $"{line.Metric.Label} on {line.Slice} over {points.Length} versions: {Figures.Value(line.Metric, points[0].Y)} to {Figures.Value(line.Metric, points[^1].Y)}");
    }

    private static string NameAt(IReadOnlyList<string> versions, double place) =>
        Math.Round(place) is var at && Math.Abs(at - place) < 1e-9 && at >= 0 && at < versions.Count ? versions[(int)at] : "";
}
