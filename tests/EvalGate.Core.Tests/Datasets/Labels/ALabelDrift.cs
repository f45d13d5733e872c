using EvalGate.Datasets;
using EvalGate.Model;

namespace EvalGate.Core.Tests.Datasets.Labels;

public static class ALabelDrift
{
    private const int Cases = 60;

    [Fact]
    public static void IsTheChangeOfKappaFromOneSheetToTheNext()
    {
        var drift = LabelDrift.Of(Sheet(wrong: 0), Sheet(wrong: 12))!;

        Assert.Equal(-0.4, drift.Change, 12);
        Assert.InRange(drift.Change, drift.Interval.Lower, drift.Interval.Upper);
        Assert.True(drift.IsProven);
    }

    [Fact]
    public static void IsNoneBetweenEqualSheets()
    {
        var drift = LabelDrift.Of(Sheet(wrong: 6), Sheet(wrong: 6))!;

        Assert.Equal((0, 0, 0), (drift.Change, drift.Interval.Lower, drift.Interval.Upper));
        Assert.False(drift.IsProven);
    }

    [Fact]
    public static void IsNotProvenByOneLabel()
    {
        var drift = LabelDrift.Of(Sheet(wrong: 4), Sheet(wrong: 5))!;

        Assert.True(drift.Change < 0);
        Assert.False(drift.IsProven);
    }

    [Fact]
    public static void IsUnknownWhereChanceExplainsAll() => Assert.Null(LabelDrift.Of(Compare(_ => "a", _ => "a"), Sheet(wrong: 1)));

    /// <summary>The standard error of kappa for two balanced labels at agreement p is √(p(1 − p)/n)/½ (Fleiss, Cohen and Everitt 1969).</summary>
    [Fact]
    public static void HasTheWidthThatTheoryGives()
    {
        var interval = LabelDrift.Of(Sheet(wrong: 0), Sheet(wrong: 12))!.Interval;

        Assert.Equal(2 * 1.96 * Math.Sqrt(0.8 * 0.2 / Cases) / 0.5, interval.Upper - interval.Lower, 0.06);
    }

    private static LabelComparison Sheet(int wrong) => Compare(Stored, i => i < wrong ? Other(Stored(i)) : Stored(i));

    private static string Stored(int index) => index % 2 == 0 ? "a" : "b";

    private static string Other(string label) => label == "a" ? "b" : "a";

    private static LabelComparison Compare(Func<int, string> stored, Func<int, string> found)
    {
        var suite = new Suite { Name = "toy", Place = default, Subject = new("Toy", default), CaseFiles = [], Metrics = [] };
        Assert.True(JsonPath.TryParse("expected.label", out var path));
        return LabelComparison.Of(
            suite,
            [.. Enumerable.Range(0, Cases).Select(i => ACase.Of($"case-{i:00}", "{}", $$"""{"label":"{{stored(i)}}"}"""))],
            path,
            Enumerable.Range(0, Cases).ToDictionary(i => $"case-{i:00}", found));
    }
}
