using CsCheck;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Unpaired;

/// <summary>Two arms of different cases, figured once more from lists of results.</summary>
public static class EveryFigureOfOtherCases
{
    private static readonly Slice[] Slices = [Slice.Overall, Of("de"), Of("en"), Of("fr")];

    private static readonly Gen<(int Language, int Score, int Again)[]> Arm = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[0, 4]).Array[1, 60];

    [Fact]
    public static void OfCountsIsByTheBook() => Hold(AMetric.PassFail("correct"));

    [Fact]
    public static void OfCountsOfWhichLessIsBetterIsByTheBook() => Hold(AMetric.PassFail("refused", Direction.Lower));

    [Fact]
    public static void OfScoresIsByTheBook() => Hold(AMetric.Score("grade"));

    [Fact]
    public static void OfRepeatedScoresOfWhichLessIsBetterIsByTheBook() => Hold(AMetric.Score("harm", new(0, 2)) with { Better = Direction.Lower }, isRepeated: true);

    [Fact]
    public static void OfCostsIsByTheBook() => Hold(AMetric.Cost("cost"));

    private static void Hold(Metric metric, bool isRepeated = false) => Property.HoldsFor(Gen.Select(Arm, Arm), 80, arms =>
    {
        var (before, now) = (Results(metric, arms.Item1, isRepeated), Results(metric, arms.Item2, false));
        var tolerance = metric.Range is null ? new Tolerance(0.1m, true) : new Tolerance(0.25m, false);
        var change = new Rule { Metric = metric.Name, Bound = new MaxChange(tolerance, tolerance), Scope = new OverallAndSlices(), Place = default };
        var level = change with { Bound = new LevelBound(0.5m) };

        var judged = Judge.CompareUnpaired(new()
        {
            Name = "other cases",
            Metrics = [metric],
            Gate = new() { Baseline = "", Rules = [change, level] },
            Baseline = Column(metric, before),
            Candidate = Column(metric, now),
        }).Comparisons.ToLookup(c => c.Rule.Bound is LevelBound);

        var tested = Slices.Where(s => In(s, before).Length > 0 && In(s, now).Length > 0).ToArray();
        Assert.All(Slices.Where(s => In(s, before).Length + In(s, now).Length > 0), slice =>
        {
            var (changed, leveled) = (judged[false].SingleOrDefault(c => c.Slice == slice), judged[true].SingleOrDefault(c => c.Slice == slice));
            if (!tested.Contains(slice))
            {
                Assert.Equal(In(slice, before).Length == 0 ? null : "one side has no case here", changed?.Reason);
                return;
            }

            var book = new Arms(metric, In(slice, before), In(slice, now), isRepeated);
            double[] p = [.. tested.Select(s => new Arms(metric, In(s, before), In(s, now), isRepeated).PValue)];
            book.Confirm(changed!, Holm.Adjust(p)[Array.IndexOf(tested, slice)], metric.Range is null ? 0.1 * Math.Abs(book.Before) : 0.25);
            Assert.Equal(book.IsBeyond(book.After, 0.5) && book.Gain < 0 ? changed!.AdjustedPValue <= 0.05 ? Verdict.Regressed : changed.PValue <= 0.1 ? Verdict.Inconclusive : Verdict.Clear : Verdict.Clear, leveled!.Verdict);
            Assert.Equal(book.IsBeyond(book.Before, 0.5) ? "the baseline is already beyond this level" : null, leveled.Reason);
        });
    });

    private static Slice Of(string language) => new([new("language", language)]);

    private static (Slice Slice, double[] Scores)[] Results(Metric metric, (int Language, int Score, int Again)[] arm, bool isRepeated)
    {
        double Score(int steps) => metric.Kind == MetricKind.Binary ? steps / 2 % 2 : steps / 4.0;
        return [.. arm.Select((c, i) => (Slices[1 + c.Language], isRepeated && i % 2 == 0 ? (double[])[Score(c.Score), Score(c.Again)] : [Score(c.Score)]))];
    }

    private static double[] In(Slice slice, (Slice Slice, double[] Scores)[] arm) => [.. arm.Where(c => slice.IsOverall || c.Slice == slice).Select(c => c.Scores.Average())];

    private static UnpairedArm Column(Metric metric, (Slice Slice, double[] Scores)[] arm) => new()
    {
        Cells = [.. Slices[1..].Select(s => (IReadOnlyList<Slice>)[Slice.Overall, s])],
        CellOfRow = [.. arm.Select(c => Array.IndexOf(Slices, c.Slice) - 1)],
        Scores = new Dictionary<string, ScoreColumn>
        {
            [metric.Name] = ScoreColumn.Of([.. arm.Select(c => (IReadOnlyList<long>)[.. c.Scores.Select(s => (long)Math.Round(s * metric.Scale) * (metric.Better == Direction.Higher ? 1 : -1))])]),
        },
    };

    /// <summary>Means of the cases of both arms in one slice.</summary>
    private sealed class Arms(Metric metric, double[] before, double[] now, bool isRepeated)
    {
        private readonly int _sign = metric.Better == Direction.Higher ? 1 : -1;
        private readonly double? _worst = metric.Range is { } range ? (double)(metric.Better == Direction.Higher ? range.Minimum : range.Maximum) : null;

        public double Before => before.Average();

        public double After => now.Average();

        public double Gain => _sign * (After - Before);

        /// <summary>The baseline with one more case that is lost, where one can be.</summary>
        public double PValue => IsPassFail ? MiettinenNurminen.PValueBelow(Counts([.. before, _worst!.Value], now), 0) : Welch(_worst is { } worst ? [.. before, worst] : before, now).PValueBelow(0);

        private bool IsPassFail => metric.Kind == MetricKind.Binary && !isRepeated;

        public bool IsBeyond(double mean, double level) => _sign * (level - mean) > 1e-12;

        public void Confirm(Comparison judged, double adjusted, double allowed)
        {
            var verdict = -Gain > allowed + 1e-12 ? adjusted <= 0.05 ? Verdict.Regressed : PValue <= 0.1 ? Verdict.Inconclusive : Verdict.Clear : IsHeld(allowed) ? Verdict.Held : Verdict.Clear;
            Assert.Equal((verdict, before.Length, now.Length), (judged.Verdict, judged.BaselineCases, judged.Cases));
            Assert.Equal(IsPassFail ? "Miettinen–Nurminen, Holm" : "Welch, Holm", judged.Method);
            var interval = IsPassFail ? MiettinenNurminen.Interval(Counts(before, now), 0.9) : Welch(before, now).Interval(0.9);
            var width = (double?)metric.Range?.Width ?? double.PositiveInfinity;
            var (lower, upper) = (Math.Max(-width, interval.Lower), Math.Min(width, interval.Upper));
            (double?, double?)[] figures =
            [
                (Before, judged.Baseline), (After, judged.Candidate), (After - Before, judged.Difference), (PValue, judged.PValue), (adjusted, judged.AdjustedPValue), (allowed, judged.Tolerance),
                (double.IsFinite(interval.Lower) ? _sign > 0 ? lower : -upper : null, judged.Interval?.Lower), (double.IsFinite(interval.Upper) ? _sign > 0 ? upper : -lower : null, judged.Interval?.Upper),
            ];
            Assert.All(figures, f => Assert.Equal(f.Item1 ?? double.NaN, f.Item2 ?? double.NaN, 1e-8));
        }

        private bool IsHeld(double allowed) => metric.Range is { } range && RareLoss.IsRuledOut(now.Length, allowed, (double)range.Width, 0.05)
            && (IsPassFail ? MiettinenNurminen.PValueAbove(Counts(before, [.. now, _worst!.Value]), -allowed) : Welch(before, [.. now, _worst!.Value]).PValueAbove(-allowed)) <= 0.05;

        private UnpairedCounts Counts(double[] a, double[] b) => new(Passes(a), a.Length, Passes(b), b.Length);

        private long Passes(double[] arm) => arm.Count(s => _sign > 0 ? s > 0.5 : s < 0.5);

        private StudentEstimate Welch(double[] a, double[] b) => WelchT.Difference(Moments.Of([.. a.Select(s => _sign * s)]), Moments.Of([.. b.Select(s => _sign * s)]));
    }
}
