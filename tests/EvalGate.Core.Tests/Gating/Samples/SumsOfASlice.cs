using System.Globalization;
using CsCheck;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Samples;

public static class SumsOfASlice
{
    private static readonly Gen<long> Score = Gen.Long[-1_000_000, 1_000_000];

    /// <summary>Units of one to four cases: each score of both arms, and the bits of the unit.</summary>
    private static readonly Gen<((long, long)[] Pairs, long Bits)[]> Units = Gen.Select(Gen.Select(Score, Score).Array[1, 4], Gen.Long[0, 1 << 22]).Array[0, 30];

    [Fact]
    public static void AreTheSameWhoeverAddedWhatInWhichOrder() => Property.HoldsFor(Gen.Select(Units, Gen.Int[1, 5], Gen.Int), 300, drawn =>
    {
        var (units, shards, seed) = drawn;
        var whole = Of(units);
        var parts = Enumerable.Range(0, shards).Select(shard => Of(units.Where((_, i) => i % shards == shard))).ToArray();

        var merged = new SliceStatistics();
        foreach (var (_, part) in parts.Index().OrderBy(p => HashedReplicates.Hash((ulong)(uint)seed, p.Index)))
        {
            merged.Add(part);
        }

        Assert.Equal(Written(whole), Written(merged));
    });

    [Fact]
    public static void AreTheSameWhenADatabaseAddedThemUp() => Property.HoldsFor(Units, 300, drawn =>
    {
        var sums = new SliceStatistics();
        foreach (var (pairs, bits) in drawn)
        {
            var added = pairs.Select(p => AddedUp(p, bits)).Aggregate((a, b) => a.Plus(b));
            if (pairs.Length == 1)
            {
                sums.Add(added);
            }
            else
            {
                sums.AddGroup(added);
            }
        }

        Assert.Equal(Written(Of(drawn.Select(u => (u.Pairs, u.Bits % 2 == 0 ? 0 : 1L << SliceStatistics.LosablePrecision)))), Written(sums));
    });

    [Fact]
    public static void AreTheSameWhenADatabaseAddedAllCasesUpAtOnce() => Property.HoldsFor(Units.Where(u => u.Length > 0), 100, drawn =>
    {
        (long, long)[] cases = [.. drawn.SelectMany(u => u.Pairs)];
        var sums = new SliceStatistics();
        sums.Add(cases.Select(c => AddedUp(c, 1)).Aggregate((a, b) => a.Plus(b)));

        Assert.Equal(Written(Of(cases.Select(c => ((ValueTuple<long, long>[])[c], 1L << SliceStatistics.LosablePrecision)))), Written(sums));
    });

    [Fact]
    public static void AreNotJudgedWhereAScoreIsMostlyMissingOnOneSide()
    {
        var trial = new Trial().With("de", bothPass: 60, losses: 16);
        var input = Input(trial, new Dictionary<Slice, SliceStatistics> { [Slice.Overall] = Of([([(1, 1)], 0), ([(1, 0)], 0)]) }, 1);
        var sums = input.Sums["correct"] with { OneSided = new Dictionary<Slice, long> { [Slice.Overall] = 2 } };

        var overall = Judge.CompareSums(input with { Sums = new Dictionary<string, MetricSums> { ["correct"] = sums } }).Comparisons.Single(c => c.Slice.IsOverall);

        Assert.Equal((Verdict.NotJudged, "the metric applies on one side only for 2 of 4 cases"), (overall.Verdict, overall.Reason));
    }

    [Fact]
    public static void GiveTheFiguresOfTheirCases()
    {
        var trial = new Trial { Metrics = [AMetric.PassFail("correct")], FalseAlarms = 0.05 }.With("de", bothPass: 60, losses: 16, gains: 1, bothFail: 10).With("en", bothPass: 90, losses: 2, gains: 3);

        var (ofCases, ofSums) = Both(trial);

        Assert.Equal(ofCases.Select(Figures), ofSums.Select(Figures));
        Assert.All(ofSums, c => Assert.Equal("Tarone–Holm (sums alone have no replicates)", c.Method));
        Assert.Equal(Verdict.Regressed, ofSums.Single(c => c.Slice == De).Verdict);
    }

    [Fact]
    public static void TestScoresByStudentsTAndNeverBeyondAllSignsAlike()
    {
        var trial = Enumerable.Range(0, 5).Aggregate(new Trial { Metrics = [AMetric.Score("correct")] }, (t, i) => t.With("de", [0.9], [0.1 + (i * 0.001)]));

        var overall = Both(trial).OfSums.Single(c => c.Slice.IsOverall);

        Assert.Equal(1 / 32.0, overall.PValue!.Value, 12);
        Assert.Equal(Both(trial).OfCases.Single(c => c.Slice.IsOverall).PValue!.Value, overall.PValue.Value, 12);
    }

    [Theory]
    [InlineData(20, Verdict.Regressed)]
    [InlineData(4, Verdict.Held)]
    public static void AreHeldAgainstALevelAsTheirCasesAre(int losses, Verdict expected)
    {
        var trial = new Trial { Rules = [ARule.Level("correct", 0.8m)] }.With("de", bothPass: 95 - losses, losses: losses, bothFail: 5);

        var (ofCases, ofSums) = Both(trial);

        Assert.Equal(ofCases.Select(Figures), ofSums.Select(Figures));
        Assert.Equal((expected, Math.Pow(2, -losses)), (Assert.Single(ofSums).Verdict, ofSums[0].PValue));
    }

    [Fact]
    public static void KnowRepetitionsByTheirDenominator()
    {
        var trial = Enumerable.Range(0, 40).Aggregate(new Trial { Repetitions = 2 }, (t, i) => t.With("de", [1, 1], [i % 3 == 0 ? 0 : 1, 1]));

        var (ofCases, ofSums) = Both(trial);

        Assert.Equal(ofCases.Select(c => (c.Candidate, c.Interval, c.Cases)), ofSums.Select(c => (c.Candidate, c.Interval, c.Cases)));
    }

    [Fact]
    public static void SayNothingOfSingleResults()
    {
        var trial = new Trial { Metrics = [AMetric.Duration("correct")], Rules = [ARule.Level("correct", 3000)] }.With("de", [100], [100]);

        Assert.Contains("single results", Assert.Single(Both(trial).OfSums).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public static void AreNotMadeOfScoresOutsideTheirRange()
    {
        var trial = new Trial().With("de", [1], [7]);
        var table = Pairing.Of(trial.Input, trial.Baseline, new(trial.Suite)).Table(trial.Metrics);

        Assert.StartsWith("the run has scores outside the range 0..1", Assert.Throws<ArgumentException>(() => MetricSums.Of(trial.Metrics[0], table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void NeedAnOverallThatRulesAskFor()
    {
        var verdict = Judge.CompareSums(Input(new Trial(), new Dictionary<Slice, SliceStatistics>(), 1));

        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
        Assert.Equal("no paired case is known here, so nothing was measured", Assert.Single(verdict.Comparisons).Reason);
    }

    [Theory]
    [InlineData(2, 5)]
    [InlineData(5, 2)]
    public static void AreOfAsManyCasesAsTheMetricThatAppliesToMost(int first, int second)
    {
        MetricSums Of(int cases) => new(1, new Dictionary<Slice, SliceStatistics> { [Slice.Overall] = SumsOfASlice.Of(Enumerable.Repeat<((long, long)[], long)>(([(1, 1)], 0), cases)) });
        var trial = new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.PassFail("polite")], Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxDrop("polite", 0.02m)] };

        var verdict = Judge.CompareSums(new() { Name = "sums", Metrics = trial.Metrics, Gate = trial.Suite.Gate!, Sums = new Dictionary<string, MetricSums> { ["correct"] = Of(first), ["polite"] = Of(second) } });

        Assert.Equal(5, verdict.Cases);
    }

    private static Slice De { get; } = new([new("language", "de")]);

    private static object Figures(Comparison c) =>
        (c.Slice, c.Cases, c.Groups, c.Baseline, c.Candidate, c.Difference, c.Interval, Math.Round(c.PValue!.Value, 12), c.Gains, c.Losses, c.Verdict, c.IsBlind, c.SmallestDetectable, c.CasesNeeded, c.CasesToCatch);

    private static (IReadOnlyList<Comparison> OfCases, IReadOnlyList<Comparison> OfSums) Both(Trial trial)
    {
        var table = Pairing.Of(trial.Input, trial.Baseline, new(trial.Suite)).Table(trial.Metrics);
        var sample = MetricSample.Of(trial.Metrics[0], table, repeatableBaseline: false);
        var sums = StatisticsBySlice.Of(sample, table, table.Cells.SelectMany(c => c).ToHashSet()).ToDictionary(s => s.Key, s => s.Value.Sums);
        return (
            Judge.Compare(new() { Name = "sums", Metrics = trial.Metrics, Gate = trial.Suite.Gate!, Table = table }).Comparisons,
            Judge.CompareSums(Input(trial, sums, sample.Denominator)).Comparisons);
    }

    private static SumsInput Input(Trial trial, IReadOnlyDictionary<Slice, SliceStatistics> sums, long denominator) => new()
    {
        Name = "sums",
        Metrics = trial.Metrics,
        Gate = trial.Suite.Gate!,
        Sums = new Dictionary<string, MetricSums> { [trial.Metrics[0].Name] = new(denominator, sums) },
    };

    private static PairSums AddedUp((long Baseline, long Candidate) pair, long bits)
    {
        Int128 d = pair.Candidate - pair.Baseline, c = pair.Candidate;
        return new()
        {
            Cases = 1,
            Gains = d > 0 ? 1 : 0,
            Losses = d < 0 ? 1 : 0,
            Losable = bits % 2,
            Baseline = pair.Baseline,
            Candidate = c,
            SquaredCandidate = c * c,
            CubedCandidate = c * c * c,
            SquaredDifferences = d * d,
            CubedDifferences = d * d * d,
        };
    }

    private static SliceStatistics Of(IEnumerable<((long, long)[] Pairs, long Bits)> units)
    {
        var sums = new SliceStatistics();
        foreach (var (pairs, bits) in units)
        {
            PairedRow[] rows = [.. pairs.Select(p => new PairedRow(0, p.Item1, p.Item2))];
            if (rows is [var alone])
            {
                sums.Add(alone, bits);
            }
            else
            {
                sums.AddGroup(rows, bits);
            }
        }

        return sums;
    }

    /// <summary>Every sum, in one order.</summary>
    private static string Written(SliceStatistics s) => string.Create(CultureInfo.InvariantCulture, $"""
        {s.Cases} {s.Gains} {s.Losses} {s.SumOfBaseline} {s.SumOfCandidate} {s.LosableBits} {s.Independent}
        {Written(s.Differences)}
        {Written(s.Candidate)}
        {string.Join('\n', s.Groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {g.Value.Groups} {g.Value.Differences} {g.Value.SquaredDifferences} {g.Value.Candidate} {g.Value.SquaredCandidate}")))}
        """);

    private static string Written(PowerSums p) => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.Sum} {p.SumOfSquares} {p.SumOfCubes}");
}
