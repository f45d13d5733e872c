using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Suites.Tests.Reading;

public static class AWaiverOfTheSuite
{
    private const string File = "evals/waivers.yaml";
    private const string Rest = "ceiling: 8pp, reason: known, expires: 2027-01-31";
    private static readonly Suite Suite = SuiteText.Suite(SuiteText.Gate("metric: correct, max_drop: 2pp", "metric: cost, max_rise: 10%"));

    [Fact]
    public static void SaysHowFarWhyAndUntilWhen()
    {
        var reading = Read("""
            - suite: support
              metric: correct
              slice: { language: de, category: refund }
              ceiling: 8pp
              reason: the policy moved to 30 days
              expires: 2027-01-31
            - { suite: support, metric: cost, ceiling: 20%, reason: larger model, expires: 2026-12-31 }
            """);

        Assert.Empty(reading.Diagnostics);
        var (first, second) = (reading.Waivers[0], reading.Waivers[1]);
        Assert.Equal(("correct", "category=refund, language=de", new Tolerance(0.08m, false)), (first.Metric, first.Slice.ToString(), first.Ceiling));
        Assert.Equal(("the policy moved to 30 days", new DateOnly(2027, 1, 31), new SourcePlace(File, 1, 3)), (first.Reason, first.Expires, first.Place));
        Assert.Equal(("overall", new Tolerance(0.2m, true)), (second.Slice.ToString(), second.Ceiling));
    }

    [Fact]
    public static void OfAnotherSuiteIsLeftToIt()
    {
        var reading = Read("- { suite: billing, metric: what, no: key }\n");

        Assert.Empty(reading.Diagnostics);
        Assert.Empty(reading.Waivers);
        Assert.Equal(("billing", new SourcePlace(File, 1, 12)), Assert.Single(reading.Suites));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing is accepted\n")]
    [InlineData("[]\n")]
    public static void NeedNotBeThere(string text) => Assert.Empty(Read(text).Diagnostics);

    [Theory]
    [InlineData("suite: support", "(1,1): error EG1008: a waivers file is a list (- suite: …), found a map.")]
    [InlineData("- text", "(1,3): error EG1008: a waiver must be a map (key: value), found 'text'.")]
    [InlineData("- { metric: correct }", "(1,3): error EG1006: a waiver needs 'suite:'.")]
    [InlineData("- { suite: support, metric: corect, " + Rest + " }", "(1,29): error EG1011: no rule is about 'corect', so there is nothing to waive; there are correct, cost. Did you mean 'correct'?")]
    [InlineData("- { suite: support, metric: words, " + Rest + " }", "(1,29): error EG1011: no rule is about 'words', so there is nothing to waive; there are correct, cost.")]
    [InlineData("- { suite: support, metric: correct, slice: { lang: de }, " + Rest + " }", "(1,47): error EG1011: there is no slice attribute 'lang'; there are category, language.")]
    [InlineData("- { suite: support, metric: correct, slice: '*', " + Rest + " }", "(1,45): error EG1008: 'slice' is '*'; write one slice such as { language: de }, or leave it out for overall.")]
    [InlineData("- { suite: support, metric: correct, slice: { language: '*' }, " + Rest + " }", "(1,45): error EG1008: 'slice' is a map; write one slice such as { language: de }, or leave it out for overall.")]
    [InlineData("- { suite: support, metric: correct, ceiling: 100pp, reason: known, expires: 2027-01-31 }", "(1,47): error EG1009: a tolerance of '100pp' allows everything: 'correct' can change by 100pp at most.")]
    [InlineData("- { suite: support, metric: correct, ceiling: 8, reason: known, expires: 2027-01-31 }", "(1,47): error EG1010")]
    [InlineData("- { suite: support, metric: correct, ceiling: 8pp, reason: ' ', expires: 2027-01-31 }", "(1,60): error EG1008: 'reason' has 0 characters; 1 to 500 are allowed: why is the regression accepted?")]
    [InlineData("- { suite: support, metric: correct, ceiling: 8pp, reason: known, expires: soon }", "(1,76): error EG1008: 'expires' is 'soon'; write the last day, such as 2027-01-31.")]
    [InlineData("- { suite: support, metric: correct, ceiling: 8pp, reason: known }", "(1,3): error EG1006: a waiver needs 'expires:'.")]
    [InlineData("- { suite: support, metric: correct, " + Rest + ", until: never }", "error EG1004: a waiver has no key 'until'")]
    [InlineData("- { suite: support, metric: correct, " + Rest + " }\n- { suite: support, metric: correct, " + Rest + " }", "(2,3): error EG1007: 'correct' in overall is waived twice: the first is on line 1. Remove one.")]
    public static void ThatIsWrongIsReportedAtItsPlace(string text, string mistake)
    {
        var reading = Read(text);

        Assert.Empty(reading.Waivers);
        Assert.Contains(mistake, Assert.Single(reading.Diagnostics).ToString(), StringComparison.Ordinal);
    }

    private static WaiversReading Read(string text) => new YamlLanguage().ReadWaivers(text, File, Suite);
}
