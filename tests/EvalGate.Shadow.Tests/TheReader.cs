using System.Text.Json;
using EvalGate.Files;
using EvalGate.ShadowLogs;

namespace EvalGate.Shadow.Tests;

/// <summary>What a shadow writes is what <c>evalgate shadow compare</c> reads.</summary>
public static class TheReader
{
    [Fact]
    public static async Task FindsWhatTheShadowWrote()
    {
        await using var shadow = new AShadow(
            (_, _) => throw new InvalidOperationException(),
            options: AShadow.Everything with { NoiseShare = 1 },
            describe: _ => new("chat") { Id = "r-1", Slices = new Dictionary<string, string> { ["language"] = "de" } });
        await shadow.Shadow.RunAsync("Wo ist es?", TestContext.Current.CancellationToken);
        await shadow.PairsAsync();

        var reader = new ShadowLogReader();
        var pairs = reader.Read(shadow.Folder, shadow.Files).OrderBy(p => p.Arm).ToArray();

        Assert.Empty(reader.Problems);
        Assert.Equal([("r-1", ShadowArm.Candidate, "threw"), ("r-1", ShadowArm.Incumbent, null)], pairs.Select(p => (p.Id, p.Arm, p.Shadow.Error)));
        Assert.All(pairs, p => Assert.Equal(("de", "Wo ist es?", "incumbent"), (p.Slices["language"][0], p.Input.GetString(), p.Incumbent.Output.GetString())));
        Assert.Equal(JsonValueKind.Undefined, pairs[0].Shadow.Output.ValueKind);
    }
}
