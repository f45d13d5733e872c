namespace EvalGate.Suites.Tests.Reading;

public static class AKeyOfTheSuite
{
    [Theory]
    [InlineData("metric: {}", "(6,1): error EG1004: the suite has no key 'metric'; there are budget, cases, components, concurrency, coverage, gate, labels, leakage, metrics, prices, repetitions, slices, snapshots, subject, suite, timeout, weights. Did you mean 'metrics'?")]
    [InlineData("Timeout: 5s", "(6,1): error EG1004: the suite has no key 'Timeout'; there are budget, cases, components, concurrency, coverage, gate, labels, leakage, metrics, prices, repetitions, slices, snapshots, subject, suite, timeout, weights. Did you mean 'timeout'?")]
    [InlineData("colour: red", "(6,1): error EG1004: the suite has no key 'colour'; there are budget, cases, components, concurrency, coverage, gate, labels, leakage, metrics, prices, repetitions, slices, snapshots, subject, suite, timeout, weights.")]
    [InlineData("discovery: on", "(6,1): error EG1005: 'discovery' is not supported in this version. Remove it, or update EvalGate.")]
    [InlineData("outcomes: 1", "(6,1): error EG1005: 'outcomes' is not supported in this version. Remove it, or update EvalGate.")]
    [InlineData("suite: other", "(6,1): error EG1007: key 'suite' is there twice: the first is on line 1. Remove one.")]
    public static void ThatIsWrongIsReported(string part, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + part + "\n"));

    [Theory]
    [InlineData("subject: A.B\ncases: a.jsonl\nmetrics:\n  m: { scorer: duration }\n", "(1,1): error EG1006: the suite needs 'suite:'.")]
    [InlineData("suite: support\nmetrics:\n  m: { scorer: duration }\n", "(1,1): error EG1006: the suite needs 'subject:'.\n(1,1): error EG1006: the suite needs 'cases:', a .jsonl file, a .cases.yaml file, or a glob.")]
    [InlineData("suite: support\nsubject: A.B\ncases: a.jsonl\n", "(1,1): error EG1006: the suite needs 'metrics:'.")]
    [InlineData("{}", "(1,1): error EG1006: the suite needs 'suite:'.\n(1,1): error EG1006: the suite needs 'subject:'.\n(1,1): error EG1006: the suite needs 'metrics:'.\n(1,1): error EG1006: the suite needs 'cases:', a .jsonl file, a .cases.yaml file, or a glob.")]
    [InlineData("", "(1,1): error EG1006: the file is empty. A suite starts with 'suite:', 'subject:', 'cases:' and 'metrics:'.")]
    [InlineData("# nothing yet\n", "(1,1): error EG1006: the file is empty. A suite starts with 'suite:', 'subject:', 'cases:' and 'metrics:'.")]
    [InlineData("- suite: support\n", "(1,1): error EG1008: the suite must be a map (key: value), found a list.")]
    [InlineData("support\n", "(1,1): error EG1008: the suite must be a map (key: value), found 'support'.")]
    [InlineData("~\n", "(1,1): error EG1008: the suite must be a map (key: value), found nothing.")]
    public static void ThatIsMissingIsReported(string text, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(text));
}
