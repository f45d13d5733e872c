using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace EvalGate.Shadow.Tests;

/// <summary>One pair in the log, as the README describes it.</summary>
public static class ALine
{
    private static readonly ShadowOptions Timeless = AShadow.Everything with { Time = new AClockThatStands() };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task SaysWhatWasAskedAndWhatBothSaid()
    {
        await using var shadow = new AShadow(
            options: Timeless,
            describe: _ => new("conversation 7") { Id = "request-1", Slices = new Dictionary<string, string> { ["language"] = "de" } });
        await shadow.Shadow.RunAsync("Wo ist \"mein\"\nPaket?", Cancel);

        Assert.Equal(
            """{"id":"request-1","arm":"candidate","at":"2026-11-26T03:15:00.250Z","key":"87874620d78de4ac","rate":1,"slices":{"language":"de"},"input":"Wo ist \u0022mein\u0022\nPaket?","incumbent":{"ms":0,"output":"incumbent"},"shadow":{"ms":0,"output":"candidate"}}""",
            Assert.Single(await shadow.PairsAsync()).GetRawText());
    }

    [Fact]
    public static async Task HoldsAHashWhereInputsMayNotBeKept()
    {
        await using var shadow = new AShadow(options: Timeless with { Inputs = ShadowInputs.Hash });
        await shadow.Shadow.RunAsync("secret", Cancel);
        var pair = Assert.Single(await shadow.PairsAsync());

        Assert.DoesNotContain("secret", pair.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("\"secret\""u8)), pair.GetProperty("input_sha256").GetString());
    }

    [Fact]
    public static async Task HoldsTextsRedacted()
    {
        await using var shadow = new AShadow(
            AShadow.Says("write to ann@example.org"), options: Timeless with { Redact = text => text.Replace("ann@example.org", "[mail]", StringComparison.Ordinal) });
        await shadow.Shadow.RunAsync("I am ann@example.org", Cancel);
        var pair = Assert.Single(await shadow.PairsAsync());

        Assert.Equal("I am [mail]", pair.GetProperty("input").GetString());
        Assert.Equal("write to [mail]", pair.GetProperty("shadow").GetProperty("output").GetString());
    }

    [Fact]
    public static async Task IsNotThereWhenRedactionFails()
    {
        await using var shadow = new AShadow(options: Timeless with { Redact = _ => throw new InvalidOperationException() });
        await shadow.Shadow.RunAsync("secret", Cancel);

        Assert.Empty(await shadow.PairsAsync());
        Assert.Equal("unwritable 1", shadow.Shadow.Counts.ToString());
    }

    [Fact]
    public static async Task IsNotThereWhenTheIncumbentSaysTooMuch()
    {
        await using var shadow = new AShadow(incumbent: AShadow.Says(new('x', 2000)), options: Timeless with { MaxTextBytes = 1000 });
        await shadow.Shadow.RunAsync("question", Cancel);

        Assert.Empty(await shadow.PairsAsync());
        Assert.Equal("too_large 1", shadow.Shadow.Counts.ToString());
    }

    [Fact]
    public static async Task StaysOneLineWhateverIsSaid()
    {
        await using var shadow = new AShadow(AShadow.Says("a\r\nb\u2028c\ud800\0"), options: Timeless);
        await shadow.Shadow.RunAsync("question", Cancel);

        Assert.Equal(JsonValueKind.Object, Assert.Single(await shadow.PairsAsync()).GetProperty("shadow").ValueKind);
    }

    [Fact]
    public static async Task TellsTheNoiseOfTheIncumbentApart()
    {
        var said = 0;
        await using var shadow = new AShadow(incumbent: (_, _) => Task.FromResult($"{Interlocked.Increment(ref said)}"), options: Timeless with { Name = "noise", Rate = 0.5, NoiseShare = 1 });
        await shadow.Shadow.RunAsync("question 3", Cancel);
        var pair = Assert.Single(await shadow.PairsAsync());

        Assert.Equal("incumbent", pair.GetProperty("arm").GetString());
        Assert.Equal(["1", "2"], new[] { "incumbent", "shadow" }.Select(side => pair.GetProperty(side).GetProperty("output").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(("logged 1", "not_sampled 1"), (shadow.Shadow.NoiseCounts.ToString(), shadow.Shadow.Counts.ToString()));
    }

    [Fact]
    public static async Task NamesTheTraceThatTheShadowIsLinkedTo()
    {
        var shadows = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "EvalGate.Shadow",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = shadows.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("request").Start();
        await using var shadow = new AShadow(options: Timeless);
        await shadow.Shadow.RunAsync("question", Cancel);
        var pair = Assert.Single(await shadow.PairsAsync());

        Assert.Equal(request.TraceId.ToHexString(), pair.GetProperty("trace").GetString());
        Assert.Single(shadows, s => s.Links.Any(l => l.Context.SpanId == request.SpanId) && s.TraceId != request.TraceId && s.Status == ActivityStatusCode.Ok);
    }

    private sealed class AClockThatStands : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 26, 4, 15, 0, 250, TimeSpan.FromHours(1));

        public override long GetTimestamp() => 0;
    }
}
