namespace EvalGate.Suites.Tests.Reading;

public static class TwoRules
{
    [Theory]
    [InlineData("max_drop: 2pp", "max_drop: 3pp")]
    [InlineData("max_drop: 2pp", "max_drop: 2pp, slices: none")]
    [InlineData("at_least: 0.8", "at_least: 0.7, slices: all")]
    [InlineData("max_drop: 2pp, slice: '*'", "max_drop: 3pp, slice: '*'")]
    [InlineData("max_drop: 2pp, slice: { language: de }", "max_drop: 3pp, slice: { language: de }")]
    [InlineData("max_drop: 2pp, slice: { language: '*' }", "max_drop: 3pp, slice: { language: '*' }")]
    [InlineData("max_drop: 2pp, slice: { language: de, category: '*' }", "max_drop: 3pp, slice: { language: '*', category: refund }")]
    public static void WithEqualRightAreReportedAtTheSecond(string first, string second) => Assert.Equal(
        "(15,5): error EG1013: this rule and the one on line 14 say different things about the same slices of 'correct'. Remove one, or name more of the slice.",
        SuiteText.Mistakes(SuiteText.Gate($"metric: correct, {first}", $"metric: correct, {second}")));

    [Fact]
    public static void AreReportedInPairs() =>
        Assert.Equal(3, SuiteText.Read(SuiteText.Gate("metric: correct, max_drop: 2pp", "metric: correct, max_drop: 3pp", "metric: correct, max_drop: 4pp")).Diagnostics.Count);
}
