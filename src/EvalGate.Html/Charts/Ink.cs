using EvalGate.Gating;
using OxyPlot;

namespace EvalGate.Html.Charts;

/// <summary>What a chart is drawn with. Each colour stands for a class of the style sheet, which knows light and dark.</summary>
internal static class Ink
{
    public static OxyColor Text { get; } = OxyColor.FromRgb(1, 0, 0);

    public static OxyColor Grid { get; } = OxyColor.FromRgb(2, 0, 0);

    public static OxyColor Limit { get; } = OxyColor.FromRgb(3, 0, 0);

    public static OxyColor Regressed { get; } = OxyColor.FromRgb(4, 0, 0);

    public static OxyColor Inconclusive { get; } = OxyColor.FromRgb(5, 0, 0);

    public static OxyColor Clear { get; } = OxyColor.FromRgb(6, 0, 0);

    public static OxyColor Held { get; } = OxyColor.FromRgb(7, 0, 0);

    public static OxyColor Line { get; } = OxyColor.FromRgb(8, 0, 0);

    /// <summary>The class of each colour as the exporter writes it.</summary>
    public static IReadOnlyDictionary<string, string> Classes { get; } = new (OxyColor Colour, string Class)[]
    {
        (Text, "text"), (Grid, "grid"), (Limit, "limit"), (Regressed, "regressed"), (Inconclusive, "inconclusive"), (Clear, "clear"), (Held, "held"), (Line, "line"),
    }.ToDictionary(i => $"rgb({i.Colour.R},{i.Colour.G},{i.Colour.B})", i => i.Class, StringComparer.Ordinal);

    public static OxyColor Of(Verdict verdict) => verdict switch
    {
        Verdict.Regressed => Regressed,
        Verdict.Inconclusive or Verdict.NotJudged => Inconclusive,
        Verdict.Held => Held,
        _ => Clear,
    };

    /// <summary>Shapes say the same as colours, for who cannot tell those apart.</summary>
    public static MarkerType ShapeOf(Verdict verdict) => verdict switch
    {
        Verdict.Regressed => MarkerType.Diamond,
        Verdict.Inconclusive or Verdict.NotJudged => MarkerType.Triangle,
        Verdict.Held => MarkerType.Square,
        _ => MarkerType.Circle,
    };
}
