using EvalGate.Datasets;

namespace EvalGate.Suites.Tests.Reading;

public static class AnEvalSetOfTheSuite
{
    [Fact]
    public static void IsHeldAgainstWhatItNames()
    {
        var suite = SuiteText.Suite(SuiteText.Small + "coverage: { production: logs/requests.jsonl, fewest: 12 }\nlabels: { sheets: labels/*.csv, of: expected.intent }\n");

        Assert.Equal(("logs/requests.jsonl", 12), (suite.Coverage!.Production, suite.Coverage.FewestCases));
        Assert.Equal(["labels/*.csv"], suite.Labels!.Sheets);
        Assert.Equal("expected.intent", suite.Labels.Of);
    }

    [Fact]
    public static void IsHeldAgainstNothingUnlessItSaysSo()
    {
        var suite = SuiteText.Suite(SuiteText.Small);

        Assert.Null(suite.Coverage);
        Assert.Null(suite.Labels);
        Assert.Equal(CoverageInput.UsualFewest, SuiteText.Suite(SuiteText.Small + "coverage: { production: a.jsonl }\n").Coverage!.FewestCases);
    }

    [Theory]
    [InlineData("coverage: requests.jsonl", "(6,11): error EG1008: 'coverage' must be a map (key: value), found 'requests.jsonl'.")]
    [InlineData("coverage: {}", "(6,11): error EG1006: 'coverage' needs 'production:'.")]
    [InlineData("coverage: { production: /var/log/a.jsonl }", "(6,25): error EG1008: 'production' is '/var/log/a.jsonl': the path must be relative.")]
    [InlineData("coverage: { production: a.jsonl, fewest: 0 }", "(6,42): error EG1009: 'fewest' is 0; 1 to 100000 is allowed.")]
    [InlineData("labels: { of: expected.intent }", "(6,9): error EG1006: 'labels' needs 'sheets:', a .csv file or a glob.")]
    [InlineData("labels: { sheets: ../a.csv }", "(6,19): error EG1008: 'sheets' is '../a.csv': the path must not leave its folder ('..').")]
    [InlineData("labels: { sheets: a.csv, of: output.intent }", "(6,30): error EG1008: 'of' is 'output.intent'; write where the label is, such as expected.intent.")]
    public static void ThatIsWrongIsReported(string part, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + part + "\n"));
}
