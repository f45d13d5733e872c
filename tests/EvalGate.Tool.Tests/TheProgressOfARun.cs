using EvalGate.Files;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Tests;

public static class TheProgressOfARun
{
    private static readonly RunProgress Half = new(1200, 600, 2, 31_204, 0.42m);

    [Fact]
    public static void SaysHowFarItIsAndWhatIsLeft()
    {
        Assert.Equal("starting, 0:03", ProgressLine.Text(RunProgress.None, TimeSpan.FromSeconds(3)));
        Assert.Equal("0 of 1200 cases", ProgressLine.Text(new(1200, 0, 0, null, null), TimeSpan.FromSeconds(3)));
        Assert.Equal("600 of 1200 cases, 2 errors, 31204 tokens, $0.42, 1:20 left", ProgressLine.Text(Half, TimeSpan.FromSeconds(80)));
        Assert.Equal("1200 of 1200 cases, 1 error, 0:00 left", ProgressLine.Text(new(1200, 1200, 1, null, null), TimeSpan.FromHours(2)));
    }

    [Fact]
    public static void IsDrawnOverItselfAndGoesAway()
    {
        using var screen = new StringWriter();
        var line = new ProgressLine(screen, 12);

        line.Show(Half, TimeSpan.FromSeconds(80));
        line.Show(Half, TimeSpan.FromSeconds(81));
        line.Clear();
        line.Clear();

        Assert.Equal("\r\u001b[K600 of 1200\r\u001b[K", screen.ToString());
    }

    [Fact]
    public static void IsSilentWhereNobodyLooks()
    {
        var line = new ProgressLine(null, 80);

        line.Show(Half, TimeSpan.FromSeconds(80));
        line.Clear();
    }
}
