using EvalGate.Datasets;

namespace EvalGate.Suites.Tests.Reading;

public static class APolicyOfLeakage
{
    [Fact]
    public static void SaysWhereCasesMustNotStand()
    {
        var policy = SuiteText.Suite(SuiteText.Small + "leakage: { against: [train/*.jsonl, fewshots.md], canary: 2f8b, expected: true }\n").Leakage!;

        Assert.Equal(["train/*.jsonl", "fewshots.md"], policy.Against);
        Assert.Equal(("2f8b", true, LeakConsequence.Warn, new LeakageSettings()), (policy.Canary, policy.WithExpected, policy.Consequence, policy.Settings));
        Assert.Null(SuiteText.Suite(SuiteText.Small).Leakage);
    }

    [Fact]
    public static void DrawsItsOwnLines()
    {
        var policy = SuiteText.Suite(SuiteText.Small + "leakage: { policy: exclude, shortest: 8, span: 20, clean: 25%, copied: 90% }\n").Leakage!;

        Assert.Equal(LeakConsequence.Exclude, policy.Consequence);
        Assert.Equal(new LeakageSettings { ShortestText = 8, SpanWords = 20, Clean = 0.25, Copied = 0.9 }, policy.Settings);
    }

    [Theory]
    [InlineData("leakage: { against: ../train.jsonl }", "(6,21): error EG1008: 'against' is '../train.jsonl': the path must not leave its folder ('..').")]
    [InlineData("leakage: { polici: block }", "(6,12): error EG1004: 'leakage' has no key 'polici'; there are against, canary, clean, copied, expected, policy, shortest, span. Did you mean 'policy'?")]
    [InlineData("leakage: { policy: fail }", "(6,20): error EG1008: 'policy' is 'fail'; warn, exclude, block are allowed.")]
    [InlineData("leakage: { copied: 120% }", "(6,20): error EG1008: 'copied' is '120%'; write a share of a case's words, from above 0% to 100%.")]
    [InlineData("leakage: { span: 3 }", "(6,18): error EG1009: 'span' is 3; 4 to 1000 is allowed.")]
    public static void ThatIsWrongIsReported(string part, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + part + "\n"));
}
