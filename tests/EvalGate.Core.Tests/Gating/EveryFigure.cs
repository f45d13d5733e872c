using CsCheck;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

/// <summary>The gate adds integers up by cell, slice and group; the book looks at every case each time.</summary>
public static class EveryFigure
{
    private static readonly (double Overall, double Slices) Tolerance = (0.10, 0.35);

    private static readonly Gen<(bool IsGerman, int Before, int Again, int After, bool IsChanged)[]> Drawn =
        Gen.Select(Gen.Bool, Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool).Array[4, 40];

    private static Metric PassFail { get; } = AMetric.PassFail("correct");

    private static Metric Refused { get; } = AMetric.PassFail("refused", Direction.Lower);

    private static Metric Grade { get; } = AMetric.Score("grade");

    private static Metric Harm { get; } = AMetric.Score("harm") with { Better = Direction.Lower };

    [Fact]
    public static void OfCountsIsByTheBook() => Hold(PassFail, differing: 9);

    [Fact]
    public static void OfCountsOfWhichLessIsBetterIsByTheBook() => Hold(Refused, differing: 9);

    [Fact]
    public static void OfScoresIsByTheBook() => Hold(Grade, differing: 9);

    [Fact]
    public static void OfScoresOfWhichLessIsBetterIsByTheBook() => Hold(Harm, differing: 9);

    [Fact]
    public static void OfGroupedCountsIsByTheBook() => Hold(PassFail, differing: 40, groupsOf: 4);

    [Fact]
    public static void OfGroupedScoresIsByTheBook() => Hold(Harm, differing: 40, groupsOf: 4);

    [Fact]
    public static void OfRepeatedScoresIsByTheBook() => Hold(Grade, differing: 6, isRepeated: true);

    private static void Hold(Metric metric, int differing, int groupsOf = 0, bool isRepeated = false) => Property.HoldsFor(Drawn, 25, drawn =>
    {
        var left = differing;
        BookCase[] cases = [.. drawn.Select((d, i) =>
        {
            var isChanged = d.IsChanged && left-- > 0;
            double before = Score(metric, d.Before), again = isChanged ? Score(metric, d.Again) : before, after = isChanged ? Score(metric, d.After) : before;
            return new BookCase($"c{i:00}", d.IsGerman ? "de" : "en", groupsOf == 0 ? null : $"g{i / groupsOf}", isRepeated ? [before, again] : [before], [after]);
        })];
        var trial = cases.Aggregate(
            new Trial { Metrics = [metric], Rules = [ARule.MaxDrop(metric.Name, (decimal)Tolerance.Overall, (decimal)Tolerance.Slices)] },
            (t, c) => t.With(
                ACase.Of(c.Id, ("language", c.Language)) with { Group = c.Group },
                new Dictionary<string, IReadOnlyList<double>> { [metric.Name] = c.Before },
                [.. c.After.Select(s => new Dictionary<string, double?> { [metric.Name] = s })]));

        var expected = new Book(metric, cases, Tolerance, level: 0.05).Comparisons();
        var judged = trial.Verdict.Comparisons.OrderBy(c => c.Slice).ToArray();

        Assert.Equal(expected.Length, judged.Length);
        Assert.All(expected.Zip(judged), pair => Same(pair.First, pair.Second));
    });

    private static double Score(Metric metric, int steps) => metric.Kind == MetricKind.Binary ? steps / 2 % 2 : steps / 4.0;

    private static void Same(Comparison expected, Comparison judged)
    {
        Assert.Equal((expected.Verdict, expected.Blocks, expected.IsBlind), (judged.Verdict, judged.Blocks, judged.IsBlind));
        Assert.Equal((expected.Cases, expected.Groups, expected.Gains, expected.Losses), (judged.Cases, judged.Groups, judged.Gains, judged.Losses));
        Assert.Equal(expected.LosingCases, judged.LosingCases);
        Assert.Equal((expected.CasesNeeded, expected.CasesToCatch), (judged.CasesNeeded, judged.CasesToCatch));
        (double?, double?)[] figures =
        [
            (expected.Baseline, judged.Baseline), (expected.Candidate, judged.Candidate), (expected.Difference, judged.Difference),
            (expected.Interval?.Lower, judged.Interval?.Lower), (expected.Interval?.Upper, judged.Interval?.Upper),
            (expected.PValue, judged.PValue), (expected.AdjustedPValue, judged.AdjustedPValue),
            (expected.Tolerance, judged.Tolerance), (expected.SmallestDetectable, judged.SmallestDetectable),
        ];
        Assert.All(figures, f => Assert.Equal(f.Item1 ?? double.NaN, f.Item2 ?? double.NaN, 1e-7));
    }
}
