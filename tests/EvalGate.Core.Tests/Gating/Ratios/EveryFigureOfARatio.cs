using CsCheck;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Ratios;

/// <summary>One sum over another, figured once more from single cases.</summary>
public static class EveryFigureOfARatio
{
    private static readonly Gen<(bool IsGerman, int Cost, int Now, bool Solved, bool StillSolved)[]> Drawn =
        Gen.Select(Gen.Bool, Gen.Int[1, 9], Gen.Int[1, 9], Gen.Bool, Gen.Bool).Array[6, 11];

    [Theory]
    [InlineData(Direction.Lower, false)]
    [InlineData(Direction.Higher, false)]
    [InlineData(Direction.Lower, true)]
    public static void IsByTheBook(Direction better, bool isGrouped) => Property.HoldsFor(Drawn, 40, drawn =>
    {
        var ratio = AMetric.Ratio("per_solved", "cost", "correct", better);
        var trial = drawn.Index().Aggregate(
            new Trial
            {
                Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost"), ratio],
                Rules = [new Rule { Metric = ratio.Name, Bound = new MaxChange(new(0.25m, true), new(0.5m, true)), Scope = new OverallAndSlices(), Place = default }],
            },
            (t, c) => t.With(
                ACase.Of($"c{c.Index:00}", ("language", c.Item.IsGerman ? "de" : "en")) with { Group = isGrouped ? $"g{c.Index / 2}" : null },
                new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [c.Item.Solved ? 1 : 0], ["cost"] = [c.Item.Cost] },
                [new Dictionary<string, double?> { ["correct"] = c.Item.StillSolved ? 1 : 0, ["cost"] = c.Item.Now }]));

        Assert.All(trial.Verdict.Comparisons, c =>
        {
            var rows = drawn.Index().Where(d => c.Slice.IsOverall || c.Slice == new Slice([new("language", d.Item.IsGerman ? "de" : "en")])).ToArray();
            Confirm(c, [.. rows.Select(d => (d.Index, new RatioCase(d.Item.Cost, d.Item.Solved ? 1 : 0, d.Item.Now, d.Item.StillSolved ? 1 : 0)))], better == Direction.Higher ? 1 : -1, isGrouped, c.Slice.IsOverall ? 0.25 : 0.5);
        });
    });

    private static void Confirm(Comparison judged, (int Index, RatioCase Case)[] rows, int sign, bool isGrouped, double share)
    {
        var cases = rows.Select(r => r.Case).ToArray();
        var empty = cases.Sum(c => c.BaselineDenominator) == 0 ? "baseline" : cases.Sum(c => c.CandidateDenominator) == 0 ? "candidate" : null;
        if (empty is not null)
        {
            Assert.Equal((Verdict.NotJudged, $"'correct' adds up to 0 in the {empty}, so there is nothing to divide by", empty == "candidate" ? "mend 'correct'" : null), (judged.Verdict, judged.Reason, judged.Remedy));
            return;
        }

        var change = RatioChange.Of(cases);
        var groups = rows.Zip(change.Differences).GroupBy(r => isGrouped ? r.First.Index / 2 : r.First.Index, r => r.Second).Select(g => new ClusterSum(g.Count(), g.Sum())).ToArray();
        var interval = isGrouped ? ClusterRobustMean.Of(groups).Interval(0.9) : HallT.Interval(Moments.Of([.. change.Differences]), 0.9);
        var isKnown = change.IsReliable && double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper);

        // What a case costs beyond its share of the ratio of both arms together.
        var pooled = cases.Sum(c => c.BaselineNumerator + c.CandidateNumerator) / cases.Sum(c => c.BaselineDenominator + c.CandidateDenominator);
        var gains = cases.Select(c => sign * (c.CandidateNumerator - c.BaselineNumerator - (pooled * (c.CandidateDenominator - c.BaselineDenominator)))).ToArray();
        var isWorse = -sign * change.Difference > (share * change.Baseline) + 1e-9;

        Assert.Equal((cases.Length, isGrouped ? groups.Length : null), (judged.Cases, judged.Groups));
        Assert.Equal((gains.Count(g => g > 1e-9), gains.Count(g => g < -1e-9)), (judged.Gains, judged.Losses));
        Assert.Equal(isWorse ? judged.AdjustedPValue <= 0.05 ? Verdict.Regressed : judged.PValue <= 0.1 ? Verdict.Inconclusive : Verdict.Clear : Verdict.Clear, judged.Verdict);
        (double?, double?)[] figures =
        [
            (change.Baseline, judged.Baseline), (change.Candidate, judged.Candidate), (change.Difference, judged.Difference), (share * change.Baseline, judged.Tolerance),
            (isKnown ? interval.Lower : null, judged.Interval?.Lower), (isKnown ? interval.Upper : null, judged.Interval?.Upper),
        ];
        Assert.All(figures, f => Assert.Equal(f.Item1 ?? double.NaN, f.Item2 ?? double.NaN, 1e-7));

        // Sums that are equal on paper may fall on either side.
        double[] units = [.. rows.Zip(gains).GroupBy(r => isGrouped ? r.First.Index / 2 : r.First.Index, r => r.Second).Select(g => g.Sum())];
        Assert.InRange(judged.PValue!.Value, Flipped(units, -1e-7) + Math.ScaleB(1, -units.Length), Flipped(units, 1e-7));
    }

    /// <summary>The share of all exchanges of the arms that are as bad, give or take a little.</summary>
    private static double Flipped(double[] gains, double slack)
    {
        double Sum(int exchanged) => gains.Select((g, i) => (exchanged >> i & 1) == 0 ? g : -g).Sum();
        return Enumerable.Range(0, 1 << gains.Length).Count(exchanged => Sum(exchanged) <= Sum(0) + slack) / (double)(1 << gains.Length);
    }
}
