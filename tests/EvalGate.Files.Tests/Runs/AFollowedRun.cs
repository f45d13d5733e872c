using System.Text;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public sealed class AFollowedRun : IDisposable
{
    private readonly TempFolder _results = new();

    [Fact]
    public void CountsWhatIsWrittenSoFar()
    {
        var follower = new RunFollower(_results.Path, "this");
        Assert.Equal(RunProgress.None, follower.Poll());

        using var writer = Begin("net10.0/support", "this", "one");
        writer.Append(ARun.Record("a") with { Usage = new() { InputTokens = 10, CostUsd = 0.5m }, JudgeUsage = new() { OutputTokens = 5 }, Errors = [] });
        Assert.Equal(new(4, 1, 0, 15, 0.5m), follower.Poll());

        writer.Append(ARun.Record("b") with { Usage = null, Errors = [new(ErrorKind.Subject, "it broke")] });
        writer.Append(ARun.Record("c") with { Usage = null, Errors = [] });
        writer.Finish(ARun.End(3));
        Assert.Equal(new(4, 3, 1, 15, 0.5m), follower.Poll());
        Assert.Equal(new(4, 3, 1, 15, 0.5m), follower.Poll());
    }

    [Fact]
    public void AddsUpTheSuitesOfItsSessionOnly()
    {
        using var one = Begin("net10.0/support", "this", "one");
        using var two = Begin("net9.0/talks", "this", "two");
        using var old = Begin("net10.0/support", "that", "three");
        one.Append(ARun.Record("a") with { Usage = null, Errors = [] });
        old.Append(ARun.Record("a") with { Usage = null, Errors = [] });

        Assert.Equal(new(8, 1, 0, null, null), new RunFollower(_results.Path, "this").Poll());
    }

    [Fact]
    public void WaitsForTheEndOfALineAndPassesOverWhatIsDamaged()
    {
        using var writer = Begin("net10.0/support", "this", "one");
        var whole = Encoding.UTF8.GetString(File.ReadAllBytes(writer.Path));
        _results.Write("net10.0/talks/two.jsonl", whole + "{\"case\":\"a\",");
        _results.Write("net10.0/noise/three.jsonl", "no header\n" + whole);
        var follower = new RunFollower(_results.Path, "this");

        Assert.Equal(new(8, 0, 0, null, null), follower.Poll());
        File.AppendAllText(_results["net10.0/talks/two.jsonl"], "\"damaged\"\n{\"case\":\"b\",\"rep\":1,\"hash\":\"h\",\"scores\":{}}\n");
        Assert.Equal(new(8, 1, 0, null, null), follower.Poll());
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 30.0)]
    [InlineData(2, 10.0)]
    [InlineData(4, 0.0)]
    [InlineData(5, 0.0)]
    public void SaysHowLongTheRestTakes(int done, double? seconds) =>
        Assert.Equal(seconds, new RunProgress(4, done, 0, null, null).Left(TimeSpan.FromSeconds(10))?.TotalSeconds);

    public void Dispose() => _results.Dispose();

    private RunWriter Begin(string folder, string session, string id) => RunWriter.Create(_results[folder], ARun.Header with { RunId = id, Session = session, Cases = 4, Repetitions = 1 });
}
