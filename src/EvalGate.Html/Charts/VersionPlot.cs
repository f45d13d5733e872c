using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Model;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace EvalGate.Html.Charts;

/// <summary>One version of the system on three metrics; the third is shown by the size of its mark.</summary>
internal sealed record VersionPoint(string Name, Verdict? Verdict, double Cost, double Quality, double? Size);

/// <summary>Versions by what they cost and how good they are, with the front of those that no other beats on both.</summary>
internal static class VersionPlot
{
    private const int Smallest = 6;
    private const int Largest = 13;

    /// <summary>The plot.</summary>
    /// <param name="cost">The metric from left to right; less is better.</param>
    /// <param name="quality">The metric from bottom to top.</param>
    /// <param name="versions">At least two, the candidate last.</param>
    public static Fragment Of(Metric cost, Metric quality, IReadOnlyList<VersionPoint> versions)
    {
        var plot = Axes.Plane(Axes.Values(AxisPosition.Bottom, v => Axes.Value(cost, v)), Axes.Values(AxisPosition.Left, v => Axes.Value(quality, v)));
        (plot.Axes[0].MinimumPadding, plot.Axes[0].MaximumPadding) = (0.12, 0.2);
        (plot.Axes[1].MinimumPadding, plot.Axes[1].MaximumPadding) = (0.2, 0.2);
        VersionPoint[] front = [.. Front(quality, versions)];
        var line = new LineSeries { Color = Ink.Grid, StrokeThickness = 6 };
        line.Points.AddRange(front.Select(v => new DataPoint(v.Cost, v.Quality)));
        plot.Series.Add(line);
        HashSet<VersionPoint> named = [versions[0], versions[^2], versions[^1], .. front];
        foreach (var version in versions)
        {
            plot.Series.Add(Mark(version, versions, named.Contains(version)));
        }

        return ChartSvg.Of(plot, (860, 340), "versions", $"{quality.Label} against {cost.Label} of {versions.Count} versions");
    }

    /// <summary>Versions that no other beats on one metric without losing on the other, cheapest first.</summary>
    internal static IEnumerable<VersionPoint> Front(Metric quality, IEnumerable<VersionPoint> versions)
    {
        var sign = quality.Better == Direction.Higher ? 1 : -1;
        var best = double.NegativeInfinity;
        foreach (var version in versions.OrderBy(v => v.Cost).ThenByDescending(v => sign * v.Quality))
        {
            if (sign * version.Quality > best)
            {
                best = sign * version.Quality;
                yield return version;
            }
        }
    }

    private static ScatterSeries Mark(VersionPoint version, IReadOnlyList<VersionPoint> all, bool isNamed) => new()
    {
        MarkerType = version.Verdict is { } verdict ? Ink.ShapeOf(verdict) : MarkerType.Circle,
        MarkerFill = version.Verdict is { } colour ? Ink.Of(colour) : Ink.Line,
        MarkerSize = SizeOf(version, all),
        LabelFormatString = !isNamed ? null : version.Name.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
        LabelMargin = SizeOf(version, all) + 2,
        Points = { new(version.Cost, version.Quality) },
    };

    private static double SizeOf(VersionPoint version, IReadOnlyList<VersionPoint> all)
    {
        var (least, most) = (all.Min(v => v.Size) ?? 0, all.Max(v => v.Size) ?? 0);
        return version.Size is { } size && most > least ? Smallest + ((Largest - Smallest) * (size - least) / (most - least)) : Smallest;
    }
}
