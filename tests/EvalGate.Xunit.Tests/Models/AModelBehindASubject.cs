using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Chat;
using EvalGate.Model;
using EvalGate.ModelServer;
using EvalGate.Recordings;

namespace EvalGate.Xunit.Tests.Models;

public static class AModelBehindASubject
{
    /// <summary>What two runs of the same answers may differ in, and nothing else.</summary>
    private static readonly string[] Differing = ["run_id", "started", "finished", "ms", "replayed"];

    public static TheoryData<ModelReply, ErrorKind, ErrorCause?> Failures => new()
    {
        { new Refuses(429) { RetryAfter = "0" }, ErrorKind.Infrastructure, ErrorCause.RateLimit },
        { new Refuses(500), ErrorKind.Infrastructure, ErrorCause.Service },
        { new Refuses(401), ErrorKind.Infrastructure, ErrorCause.Authentication },
        { new Refuses(400), ErrorKind.Subject, null },
        { new Refuses(400) { Code = "content_filter" }, ErrorKind.Infrastructure, ErrorCause.ContentFilter },
        { new Says("yes") { Finish = "content_filter" }, ErrorKind.Infrastructure, ErrorCause.ContentFilter },
        { new Babbles(), ErrorKind.Infrastructure, ErrorCause.BrokenAnswer },
        { new BreaksOff("ye"), ErrorKind.Infrastructure, ErrorCause.BrokenAnswer },
        { new Says("yes") { After = TimeSpan.FromMinutes(30) }, ErrorKind.Timeout, null },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public static async Task IsNeverScoredWhenItFails(ModelReply reply, ErrorKind kind, ErrorCause? cause)
    {
        var clock = new ManualClock();
        using var plain = new ASuiteOfQuestions(1);
        using var suite = new ASuiteOfQuestions(3) { Suite = plain.Suite with { Concurrency = 1 }, Time = clock };
        await using var server = await LoopbackModel.StartAsync(call => call.Prompt == "question 2" ? Failing() : new Says("yes"));

        var run = await suite.RunAsync(server, RecordingMode.Record);

        Assert.Equal(3, run.Records.Count);
        var failed = Assert.Single(run.Records, r => r.CaseId == "q002");
        var error = Assert.Single(failed.Errors);
        Assert.Equal((kind, cause), (error.Kind, error.Cause));
        Assert.Empty(failed.Scores);
        Assert.All(run.Records.Where(r => r != failed), r => Assert.Equal(1, r.Scores["correct"]));

        // Time passes while the case waits for the answer, and never else: no other case may be late.
        ModelReply Failing()
        {
            clock.Advance(kind == ErrorKind.Timeout ? suite.Suite.Timeout : TimeSpan.Zero);
            return reply;
        }
    }

    [Fact]
    public static async Task LosesNoCaseToAServiceThatIsBusyNowAndThen()
    {
        using var suite = new ASuiteOfQuestions(20);
        await using var server = await LoopbackModel.StartAsync(call => call.Attempt == 1 && call.Number % 3 == 0
            ? call.Number % 2 == 0 ? new Refuses(429) { RetryAfter = "0" } : new Refuses(503)
            : new Says("yes"));

        var run = await suite.RunAsync(server, RecordingMode.Live, new() { FirstDelay = TimeSpan.FromMilliseconds(5) });

        Assert.Equal(20, run.Records.Count(r => r.Errors.Count == 0 && r.Scores["correct"] == 1));
        Assert.InRange(server.Calls, 21, 40);
    }

    [Fact]
    public static async Task LeavesTheSameRunWhenItIsReplayedWithTheServerDown()
    {
        using var suite = new ASuiteOfQuestions(8);
        await using (var server = await LoopbackModel.StartAsync(call => new Says(call.Number % 2 == 0 ? "yes" : "no")))
        {
            await suite.RunAsync(server, RecordingMode.Record);
            Assert.Equal(8, server.Calls);
        }

        var replayed = await suite.RunAsync(null, RecordingMode.Replay);

        Assert.True(replayed.IsReplayed);
        Assert.Equal(Lines(suite.RunFiles[0]), Lines(suite.RunFiles[1]));
        Assert.Equal(8, Directory.GetFiles(suite.RecordingsFolder).Length);
    }

    [Fact]
    public static async Task KeepsRepetitionsApart()
    {
        using var suite = new ASuiteOfQuestions(2);
        using var repeated = new ASuiteOfQuestions(2) { Suite = suite.Suite with { Repetitions = 3 } };
        await using var server = await LoopbackModel.StartAsync(call => new Says($"answer {call.Number}"));
        await repeated.RunAsync(server, RecordingMode.Record);

        var run = await repeated.RunAsync(null, RecordingMode.Replay);

        Assert.Equal(6, run.Records.Select(r => r.Output.GetProperty("label").GetString()).Distinct().Count());
    }

    [Fact]
    public static async Task IsAnErrorWhereAReplayHasNoRecording()
    {
        using var suite = new ASuiteOfQuestions(1);

        var error = Assert.Single(Assert.Single((await suite.RunAsync(null, RecordingMode.Replay)).Records).Errors);

        Assert.Equal((ErrorKind.Infrastructure, ErrorCause.NotRecorded), (error.Kind, error.Cause));
        Assert.Contains("no recording answers this call of case 'q001', repetition 1", error.Message, StringComparison.Ordinal);
    }

    private static string[] Lines(string file) => [.. File.ReadLines(file).Select(Stripped).Order(StringComparer.Ordinal)];

    private static string Stripped(string line)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        foreach (var part in (JsonObject[])[json, json["end"] as JsonObject ?? []])
        {
            foreach (var name in Differing)
            {
                part.Remove(name);
            }
        }

        return json.ToJsonString(JsonSerializerOptions.Web);
    }
}
