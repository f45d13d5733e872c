using System.Diagnostics;
using EvalGate.Files;
using EvalGate.ShadowSoak;

namespace EvalGate.Shadow.Tests;

public static class AKilledProcess
{
    [Fact]
    public static async Task LeavesLogsThatReadToTheirLastWholeLine()
    {
        using var folder = new TempFolder();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Soak).Assembly.Location, "write", folder.Path]) { RedirectStandardError = true })!;
        while (Directory.GetFiles(folder.Path).Length < 4)
        {
            Assert.False(process.HasExited, "The program ended before it was killed.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var reader = new ShadowLogReader();
        var pairs = reader.Read(folder.Path, Directory.GetFiles(folder.Path)).Count();

        Assert.Empty(reader.Problems);
        Assert.InRange(pairs, 300, int.MaxValue);
    }
}
