namespace EvalGate.Suites.Tests.Reading;

public static class AGateOfTheSuite
{
    [Theory]
    [InlineData("gate:", "(6,6): error EG1008: 'gate' must be a map (key: value), found nothing.")]
    [InlineData("gate: strict", "(6,7): error EG1008: 'gate' must be a map (key: value), found 'strict'.")]
    [InlineData("gate: {}", "(6,7): error EG1006: 'gate' needs 'baseline:'.\n(6,7): error EG1006: 'gate' needs 'rules:'.")]
    [InlineData("gate: { baseline: ../b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }] }", "(6,19): error EG1008: 'baseline' is '../b.baseline.jsonl': the path must not leave its folder ('..').")]
    [InlineData("gate: { baseline: b.jsonl, rules: [{ metric: correct, max_drop: 2pp }] }", "(6,19): error EG1008: 'baseline' is 'b.jsonl': the ending must be .baseline.jsonl.")]
    [InlineData("gate: { baseline: '*.baseline.jsonl', rules: [{ metric: correct, max_drop: 2pp }] }", "(6,19): error EG1008: 'baseline' is '*.baseline.jsonl': a baseline is one file, not a pattern.")]
    [InlineData("gate: { baseline: [b.baseline.jsonl], rules: [{ metric: correct, max_drop: 2pp }] }", "(6,19): error EG1008: 'baseline' must be a text or a number, found a list.")]
    [InlineData("gate: { baseline: {}, rules: [{ metric: correct, max_drop: 2pp }] }", "(6,19): error EG1006: 'baseline' needs 'branch:'.")]
    [InlineData("gate: { baseline: { branch: a..b }, rules: [{ metric: correct, max_drop: 2pp }] }", "(6,29): error EG1008: 'branch' is 'a..b'; write the name of a branch, such as main.")]
    [InlineData("gate: { baseline: { branch: main, of: x }, rules: [{ metric: correct, max_drop: 2pp }] }", "(6,35): error EG1004: 'baseline' has no key 'of'; there are branch.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [] }", "(6,44): error EG1008: 'rules' must be a list of at least one rule, found an empty list.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: { metric: correct } }", "(6,44): error EG1008: 'rules' must be a list of at least one rule, found a map.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [correct] }", "(6,45): error EG1008: a rule must be a map (key: value), found 'correct'.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], inconclusive: fail }", "(6,96): error EG1008: 'inconclusive' is 'fail'; warn, block, pass are allowed.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], inconclusive: Warn }", "(6,96): error EG1008: 'inconclusive' is 'Warn'; warn, block, pass are allowed. Did you mean 'warn'?")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], max_errors: few }", "(6,94): error EG1008: 'max_errors' is 'few'; write a number such as 3, or a share up to 100% such as 1%.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], max_errors: 101% }", "(6,94): error EG1008: 'max_errors' is '101%'; write a number such as 3, or a share up to 100% such as 1%.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], max_errors: -1 }", "(6,94): error EG1008: 'max_errors' is '-1'; write a number such as 3, or a share up to 100% such as 1%.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], false_alarms: 0.05 }", "(6,96): error EG1010: 'false_alarms' is '0.05'; write a share such as 5%.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], false_alarms: 60% }", "(6,96): error EG1009: 'false_alarms' is '60%'; 0.1% to 50% is allowed.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], anchor: '--exec=x' }", "(6,90): error EG1008: 'anchor' is '--exec=x': write a baseline file such as support.v1.baseline.jsonl, or a git tag such as v1.4.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], anchor: ../old.baseline.jsonl }", "(6,90): error EG1008: 'anchor' is '../old.baseline.jsonl': the path must not leave its folder ('..').")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }], baselin: x }", "(6,82): error EG1004: 'gate' has no key 'baselin'; there are anchor, baseline, false_alarms, inconclusive, max_errors, rules, trade. Did you mean 'baseline'?")]
    public static void ThatIsWrongIsReported(string part, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + part + "\n"));

    [Fact]
    public static void MayTakeTheBaselineOfABranch()
    {
        var gate = SuiteText.Suite(SuiteText.Small + "gate: { baseline: { branch: release/1.x }, rules: [{ metric: correct, max_drop: 2pp }] }\n").Gate!;

        Assert.Equal(("support.baseline.jsonl", "release/1.x"), (gate.Baseline, gate.BaselineBranch));
    }
}
