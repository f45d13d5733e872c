using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Slicing;
using OxyPlot;
using OxyPlot.Axes;

namespace EvalGate.Html.Charts;

/// <summary>The frame that all charts share.</summary>
internal static class Axes
{
    private const int LongestName = 34;
    private const double LetterWidth = 7.2;
    private const double ValueWidth = 58;

    /// <summary>A plot without a border.</summary>
    public static PlotModel Plot(params Axis[] axes)
    {
        var plot = new PlotModel { PlotAreaBorderThickness = new(0), TextColor = Ink.Text, DefaultFontSize = 12, Padding = new(4, 4, 16, 4) };
        foreach (var axis in axes)
        {
            plot.Axes.Add(axis);
        }

        return plot;
    }

    /// <summary>Values of a metric.</summary>
    public static LinearAxis Values(AxisPosition position, Func<double, string> label) => new()
    {
        Position = position,
        LabelFormatter = label,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = Ink.Grid,
        TickStyle = TickStyle.None,
        MinorTickSize = 0,
        AxislineStyle = LineStyle.None,
        TicklineColor = Ink.Grid,
        IntervalLength = 110,
        MinimumPadding = 0.04,
        MaximumPadding = 0.04,
    };

    /// <summary>A plot with values on both axes.</summary>
    public static PlotModel Plane(LinearAxis across, LinearAxis up)
    {
        var plot = Plot(across, up);
        plot.PlotMargins = new(ValueWidth, double.NaN, double.NaN, double.NaN);
        return plot;
    }

    /// <summary>A plot with one row per name, the first on top.</summary>
    public static PlotModel Rows(IReadOnlyCollection<string> names, LinearAxis values)
    {
        var plot = Plot(RowAxis(names), values);

        // The exporter measures with another font than the page has.
        plot.PlotMargins = new(16 + (LetterWidth * names.Max(Columns.Of)), double.NaN, double.NaN, double.NaN);
        return plot;
    }

    private static CategoryAxis RowAxis(IEnumerable<string> names)
    {
        var axis = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0, TickStyle = TickStyle.None, AxislineStyle = LineStyle.None, GapWidth = 0.6 };
        axis.Labels.AddRange(names);
        return axis;
    }

    /// <summary>A slice, a cross by its values alone, with the number of its cases.</summary>
    public static string Row(Slice slice, int cases)
    {
        var name = slice.Pairs.Count > 1 ? string.Join(" × ", slice.Pairs.Select(p => p.Value)) : slice.ToString();
        return $"{CleanText.Of(name, LongestName)} ({Figures.Fixed(cases, 0)})";
    }

    /// <summary>A change as a tick says it: without digits that say nothing.</summary>
    public static string Change(Metric metric, double change) => Math.Abs(change) < 1e-12 ? "0" : Trim(Figures.Change(metric, change));

    /// <summary>The size of a change as a tick says it.</summary>
    public static string Amount(Metric metric, double amount) => Math.Abs(amount) < 1e-12 ? "0" : Trim(Figures.Amount(metric, amount));

    /// <summary>A value as a tick says it.</summary>
    public static string Value(Metric metric, double value) => Trim(Figures.Value(metric, value));

    private static string Trim(string figure)
    {
        var unit = figure.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? figure[at..] : "";
        var number = unit.Length == 0 ? figure : figure[..^unit.Length];
        return (number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number) + unit;
    }
}
