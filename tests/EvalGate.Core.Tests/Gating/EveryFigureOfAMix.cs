using CsCheck;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

/// <summary>The total as production feels it, figured once more from single cases.</summary>
public static class EveryFigureOfAMix
{
    private const double German = 0.75;

    private static readonly ProductionMix Mix = new("language", new Dictionary<string, decimal> { ["de"] = (decimal)German, ["en"] = 1 - (decimal)German }, default);

    private static readonly Gen<(bool IsGerman, int Before, int After, bool IsChanged)[]> Drawn = Gen.Select(Gen.Bool, Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool).Array[6, 40];

    [Theory]
    [InlineData(Direction.Higher, false)]
    [InlineData(Direction.Lower, false)]
    [InlineData(Direction.Higher, true)]
    public static void IsByTheBook(Direction better, bool isGrouped) => Property.HoldsFor(Drawn, 60, drawn =>
    {
        var metric = AMetric.Score("grade") with { Better = better };
        var left = 10;
        var cases = drawn.Select((d, i) => (d.IsGerman, Group: isGrouped ? i / 4 : i, Before: d.Before / 4.0, After: (isGrouped || (d.IsChanged && left-- > 0) ? d.After : d.Before) / 4.0)).ToArray();
        var trial = cases.Index().Aggregate(
            new Trial { Metrics = [metric], Rules = [ARule.MaxDrop("grade", 0.10m, 0.9m)], Mix = Mix },
            (t, c) => t.With(
                ACase.Of($"c{c.Index:00}", ("language", c.Item.IsGerman ? "de" : "en")) with { Group = isGrouped ? $"g{c.Item.Group}" : null },
                new Dictionary<string, IReadOnlyList<double>> { ["grade"] = [c.Item.Before] },
                [new Dictionary<string, double?> { ["grade"] = c.Item.After }]));

        var mixed = trial.Verdict.Comparisons.Single(c => c.Weighting is not null);

        if (cases.Select(c => c.IsGerman).Distinct().Count() < 2)
        {
            Assert.Equal(Verdict.NotJudged, mixed.Verdict);
            return;
        }

        Confirm(mixed, cases, better == Direction.Higher ? 1 : -1, isGrouped);
    });

    private static void Confirm(Comparison mixed, (bool IsGerman, int Group, double Before, double After)[] cases, int sign, bool isGrouped)
    {
        double Weight(bool isGerman) => (isGerman ? German : 1 - German) / cases.Count(c => c.IsGerman == isGerman);
        double Total(Func<(bool IsGerman, int Group, double Before, double After), double> figure) => cases.Sum(c => Weight(c.IsGerman) * figure(c));
        var estimate = PostStratifiedMean.Of([.. new[] { true, false }.Select(g => new Stratum(g ? German : 1 - German, Moments.Of([.. cases.Where(c => c.IsGerman == g).Select(c => sign * (c.After - c.Before))])))]);
        var gain = Total(c => sign * (c.After - c.Before));
        var shown = estimate.Estimate.Interval(0.9);
        var isKnown = !isGrouped && double.IsFinite(shown.Lower) && double.IsFinite(shown.Upper);
        var (lower, upper) = (Math.Max(-1, shown.Lower), Math.Min(1, shown.Upper));

        (double?, double?)[] figures =
        [
            (Total(c => c.Before), mixed.Baseline), (Total(c => c.After), mixed.Candidate), (sign * gain, mixed.Difference), (0.1, mixed.Tolerance),
            (estimate.EffectiveCases, mixed.Weighting!.EffectiveCases), (Math.Min(1, mixed.PValue!.Value / 0.2), mixed.AdjustedPValue),
            (isKnown ? sign > 0 ? lower : -upper : null, mixed.Interval?.Lower), (isKnown ? sign > 0 ? upper : -lower : null, mixed.Interval?.Upper),
        ];
        Assert.All(figures, f => Assert.Equal(f.Item1 ?? double.NaN, f.Item2 ?? double.NaN, 1e-8));

        double[] units = [.. cases.GroupBy(c => c.Group).Select(g => g.Sum(c => Weight(c.IsGerman) * sign * (c.After - c.Before))).Where(u => Math.Abs(u) > 1e-12)];
        Assert.InRange(mixed.PValue!.Value, Flipped(units, -1e-9), Flipped(units, 1e-9));
        var isHeld = !isGrouped && RareLoss.IsRuledOut((long)estimate.EffectiveCases, 0.1, 1, 0.05) && estimate.Estimate.PValueAbove(-0.1) <= 0.05;
        var expected = -gain > 0.1 + 1e-9 ? mixed.AdjustedPValue <= 0.05 ? Verdict.Regressed : mixed.PValue <= 0.1 ? Verdict.Inconclusive : Verdict.Clear : isHeld ? Verdict.Held : Verdict.Clear;
        Assert.Equal((expected, expected == Verdict.Regressed, "weighted sign flips"), (mixed.Verdict, mixed.Blocks, mixed.Method));
    }

    /// <summary>The share of all signs that are as bad, give or take a little.</summary>
    private static double Flipped(double[] units, double slack)
    {
        double Sum(int flipped) => units.Select((u, i) => (flipped >> i & 1) == 0 ? u : -u).Sum();
        return Enumerable.Range(0, 1 << units.Length).Count(flipped => Sum(flipped) <= Sum(0) + slack) / (double)(1 << units.Length);
    }
}
