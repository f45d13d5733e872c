using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EvalGate.Reports.Tests.Scenes;

namespace EvalGate.Reports.Tests;

/// <summary><c>verdict.json</c>.</summary>
public static partial class TheVerdictFile
{
    public static TheoryData<string> Scenes => Scene.Names;

    [Theory]
    [InlineData("regressed-in-a-cross")]
    [InlineData("conversations")]
    [InlineData("cases-came-changed-and-went")]
    [InlineData("metric-redefined")]
    [InlineData("no-baseline")]
    [InlineData("without-rules")]
    [InlineData("hostile-error")]
    [InlineData("judge-that-agrees")]
    public static void ReadsAsApproved(string scene) => Approved.Is(
        $"{scene}.json",
        LongNumber().Replace(JsonReport.Write(Scene.Of(scene)), m => double.Parse(m.Value, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture)));

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void IsTheSameUnderACommaCulture(string scene)
    {
        var verdict = Scene.Of(scene);

        Assert.Equal(JsonReport.Write(verdict), CommaCulture.Outside(() => JsonReport.Write(verdict)));
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void HoldsEveryComparisonAtFullPrecision(string scene)
    {
        var verdict = Scene.Of(scene);
        using var json = JsonDocument.Parse(JsonReport.Write(verdict));

        var written = json.RootElement.GetProperty("comparisons").EnumerateArray().ToArray();

        Assert.Equal(verdict.Comparisons.Select(c => c.Difference), written.Select(c => Number(c.GetProperty("difference"))));
        Assert.Equal(verdict.Comparisons.Select(c => c.AdjustedPValue), written.Select(c => Number(c.GetProperty("p_adjusted"))));
        Assert.Equal(verdict.Comparisons.Select(c => c.Losses), written.Select(c => c.GetProperty("losses").GetInt32()));
    }

    [Theory]
    [InlineData("clear", 0)]
    [InlineData("held", 0)]
    [InlineData("inconclusive", 0)]
    [InlineData("inconclusive-that-blocks", 1)]
    [InlineData("regressed-everywhere", 1)]
    [InlineData("proof-demanded", 1)]
    [InlineData("no-baseline", 2)]
    [InlineData("cases-vanished", 2)]
    public static void NamesTheExitCode(string scene, int expected)
    {
        using var json = JsonDocument.Parse(JsonReport.Write(Scene.Of(scene)));

        Assert.Equal(expected, json.RootElement.GetProperty("exit").GetInt32());
    }

    /// <summary>The last digits depend on the machine's arithmetic.</summary>
    [GeneratedRegex(@"-?\d+\.\d{10,}(E-?\d+)?")]
    private static partial Regex LongNumber();

    private static double? Number(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();
}
