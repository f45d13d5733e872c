using System.Globalization;
using System.Text.RegularExpressions;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.ModelServer;
using EvalGate.Recordings;
using EvalGate.Snapshots;

namespace EvalGate.Xunit.Tests.Models;

/// <summary>A judge behind real HTTP compares thirty answers with the approved ones; it prefers what is called good.</summary>
public sealed partial class AJudgeOfTheBaselinesOutput : IDisposable
{
    private const int Cases = 30;
    private static readonly SourcePlace Place = new("evals/asking.eval.yaml", 9, 9);

    private readonly ASuiteOfQuestions _suite = Suite();

    private string Snapshots => SnapshotFolder.PathOf(Path.Combine(_suite.Folder, "project"), _suite.Suite);

    [Fact]
    public async Task BlocksWhatItFindsWorse()
    {
        Approve("good", Cases);

        var (verdict, run) = await CompareAsync("bad");

        Assert.All(run.Records, r => Assert.Equal(0, r.Scores["preferred"]));
        Assert.Equal((Verdict.Regressed, true), (verdict.Verdict, verdict.Blocks));
        var overall = Assert.Single(verdict.Comparisons, c => c.Slice.IsOverall);
        Assert.Equal((0.5, 0), (overall.Baseline, overall.Candidate));
        Assert.DoesNotContain(verdict.Findings, f => f.Code == DiagnosticCodes.NothingApproved);
    }

    [Fact]
    public async Task LetsWhatItFindsBetterPass()
    {
        Approve("middling", Cases);

        var (verdict, run) = await CompareAsync("good");

        Assert.All(run.Records, r => Assert.Equal(1, r.Scores["preferred"]));
        Assert.Equal((Verdict.Held, false), (verdict.Verdict, verdict.Blocks));
    }

    [Fact]
    public async Task AsksNothingAboutAnAnswerThatIsTheApprovedOne()
    {
        Approve("good\n", Cases);
        await using var server = await LoopbackModel.StartAsync(call => call.Model == "grader" ? Preference(call.Prompt) : new Says("good\n"));

        var run = await _suite.RunAsync(server, RecordingMode.Live);

        Assert.All(run.Records, r => Assert.Equal(0.5, r.Scores["preferred"]));
        // The labels are asked about, once in each order.
        Assert.Equal(Cases + (2 * Cases), server.Calls);
    }

    [Fact]
    public async Task DoesNotJudgeWhereNothingIsApproved()
    {
        Approve("good", 20);

        var (verdict, run) = await CompareAsync("bad");

        Assert.Equal(20, run.Records.Count(r => r.Scores["preferred"] is not null));
        Assert.Equal(Verdict.NotJudged, verdict.Verdict);
        Assert.Equal("the metric applies on one side only for 10 of 30 cases", Assert.Single(verdict.Comparisons, c => c.Slice.IsOverall).Reason);
        Assert.Equal(
            "evals/asking.eval.yaml(9,9): warning EG2023: 'preferred' compares with approved outputs, and 10 of 30 cases have none for their input: q021, q022, q023, q024, q025 and 5 more. "
            + "Approve them: 'evalgate snapshots review asking'.",
            Assert.Single(verdict.Findings, f => f.Code == DiagnosticCodes.NothingApproved).ToString());
    }

    [Fact]
    public async Task DoesNotCompareWithWhatAnsweredAnotherQuestion()
    {
        Approve("good", Cases);
        var approved = SnapshotProjection.Of(_suite.Suite.Snapshots!, ACase.Json("""{"label":"good"}"""));
        Approvals.Write(Snapshots, new(new("asking", DateTimeOffset.UnixEpoch, "a tester", "command", null, []), [new("q001", "another input", approved.Hash)]));

        var (verdict, run) = await CompareAsync("bad");

        Assert.Null(Assert.Single(run.Records, r => r.Scores["preferred"] is null && r.Errors.Count == 0).Scores["preferred"]);
        Assert.Contains("1 of 30 cases have none for their input: q001", Assert.Single(verdict.Findings, f => f.Code == DiagnosticCodes.NothingApproved).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsAnErrorWhereTheApprovedFileIsDamaged()
    {
        Approve("good", Cases);
        await File.WriteAllTextAsync(Path.Combine(Snapshots, "q001.verified.json"), "{ \"label\": ", TestContext.Current.CancellationToken);

        var (_, run) = await CompareAsync("bad");

        var error = Assert.Single(Assert.Single(run.Records, r => r.Errors.Count > 0).Errors);
        Assert.Equal((ErrorKind.Scorer, "preferred", "the approved output is no JSON: approve one again"), (error.Kind, error.Metric, error.Message));
    }

    public void Dispose() => _suite.Dispose();

    private static Says Preference(string prompt) => new($$"""{"reason":"so","better":"{{(prompt.Contains("\"A\":\"good", StringComparison.Ordinal) ? "A" : prompt.Contains("\"B\":\"good", StringComparison.Ordinal) ? "B" : Labelled(prompt))}}"}""");

    /// <summary>Of two labelled answers, the one with the even number.</summary>
    private static string Labelled(string prompt) => Number().Match(prompt) is { Success: true } a && int.Parse(a.Groups[1].Value, CultureInfo.InvariantCulture) % 2 == 0 ? "A" : "B";

    private void Approve(string label, int cases)
    {
        var folder = SnapshotFolder.Open(Snapshots, isSharded: false);
        foreach (var @case in _suite.Cases.Take(cases))
        {
            folder.Approve(SnapshotName.Of(@case.Id), SnapshotProjection.Of(_suite.Suite.Snapshots!, ACase.Json(System.Text.Json.JsonSerializer.Serialize(new { label }))));
        }
    }

    private async Task<(SuiteVerdict Verdict, Run Run)> CompareAsync(string answer)
    {
        await using var server = await LoopbackModel.StartAsync(call => call.Model == "grader" ? Preference(call.Prompt) : new Says(answer));
        var run = await _suite.RunAsync(server, RecordingMode.Live);
        var accepted = run with { Records = [.. run.Records.Select(r => r with { Errors = [] })] };
        var baseline = Assert.IsType<Accepted>(Acceptance.Of(new() { Suite = _suite.Suite, Cases = _suite.Cases, Runs = [accepted], Components = new Dictionary<string, string>(), AcceptedBy = "a tester" })).Baseline;
        Assert.All(baseline.Cases, c => Assert.Equal([0.5], c.Scores["preferred"]));
        return (Judge.Decide(new() { Suite = _suite.Suite, Cases = _suite.Cases, Run = run, Baseline = baseline, Today = default }), run);
    }

    private static ASuiteOfQuestions Suite()
    {
        using var plain = new ASuiteOfQuestions(1);
        var preferred = AMetric.Score("preferred") with
        {
            Kind = MetricKind.Ordinal,
            Scorer = new("pairwise", false, new Dictionary<string, string> { ["of"] = "output.label", ["rubric"] = "The good one.", ["model"] = "grader" }),
            Judge = new(0.6m, "labels.jsonl", [.. Enumerable.Range(1, Cases).Select(i => new HumanLabel($"q{i:000}", $"labelled {i}", i % 2 == 0 ? 1 : 0) { Against = $"labelled {i + 1}" })]) { StepsPerUnit = 2 },
        };
        return new(Cases)
        {
            Suite = plain.Suite with
            {
                Metrics = [preferred],
                Snapshots = new() { Place = Place },
                Gate = new() { Place = Place, Baseline = "b.jsonl", Rules = [ARule.MaxDrop("preferred", 0.1m) with { Place = Place }] },
            },
        };
    }

    [GeneratedRegex("\"A\":\"labelled ([0-9]+)\"")]
    private static partial Regex Number();
}
