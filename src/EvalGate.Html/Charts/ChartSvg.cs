using System.Globalization;
using System.Xml.Linq;
using EvalGate.Html.Markup;
using EvalGate.Reports;
using OxyPlot;

namespace EvalGate.Html.Charts;

/// <summary>A plot as inline SVG: colours are classes, so that one chart serves light, dark and paper; it scales, and is read out by its title.</summary>
internal static class ChartSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Paints = ["fill", "stroke"];

    /// <summary>Draws a plot.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="size">Width and height.</param>
    /// <param name="id">Unique in the page.</param>
    /// <param name="title">What it shows, for who cannot see it.</param>
    public static Fragment Of(PlotModel plot, (int Width, int Height) size, string id, string title)
    {
        plot.Background = OxyColors.Transparent;
        var root = XElement.Parse(SvgExporter.ExportToString(plot, size.Width, size.Height, isDocument: false));
        var elements = root.Descendants().ToArray();
        foreach (var element in elements)
        {
            Restyle(element);
            Rename(element, id);
        }

        root.RemoveAttributes();
        root.Add(
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {size.Width} {size.Height}")),
            new XAttribute("role", "img"),
            new XAttribute("class", "chart"));
        root.AddFirst(new XElement(Svg + "title", CleanText.Of(title)));
        return Fragment.Made(root.ToString(SaveOptions.DisableFormatting).Replace($" xmlns=\"{Svg}\"", "", StringComparison.Ordinal));
    }

    /// <summary>The page's policy forbids style attributes: what they say becomes attributes of its own, and colours become classes.</summary>
    private static void Restyle(XElement element)
    {
        var style = ((string?)element.Attribute("style") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(d => d.Split(':', 2)).ToDictionary(d => d[0], d => d[1]);
        if ((string?)element.Attribute("fill") is { } fill)
        {
            style["fill"] = fill;
        }

        element.Attributes().Where(a => a.Name.LocalName is "style" or "fill" or "font-family" or "font-weight").Remove();
        var classes = Paints.Where(style.ContainsKey)
            .Select(paint => Ink.Classes.TryGetValue(style[paint], out var ink) ? $"{paint}-{ink}" : $"{paint}-none").ToArray();
        if (classes.Length > 0)
        {
            element.SetAttributeValue("class", string.Join(' ', classes));
        }

        foreach (var (name, value) in style.Where(s => !Paints.Contains(s.Key)))
        {
            element.SetAttributeValue(name, value);
        }
    }

    /// <summary>Each plot numbers its clips from one.</summary>
    private static void Rename(XElement element, string id)
    {
        if (element.Name == Svg + "clipPath")
        {
            element.SetAttributeValue("id", $"{id}-{(string?)element.Attribute("id")}");
        }
        else if ((string?)element.Attribute("clip-path") is { } clip)
        {
            element.SetAttributeValue("clip-path", clip.Replace("#", $"#{id}-", StringComparison.Ordinal));
        }
    }
}
