using CsCheck;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Quantiles;

/// <summary>A median of both arms, figured once more from single results.</summary>
public static class EveryFigureOfAQuantile
{
    private static readonly Gen<(bool IsGerman, int Before, int After, bool IsChanged)[]> Drawn = Gen.Select(Gen.Bool, Gen.Int[1, 12], Gen.Int[1, 24], Gen.Bool).Array[16, 48];

    private static readonly Metric Cost = AMetric.Cost("cost") with { Quantile = 0.5m };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public static void IsByTheBook(bool isGrouped) => Property.HoldsFor(Drawn, 60, drawn =>
    {
        var left = 9;
        var cases = drawn.Select((d, i) => (Id: $"c{i:00}", Language: d.IsGerman ? "de" : "en", Group: isGrouped ? i / 6 : i, Case: new QuantileCase([d.Before], [isGrouped || (d.IsChanged && left-- > 0) ? d.After : d.Before]))).ToArray();
        var trial = cases.Aggregate(
            new Trial { Metrics = [Cost], Rules = [new Rule { Metric = "cost", Bound = new MaxChange(new(0.05m, true), new(0.10m, true)), Scope = new OverallAndSlices(), Place = default }] },
            (t, c) => t.With(
                ACase.Of(c.Id, ("language", c.Language)) with { Group = isGrouped ? $"g{c.Group}" : null },
                new Dictionary<string, IReadOnlyList<double>> { ["cost"] = c.Case.Baseline },
                [new Dictionary<string, double?> { ["cost"] = c.Case.Candidate[0] }]));

        Assert.All(trial.Verdict.Comparisons, judged =>
            Confirm(judged, [.. cases.Where(c => judged.Slice.IsOverall || judged.Slice == new Slice([new("language", c.Language)])).Select(c => (c.Id, c.Group, c.Case))], isGrouped, judged.Slice.IsOverall ? 0.05 : 0.10));
    });

    private static void Confirm(Comparison judged, (string Id, int Group, QuantileCase Case)[] cases, bool isGrouped, double share)
    {
        if (cases.Length < 20 && judged.Slice.IsOverall)
        {
            Assert.Equal((Verdict.NotJudged, $"n < 20: a change of p50 takes 20 cases, here are {cases.Length}", "add cases, or bound the level (at_most) instead of the change"), (judged.Verdict, judged.Reason, judged.Remedy));
            return;
        }

        QuantileCase[] results = [.. cases.Select(c => c.Case)];
        var limit = PooledLimit.LimitOf(results, 0.5);
        double Slower(QuantileCase c) => (c.Candidate[0] > limit ? 1 : 0) - (c.Baseline[0] > limit ? 1 : 0);
        double Effect(Func<QuantileCase, double> arm) => DesignEffect.Of([.. cases.GroupBy(c => c.Group).Select(g => Moments.Of([.. g.Select(c => arm(c.Case) > limit ? 1.0 : 0)]))]).Value;
        var change = QuantileDifference.Of(results, 0.5, 0.9, isGrouped ? Math.Max(1, Math.Max(Effect(c => c.Baseline[0]), Effect(c => c.Candidate[0]))) : 1);
        var isOpen = double.IsInfinity(change.Interval.Lower) || double.IsInfinity(change.Interval.Upper);

        Assert.Equal((cases.Length, isGrouped ? cases.Select(c => c.Group).Distinct().Count() : null), (judged.Cases, judged.Groups));
        Assert.Equal((cases.Count(c => Slower(c.Case) < 0), cases.Count(c => Slower(c.Case) > 0)), (judged.Gains, judged.Losses));
        Assert.Equal(cases.Where(c => Slower(c.Case) > 0).OrderByDescending(c => c.Case.Candidate[0]).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Id), judged.LosingCases);
        (double?, double?)[] figures =
        [
            (change.Baseline.Value, judged.Baseline), (change.Candidate.Value, judged.Candidate), (change.Difference, judged.Difference), (share * change.Baseline.Value, judged.Tolerance),
            (isOpen ? null : change.Interval.Lower, judged.Interval?.Lower), (isOpen ? null : change.Interval.Upper, judged.Interval?.Upper),
        ];
        Assert.All(figures, f => Assert.Equal(f.Item1 ?? double.NaN, f.Item2 ?? double.NaN, 1e-7));
        Assert.Equal(cases.Length < 20, judged.IsBlind);
        if (cases.Length < 20)
        {
            Assert.Equal(Verdict.Clear, judged.Verdict);
            return;
        }

        double[] units = [.. cases.GroupBy(c => c.Group).Select(g => -g.Sum(c => Slower(c.Case)))];
        Assert.Equal(SignFlip.PValueWorse([.. units.Where(u => u != 0).Select(u => (long)u)], [.. Enumerable.Range(0, units.Count(u => u != 0)).Select(i => (ulong)i)]), judged.PValue!.Value, 1e-12);
        var isWorse = change.Difference > (share * change.Baseline.Value) + 1e-9;
        Assert.Equal(isWorse ? judged.AdjustedPValue <= 0.05 ? Verdict.Regressed : judged.PValue <= 0.1 ? Verdict.Inconclusive : Verdict.Clear : Verdict.Clear, judged.Verdict);
    }
}
