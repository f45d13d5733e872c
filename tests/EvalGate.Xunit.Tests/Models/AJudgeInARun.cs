using System.Globalization;
using System.Text.RegularExpressions;
using EvalGate.Gating;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.ModelServer;
using EvalGate.Recordings;

namespace EvalGate.Xunit.Tests.Models;

/// <summary>A judge behind real HTTP grades thirty answers and thirty outputs that people labelled; the candidate answers much worse than the baseline.</summary>
public sealed partial class AJudgeInARun : IDisposable
{
    private const int Cases = 30;
    private static readonly SourcePlace Place = new("evals/asking.eval.yaml", 9, 9);

    private readonly ASuiteOfQuestions _suite = Suite(new(Place) { Tokens = 1_000_000 });

    [Fact]
    public async Task WorseThanItsBarCannotBlock()
    {
        var verdict = await CompareAsync(Careless, Careless);

        Assert.False(verdict.Blocks);
        Assert.Contains(verdict.Comparisons, c => c is { IsWithoutVote: true, Losses: Cases });
        Assert.Contains("its agreement with 30 human labels is kappa", Assert.Single(verdict.Findings, f => f.Code == DiagnosticCodes.JudgeWithoutVote).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatAgreesWithPeopleBlocks()
    {
        var verdict = await CompareAsync(Careful, Careful);

        Assert.Equal((Verdict.Regressed, true), (verdict.Verdict, verdict.Blocks));
    }

    [Fact]
    public async Task ThatIsNotTheBaselinesIsNotCompared()
    {
        var verdict = await CompareAsync(Careful, prompt => Careful(prompt) with { Version = "2027" });

        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
        Assert.Equal("the judge of 'helpful' answered as grader-2027, and in the baseline as grader-2026", verdict.WholeRun!.Message);
    }

    [Fact]
    public async Task IsPaidForOnce()
    {
        await RunAsync("good", Careful, RecordingMode.Record);
        using var poor = Suite(new(Place) { Tokens = 1 }, _suite.Folder);

        var replayed = await poor.RunAsync(null, RecordingMode.Replay);

        Assert.Equal((Cases, null), (replayed.Records.Count, replayed.End!.Stopped));
        Assert.All(replayed.Records, r => Assert.NotNull(r.JudgeUsage));
    }

    public void Dispose() => _suite.Dispose();

    private static Says Careful(string prompt) => Grade(prompt.Contains("good", StringComparison.Ordinal) || (Labelled().Match(prompt) is { Success: true } match && IsGood(Number(match))));

    private static Says Careless(string prompt) => Grade(prompt.Contains("good", StringComparison.Ordinal) || (Labelled().Match(prompt) is { Success: true } match && Number(match) / 2 % 2 == 0));

    private static Says Grade(bool isGood) => new($$"""{"reason":"so","score":{{(isGood ? 5 : 1)}}}""");

    private static bool IsGood(int number) => number % 2 == 0;

    private static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private async Task<SuiteVerdict> CompareAsync(Func<string, Says> before, Func<string, Says> now)
    {
        var accepted = await RunAsync("good", before, RecordingMode.Live);
        var run = await RunAsync("bad", now, RecordingMode.Live);
        var baseline = Assert.IsType<Accepted>(Acceptance.Of(new() { Suite = _suite.Suite, Cases = _suite.Cases, Runs = [accepted], Components = new Dictionary<string, string>(), AcceptedBy = "a tester" })).Baseline;
        return Judge.Decide(new() { Suite = _suite.Suite, Cases = _suite.Cases, Run = run, Baseline = baseline, Today = default });
    }

    private async Task<Run> RunAsync(string answer, Func<string, Says> judge, RecordingMode mode)
    {
        await using var server = await LoopbackModel.StartAsync(call => call.Model == "grader" ? judge(call.Prompt) : new Says(answer));
        return await _suite.RunAsync(server, mode);
    }

    private static ASuiteOfQuestions Suite(RunBudget budget, string? folder = null)
    {
        using var plain = new ASuiteOfQuestions(1);
        var helpful = AMetric.PassFail("helpful") with
        {
            Scorer = new("judge", false, new Dictionary<string, string> { ["of"] = "output.label", ["rubric"] = "Five for good.", ["model"] = "grader" }) { Scale = new(1, 5) },
            Pass = new(true, 4),
            Judge = new(0.6m, "labels.jsonl", [.. Enumerable.Range(1, Cases).Select(i => new HumanLabel($"q{i:000}", $"labelled {i}", IsGood(i) ? 5 : 1))]),
        };
        return new(Cases, folder)
        {
            Suite = plain.Suite with
            {
                Metrics = [helpful],
                Budget = budget,
                Gate = new() { Place = Place, Baseline = "b.jsonl", Rules = [ARule.MaxDrop("helpful", 0.02m)] },
            },
        };
    }

    [GeneratedRegex("labelled ([0-9]+)")]
    private static partial Regex Labelled();
}
