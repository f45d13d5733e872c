using EvalGate.Html.Charts;
using EvalGate.Model;

namespace EvalGate.Html.Tests;

/// <summary>The Pareto front of versions.</summary>
public static class TheFront
{
    [Theory]
    [InlineData(Direction.Higher, "1:5 2:4 3:6 3:7 4:7", "1:5 3:7")]
    [InlineData(Direction.Lower, "1:5 2:4 3:6 2:3", "1:5 2:3")]
    [InlineData(Direction.Higher, "2:1", "2:1")]
    public static void HoldsWhatNoOtherBeatsOnBoth(Direction better, string versions, string expected)
    {
        var front = VersionPlot.Front(AMetric.PassFail("correct", better), versions.Split(' ').Select(Point));

        Assert.Equal(expected, string.Join(' ', front.Select(v => v.Name)));
    }

    private static VersionPoint Point(string text)
    {
        var parts = text.Split(':').Select(int.Parse).ToArray();
        return new(text, null, parts[0], parts[1], null);
    }
}
