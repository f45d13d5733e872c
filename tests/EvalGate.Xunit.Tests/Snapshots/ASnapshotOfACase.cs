using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Xunit.Tests;

public sealed class ASnapshotOfACase : IDisposable
{
    private const string Refund = """{"intent":"refund","answer":"You can return it within 30 days, of course."}""";
    private const string Exchange = """{"intent":"exchange","answer":"You can return it within 30 days, of course."}""";
    private const string Reworded = """{"intent":"refund","answer":"You can return it within 14 days, of course."}""";

    private readonly ABuiltProject _project = new();
    private Trial _trial = new Trial { Snapshots = new() { Place = new("evals/support.eval.yaml", 15, 1) } }.With("de", bothPass: 2);

    private string Folder => Path.Combine(_project.Project, "evals", "support.snapshots");

    [Fact]
    public async Task FailsTheTestWhileItIsNotApproved()
    {
        var message = (await Assert.ThrowsAsync<VerifyException>(() => Throw(Run(Refund)))).Message;
        Assert.Equal(
            $$"""
            Directory: {{Folder}}
            New:
              - Received: de-000.received.json
                Verified: de-000.verified.json

            FileContent:

            New:

            Received: de-000.received.json
            {
              "answer": "You can return it within 30 days, of course.",
              "intent": "refund"
            }

            If it is intended: evalgate snapshots review support
            """.ReplaceLineEndings("\n"),
            message);

        Approve(Refund);
        Assert.Null(await Run(Refund));
        Assert.Equal(["de-000.verified.json"], Files());
    }

    [Fact]
    public async Task FailsTheTestWithAReadableDifference()
    {
        Approve(Refund);

        var snapshot = await Run("""{"intent":"exchange","answer":"You can return it within 14 days, of course."}""");

        Assert.True(snapshot!.Blocks);
        Assert.Equal(
            $$"""
            Directory: {{Folder}}
            NotEqual:
              - Received: de-000.received.json
                Verified: de-000.verified.json

            FileContent:

            NotEqual:

            Received: de-000.received.json
            Verified: de-000.verified.json
            Compare Result:
            output.answer:
            ~ You can return it within [-30-]{+14+} days, of course.
            output.intent:
            - refund
            + exchange

            If it is intended: evalgate snapshots review support
            """.ReplaceLineEndings("\n"),
            snapshot.Message);
        Assert.Equal(["de-000.received.json", "de-000.verified.json"], Files());
    }

    [Fact]
    public async Task PassesAndWaitsWhereTheChangeIsForReview()
    {
        Approve(Refund);

        var snapshot = await Run(Reworded);
        await Throw(Task.FromResult(snapshot));

        Assert.False(snapshot!.Blocks);
        Assert.Contains("~ You can return it within [-30-]{+14+} days", snapshot.Message, StringComparison.Ordinal);
        Assert.Equal(["de-000.received.json", "de-000.verified.json"], Files());
        Assert.Equal((SnapshotVerdict.Changed, SnapshotPolicy.Review), (Pending().Verdict, Pending().Policy));
    }

    [Theory]
    [InlineData(SnapshotMode.Collect, EvalMode.Enforce)]
    [InlineData(SnapshotMode.Verify, EvalMode.Warn)]
    internal async Task BlocksNothingWhereNothingShallFail(SnapshotMode mode, EvalMode evals)
    {
        Approve(Refund);

        Assert.False((await Run(Exchange, new() { Snapshots = mode, Mode = evals }))!.Blocks);
        Assert.Contains("de-000.received.json", Files());
    }

    [Fact]
    public async Task BlocksWhereEvenProseCameFromARecording()
    {
        Approve(Refund);

        Assert.True((await Run([Reworded], isReplayed: true))!.Blocks);
        Assert.Equal(SnapshotPolicy.Block, Pending().Policy);
    }

    [Fact]
    public async Task IsLeftInThePackOnlyInCi()
    {
        Approve(Refund);

        Assert.True((await Run(Exchange, ABuiltProject.InCi))!.Blocks);

        Assert.Equal(["de-000.verified.json"], Files());
        Assert.Equal(Text(Exchange), Pending().Received);
    }

    [Fact]
    public async Task IsApprovedWhereItIsRecorded()
    {
        Assert.False((await Run(Refund, new() { Snapshots = SnapshotMode.Record, User = "ada" }))!.Blocks);

        Assert.Equal(Text(Refund), SnapshotFolder.Open(Folder, false).Approved("de-000", "json")!.Verified);
        Assert.Empty(SnapshotFolder.Open(Folder, false).Waiting);
        var batch = Assert.Single(Directory.EnumerateFiles(Path.Combine(Folder, ".approvals")));
        Assert.Contains("\"approved_by\":\"ada\",\"how\":\"record\"", await File.ReadAllTextAsync(batch, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IsNotLookedAtWhereSnapshotsAreOff()
    {
        _project.With(_trial);
        await using var host = _project.Host(new() { Snapshots = SnapshotMode.Off });

        Assert.Null(host.Execution("support").Snapshots);
    }

    [Fact]
    public async Task IsAmbiguousWhenItsRepetitionsDisagree()
    {
        _trial = _trial with { Repetitions = 3 };
        Approve(Refund);

        var snapshot = await Run([Refund, Exchange, Exchange]);

        Assert.True(snapshot!.Blocks);
        Assert.Contains("Some repetitions came out as approved, and some did not:\noutput.intent:\n- refund\n+ exchange", snapshot.Message, StringComparison.Ordinal);
        Assert.Equal((SnapshotVerdict.Ambiguous, 3, 2), (Pending().Verdict, Pending().Results, Pending().Agreeing));
        Assert.Null(await Run([Refund, Refund, Refund]));
        Assert.Equal(["de-000.verified.json"], Files());
    }

    [Fact]
    public async Task IsStaleWhenTheInputChanged()
    {
        Approve(Refund, "another input");

        Assert.Contains("approved for another input", (await Run(Refund))!.Message, StringComparison.Ordinal);
        Assert.Equal(["de-000.received.json", "de-000.verified.json"], Files());
    }

    [Fact]
    public async Task IsNoOrphanAfterARunOfSomeCases()
    {
        SnapshotFolder.Open(Folder, false).Approve("gone", Text(Refund));
        SnapshotFolder.Open(Folder, false).Approve("de-001", Text(Refund));

        await Run(Refund);
        Assert.Empty(Pack().Census.Orphans);

        File.Delete(_project.Runs()[0]);
        await Run([Refund], ABuiltProject.OnADesk, ["de-000", "de-001"]);
        Assert.Equal(["gone"], Pack().Census.Orphans);
        Assert.Equal(2, Pack().Census.Compared);
    }

    [Fact]
    public async Task SaysWhatCouldNotBeWrittenAndIsComparedAllTheSame()
    {
        Approve(Refund);
        Directory.CreateDirectory(Path.Combine(Folder, "de-000.received.json"));

        var snapshot = await Run(Exchange);

        Assert.True(snapshot!.Blocks);
        Assert.Contains("de-000.received.json: ", snapshot.Message!.Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal(Text(Exchange), Pending().Received);
    }

    [Fact]
    public async Task IsCountedInTheVerdict()
    {
        Approve(Refund);
        _project.With(_trial);
        await using var host = _project.Host(ABuiltProject.OnADesk);
        foreach (var @case in _trial.AllCases)
        {
            using (host.Execution("support").Enter())
            {
                var score = await host.Execution("support").Snapshots!.CompareAsync(@case, Record(@case, 1) with { Output = ACase.Json(Reworded) }, TestContext.Current.CancellationToken);
                var record = _trial.Run.Records.Single(r => r.CaseId == @case.Id) with { Scores = new Dictionary<string, double?> { ["correct"] = 1, ["snapshot_changed"] = score } };
                host.Execution("support").Append(record, new Dictionary<string, string>());
                await host.Execution("support").ShowIfCompleteAsync();
                Assert.Empty(_project.Shown);
                await host.Execution("support").Snapshots!.ConcludeAsync(@case, [record], TestContext.Current.CancellationToken);
            }

            await host.Execution("support").ShowIfCompleteAsync();
        }

        var shown = Assert.Single(_project.Shown);
        Assert.Equal(Effect.Shows, shown.Effect);
        Assert.Contains("Snapshots: 2 of 2 outputs wait for approval (1 changed, 1 new; 1 block", shown.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("snapshot_changed: 100.0 % on 1 case", shown.Text, StringComparison.Ordinal);
        Assert.Equal(3, shown.Files.Count);
    }

    public void Dispose() => _project.Dispose();

    private Task<CaseSnapshot?> Run(string output, EvalEnvironment? environment = null) => Run([output], environment);

    /// <summary>Runs cases whose repetitions all come out so; returns the first one's snapshot.</summary>
    private async Task<CaseSnapshot?> Run(string[] outputs, EvalEnvironment? environment = null, string[]? cases = null, bool isReplayed = false)
    {
        _project.With(_trial);
        await using var host = _project.Host(environment ?? ABuiltProject.OnADesk);
        var execution = host.Execution("support");
        var found = new List<CaseSnapshot?>();
        foreach (var @case in (cases ?? ["de-000"]).Select(execution.Case))
        {
            foreach (var (i, output) in outputs.Index())
            {
                await execution.Snapshots!.CompareAsync(@case, Record(@case, i + 1) with { Output = ACase.Json(output), IsReplayed = isReplayed }, TestContext.Current.CancellationToken);
                execution.Append(Record(@case, i + 1), new Dictionary<string, string>());
            }

            found.Add(await execution.Snapshots!.ConcludeAsync(@case, [Record(@case, 1)], TestContext.Current.CancellationToken));
        }

        execution.End();
        return found[0];
    }

    private async Task Throw(Task<CaseSnapshot?> running) => CaseVerdict.Throw(_trial.Suite, _trial.AllCases[0], [Record(_trial.AllCases[0], 1)], await running, new(2026, 11, 25));

    private void Approve(string output, string? input = null)
    {
        SnapshotFolder.Open(Folder, false).Approve("de-000", Text(output));
        if (input is not null)
        {
            Approvals.Write(Folder, new(new("support", DateTimeOffset.UnixEpoch, "ada", "command", null, []), [new("de-000", input, Text(output).Hash)]));
        }
    }

    private PendingSnapshot Pending() => Assert.Single(Pack().Pending);

    private PendingPack Pack() => PendingPack.OfRun(_project.Runs()[^1])!;

    private static RunRecord Record(Case @case, int repetition) =>
        new() { CaseId = @case.Id, Hash = @case.Hash, Repetition = repetition, Scores = new Dictionary<string, double?> { ["correct"] = 1 } };

    private static SnapshotText Text(string json) => SnapshotText.Of(ACase.Json(json));

    private string[] Files() => [.. Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
