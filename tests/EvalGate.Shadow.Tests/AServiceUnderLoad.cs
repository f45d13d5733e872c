using EvalGate.Files;
using EvalGate.ShadowSoak;

namespace EvalGate.Shadow.Tests;

/// <summary>The short form of the nightly soak: everything but how fast answers come, which a busy machine cannot tell.</summary>
public static class AServiceUnderLoad
{
    [Fact]
    public static async Task KeepsItsBoundsWhateverRunsInItsShadow()
    {
        using var folder = new TempFolder();

        var report = await Soak.RunAsync(new() { Duration = TimeSpan.FromSeconds(2), Folder = folder.Path });

        Assert.Empty(report.BrokenBounds);
        Assert.All(report.Counts, c => Assert.Contains("off ", c, StringComparison.Ordinal));
        Assert.Contains("busy ", report.Counts[3], StringComparison.Ordinal);
        var reader = new ShadowLogReader();
        Assert.NotEmpty(reader.Read(folder.Path, Directory.GetFiles(folder.Path)).ToArray());
        Assert.Empty(reader.Problems);
    }
}
