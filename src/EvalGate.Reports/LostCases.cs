using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>Which cases got worse, and how sure it is that more would; where nothing regressed, of what is probably worse.</summary>
internal static class LostCases
{
    private const int MostSlices = 3;
    private const int NamedCases = 6;
    private const int LongestId = 40;

    public static IEnumerable<string> Of(SuiteVerdict verdict)
    {
        // How much longer answers took is measured against another machine.
        var losing = verdict.Comparisons.Where(c => c.Losses > 0 && c.SparedShare is null).WorstFirst().ToLookup(c => c.Verdict);
        var worst = losing[Verdict.Regressed].Any() ? losing[Verdict.Regressed] : losing[Verdict.Inconclusive];
        return worst.Aggregate((IEnumerable<Comparison>)[], WithoutRepetition).Take(MostSlices).Select(Sentence);
    }

    /// <summary>A case's id as reports show it.</summary>
    public static string Named(string id) => CleanText.Of(id, LongestId);

    /// <summary>Slices overlap: one whose cases are all named already says nothing new.</summary>
    private static IEnumerable<Comparison> WithoutRepetition(IEnumerable<Comparison> said, Comparison next)
    {
        var named = said.Where(c => c.Metric == next.Metric).SelectMany(NamedOf);
        return NamedOf(next).Except(named, StringComparer.Ordinal).Any() ? said.Append(next) : said;
    }

    private static IEnumerable<string> NamedOf(Comparison c) => c.LosingCases.Take(NamedCases);

    private static string Sentence(Comparison c)
    {
        var (worse, better) = c.Metric.IsQuality ? ("lost", "gained") : ("worse", "better");
        var gains = c.Gains == 0 ? "" : $", {c.Gains} {better}";
        var more = c.Losses > NamedCases ? $" and {c.Losses - NamedCases} more" : "";
        return $"{Phrases.Within(c)}: {c.Losses} of {Figures.Count(c.Cases, "case")} {worse}{gains} ({Chance(c)}): "
            + $"{string.Join(", ", NamedOf(c).Select(Named))}{more}.{Limitation(c)}";
    }

    private static string Chance(Comparison c)
    {
        const string NoBreak = "\u00a0";
        var p = $"p{NoBreak}{Figures.PValue(c.AdjustedPValue ?? 1).Replace(" ", NoBreak, StringComparison.Ordinal)}";
        return $"{p} with all slices counted, level {Figures.Fixed(c.Level ?? 0, 2)}";
    }

    private static string Limitation(Comparison c) => c is { Verdict: Verdict.Inconclusive, SmallestDetectable: { } drop }
        ? $" So few cases prove only a drop of {Figures.Amount(c.Metric, drop)} or more."
        : "";
}
