using System.Collections.Immutable;
using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AComparisonWithoutASuite
{
    [Fact]
    public static void IsJudgedLikeASuite()
    {
        var trial = new Trial().With("de", bothPass: 30, losses: 10, bothFail: 5).With("en", bothPass: 60, gains: 15, bothFail: 10);

        var verdict = Judge.Compare(Input(trial));

        Assert.Equal(
            trial.Verdict.Comparisons.Select(c => (c.Slice, c.Verdict, c.PValue, c.AdjustedPValue, c.Interval, c.Gains, c.Losses)),
            verdict.Comparisons.Select(c => (c.Slice, c.Verdict, c.PValue, c.AdjustedPValue, c.Interval, c.Gains, c.Losses)));
        Assert.Equal((Verdict.Regressed, true), (verdict.Verdict, verdict.Blocks));
    }

    [Fact]
    public static void TellsWhatTheCandidateLacksWithoutBlocking()
    {
        var trial = new Trial().With("de", bothPass: 50);
        var input = Input(trial);
        input = input with { Table = input.Table with { BaselineCases = 52 }, Unpaired = new() { Vanished = ["x-1", "x-2"] } };

        var verdict = Judge.Compare(input);

        Assert.False(verdict.Blocks);
        Assert.Equal("2 cases of the baseline have no result in the candidate and are not compared: x-1, x-2.", Assert.Single(verdict.Findings).Message);
    }

    [Fact]
    public static void SpeaksOfOneCaseAsOne() => Assert.Equal(
        "1 case of the baseline has no result in the candidate and is not compared: x-1.",
        Assert.Single(Judge.Compare(Input(new Trial().With("de", bothPass: 50)) with { Unpaired = new() { Vanished = ["x-1"] } }).Findings).Message);

    [Fact]
    public static void IsNotJudgedWhenTooFewCasesHaveAPartner()
    {
        var input = Input(new Trial().With("de", bothPass: 50));

        Assert.Equal(Verdict.NotJudged, Judge.Compare(input with { Table = input.Table with { BaselineCases = 63 } }).Verdict);
    }

    [Fact]
    public static void OffersNoBaselineToAccept()
    {
        var regressed = Judge.Compare(Input(new Trial().With("de", bothPass: 30, losses: 10, bothFail: 5)));
        var unpaired = Input(new Trial().With("de", bothPass: 50));
        var notJudged = Judge.Compare(unpaired with { Table = unpaired.Table with { BaselineCases = 63 } });

        Assert.Equal((Verdict.Regressed, Verdict.NotJudged), (regressed.Verdict, notJudged.Verdict));
        Assert.All(regressed.Findings.Concat(notJudged.Findings), f => Assert.DoesNotContain("accept", f.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public static void SurvivesIdsThatWereMadeToCollide()
    {
        // Two texts with one FNV-1a hash: the permutation test refuses units that would always flip together.
        var (a, b) = ("8yn0iYCKYHlIj4-BwPqk", "GReLUrM4wMqfg9yzV3KQ");
        Assert.Equal(HashedReplicates.Fnv1A64(a), HashedReplicates.Fnv1A64(b));
        var table = new PairedTable
        {
            Ids = [a, b, .. Enumerable.Range(0, 30).Select(i => $"x{i}")],
            Cells = [[Slice.Overall]],
            CellOfRow = [.. Enumerable.Repeat(0, 32)],
            Scores = new Dictionary<string, PairedScores> { ["correct"] = new(Column(1), Column(0), new HashSet<int>()) },
            BaselineCases = 32,
            BaselineCasesBySlice = new Dictionary<Slice, int>(),
        };

        Assert.Equal(Verdict.Regressed, Judge.Compare(Input(new Trial()) with { Table = table }).Verdict);

        static ScoreColumn Column(long score) => ScoreColumn.Single([.. Enumerable.Repeat(score, 32)]);
    }

    [Fact]
    public static void FallsBackToTaroneHolmAboveTwentyThousandDifferingCases()
    {
        const int Rows = 60_000;
        var ids = Enumerable.Range(0, Rows).Select(i => $"c{i}").ToArray();
        ImmutableArray<long> before = [.. Enumerable.Range(0, Rows).Select(i => i % 2 == 0 ? 1L : 0L)];
        ImmutableArray<long> now = [.. Enumerable.Range(0, Rows).Select(i => i % 5 < 2 ? 1 - before[i] : before[i])];
        var table = new PairedTable
        {
            Ids = ids,
            Cells = [[Slice.Overall, De], [Slice.Overall]],
            CellOfRow = [.. Enumerable.Range(0, Rows).Select(i => i % 3 == 0 ? 0 : 1)],
            Scores = new Dictionary<string, PairedScores> { ["correct"] = new(ScoreColumn.Single(before), ScoreColumn.Single(now), new HashSet<int>()) },
            BaselineCases = Rows,
            BaselineCasesBySlice = new Dictionary<Slice, int>(),
        };

        var verdict = Judge.Compare(Input(new Trial()) with { Table = table });

        Assert.Equal(2, verdict.Comparisons.Count);
        Assert.All(verdict.Comparisons, c => Assert.InRange(c.AdjustedPValue!.Value, c.PValue!.Value, 1));
    }

    // Six losses and no gain are one in 64, where a t of equal differences would be infinite. Of losses 1 to 5 and a gain of 2, four in 64 are as bad:
    // all losses, the signs as they are, and a loss of 1 or of 2 turned in the place of the gain; Student's t would say 0.043.
    [Theory]
    [InlineData(new long[] { 4, 4, 4, 4, 4, 4 }, 1 / 64.0)]
    [InlineData(new long[] { 1, 2, 3, 4, 5, -2 }, 4 / 64.0)]
    public static void TestsSmallSlicesBySignFlipsThere(long[] lost, double expected)
    {
        // All cases together are noise.
        const int Rows = 40_000;
        var table = new PairedTable
        {
            Ids = [.. Enumerable.Range(0, Rows).Select(i => $"c{i}")],
            Cells = [[Slice.Overall, De], [Slice.Overall]],
            CellOfRow = [.. Enumerable.Range(0, Rows).Select(i => i < lost.Length ? 0 : 1)],
            Scores = new Dictionary<string, PairedScores>
            {
                ["grounded"] = new(
                    ScoreColumn.Single([.. Enumerable.Range(0, Rows).Select(i => 500_000L)]),
                    ScoreColumn.Single([.. Enumerable.Range(0, Rows).Select(i => i < lost.Length ? 500_000 - (100_000 * lost[i]) : i % 2 == 0 ? 400_000 : 600_000)]),
                    new HashSet<int>()),
            },
            BaselineCases = Rows,
            BaselineCasesBySlice = new Dictionary<Slice, int>(),
        };
        var trial = new Trial { Metrics = [AMetric.Score("grounded")], Rules = [ARule.MaxDrop("grounded", 0.02m)] };

        var small = Judge.Compare(Input(trial) with { Table = table }).Comparisons.Single(c => !c.Slice.IsOverall);

        Assert.Equal(expected, small.PValue!.Value, 12);
        Assert.StartsWith("Tarone–Holm", small.Method, StringComparison.Ordinal);
    }

    private static Slice De { get; } = new([new("language", "de")]);

    private static CompareInput Input(Trial trial) => new()
    {
        Name = "compare",
        Metrics = trial.Metrics,
        Gate = trial.Suite.Gate! with { Rules = [.. trial.Suite.Gate!.Rules.Select(r => r with { Place = new("--max-drop 5pp", 0, 0) })] },
        Table = Pairing.Of(trial.Input, trial.Baseline, new(trial.Suite)).Table(trial.Metrics),
    };
}
