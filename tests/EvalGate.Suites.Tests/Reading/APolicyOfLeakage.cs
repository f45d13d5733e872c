namespace EvalGate.Suites.Tests.Reading;

public static class APolicyOfLeakage
{
    [Fact]
    public static void SaysWhereCasesMustNotStand()
    {
        var policy = SuiteText.Suite(SuiteText.Small + "leakage: { against: [train/*.jsonl, fewshots.md], canary: 2f8b, expected: true }\n").Leakage!;

        Assert.Equal(["train/*.jsonl", "fewshots.md"], policy.Against);
        Assert.Equal(("2f8b", true), (policy.Canary, policy.WithExpected));
        Assert.Null(SuiteText.Suite(SuiteText.Small).Leakage);
    }

    [Theory]
    [InlineData("leakage: { against: ../train.jsonl }", "(6,21): error EG1008: 'against' is '../train.jsonl': the path must not leave its folder ('..').")]
    [InlineData("leakage: { policy: block }", "(6,12): error EG1004: 'leakage' has no key 'policy'; there are against, canary, expected.")]
    public static void ThatIsWrongIsReported(string part, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + part + "\n"));
}
