using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Reports;
using EvalGate.Slicing;

namespace EvalGate.Html.Sections;

/// <summary>Words that stand in several sections.</summary>
internal static class Labels
{
    /// <summary>A verdict on its colour.</summary>
    public static Fragment Badge(string word, Verdict verdict) => Fragment.Of($"<span class=\"badge {Class(verdict)}\">{word}</span>");

    public static Fragment Badge(Comparison c) => Badge(VerdictWord.Loud(c), c.IsExcused ? Verdict.Inconclusive : c.Verdict);

    /// <summary>The class of a verdict: <c>not-judged</c>.</summary>
    public static string Class(Verdict verdict) => VerdictWord.Of(verdict).Replace(' ', '-');

    /// <summary>A slice that leads to its cases.</summary>
    public static Fragment Link(Slice slice) => Fragment.Of($"<a href=\"#slice={Uri.EscapeDataString(slice.ToString())}\"><bdi>{slice.ToString()}</bdi></a>");

    /// <summary>A case that leads to itself.</summary>
    public static Fragment LinkToCase(string id) => Fragment.Of($"<a href=\"#case={Uri.EscapeDataString(id)}\"><bdi>{id}</bdi></a>");

    /// <summary>A figure that is not parted from its unit.</summary>
    public static string Whole(string figure) => figure.Replace(' ', '\u00a0');

    /// <summary>What shapes and colours of the charts mean.</summary>
    public static Fragment Legend { get; } = Fragment.Of($"""
        <p class="legend"><span class="regressed">◆ regressed</span> <span class="inconclusive">▲ inconclusive</span> <span class="clear">● clear</span> <span class="held">■ held</span> <span class="limit">┃ allowed</span></p>
        """);
}
