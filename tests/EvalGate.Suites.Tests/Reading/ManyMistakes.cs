using EvalGate.Model;

namespace EvalGate.Suites.Tests.Reading;

public static class ManyMistakes
{
    private const string Text = """
        suite: support desk
        subject: HelpDesk Assistant
        cases: ../support.cases.jsonl
        repetitons: 3
        concurrency: 0
        timeout: 30
        discovery: { of: output }
        components: { prompt: /etc/passwd }
        slices:
          - language
          - language
          - { name: length, of: output.answer, words: { short: ..15, long: 10.. } }
          - [language, channel]
        metrics:
          correct: { scorer: exakt, of: output.intent }
          grounded: { scorer: token-f1, of: output.answer }
          latency: { scorer: duration, price: 3 }
          correct: { scorer: exact }
        gate:
          baseline: support.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }
            - { metric: grounded, max_drop: 2% }
            - { metric: grounded, at_least: 80% }
            - { metric: latency, at_most: 3s }
            - { metric: latency, at_most: 4s }
            - { metric: tone, max_drop: 2pp }
          max_errors: some
          anchor: v1..v2

        """;

    [Fact]
    public static void AreReportedAtOnceInTheOrderOfTheFile() => Assert.Equal(
        """
        (1,8): error EG1008: 'suite' is 'support desk'; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class.
        (2,10): error EG1008: 'subject' is 'HelpDesk Assistant'; write the full name of a class that implements IEvalSubject, such as HelpDesk.SupportAssistant.
        (3,8): error EG1008: 'cases' is '../support.cases.jsonl': the path must not leave its folder ('..').
        (4,1): error EG1004: the suite has no key 'repetitons'; there are budget, cases, components, concurrency, coverage, gate, labels, leakage, metrics, prices, repetitions, slices, snapshots, subject, suite, timeout, weights. Did you mean 'repetitions'?
        (5,14): error EG1009: 'concurrency' is 0; 1 to 1000 is allowed.
        (6,10): error EG1010: 'timeout' is '30'; write a time with its unit, such as 30s, 500ms or 2m.
        (7,1): error EG1005: 'discovery' is not supported in this version. Remove it, or update EvalGate.
        (8,23): error EG1008: component 'prompt' is '/etc/passwd': the path must be relative.
        (11,5): error EG1007: slice 'language' is there twice: the first is on line 10. Remove one.
        (12,25): error EG1008: 'of' is 'output.answer'; slices are made from the case: write a path such as input.question or expected.intent.
        (12,62): error EG1012: 'long' overlaps 'short' (line 12). A value belongs to one bin.
        (13,16): error EG1011: there is no slice attribute 'channel'; there are language, language, length.
        (15,22): error EG1011: there is no scorer 'exakt'; there are choice, contains, cost, duration, exact, json, judge, number, pairwise, refusal, regex, rouge-l, similarity, token-f1, tokens, words, or the full name of your own IScorer. Did you mean 'exact'?
        (16,13): error EG1006: metric 'grounded' needs 'expected:'.
        (17,32): error EG1005: 'price' is not supported in this version. Remove it, or update EvalGate.
        (18,3): error EG1007: key 'correct' is there twice: the first is on line 15. Remove one.
        (20,13): error EG1008: 'baseline' is 'support.jsonl': the ending must be .baseline.jsonl.
        (23,37): error EG1010: a share of a share is ambiguous: did you mean 2pp?
        (24,37): error EG1010: a level is written in the metric's own unit: did you mean 0.8?
        (26,7): error EG1013: this rule and the one on line 25 say different things about the same slices of 'latency'. Remove one, or name more of the slice.
        (27,17): error EG1011: there is no metric 'tone'; there are correct, grounded, latency.
        (28,15): error EG1008: 'max_errors' is 'some'; write a number such as 3, or a share up to 100% such as 1%.
        (29,11): error EG1008: 'anchor' is 'v1..v2': write a baseline file such as support.v1.baseline.jsonl, or a git tag such as v1.4.
        """,
        SuiteText.Mistakes(Text));

    [Fact]
    public static void CoverEveryCodeThatLeavesAFileReadable() => Assert.Equal(
        [
            DiagnosticCodes.UnknownKey, DiagnosticCodes.NotSupportedYet, DiagnosticCodes.MissingKey, DiagnosticCodes.Duplicate, DiagnosticCodes.WrongValue,
            DiagnosticCodes.OutOfRange, DiagnosticCodes.WrongUnit, DiagnosticCodes.UnknownName, DiagnosticCodes.BadBins, DiagnosticCodes.RuleTie,
        ],
        SuiteText.Read(Text).Diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public static void AreListedUpToAHundredAndCountedBeyond()
    {
        var reading = SuiteText.Read(SuiteText.Small + string.Concat(Enumerable.Range(0, 150).Select(i => $"key{i}: 1\n")));

        Assert.Equal(Enumerable.Range(6, 100), reading.Diagnostics.Take(100).Select(d => d.Place.Line));
        Assert.Equal("evals/support.eval.yaml: message EG1003: 50 more problems are not listed. Mend the first 100, then read again.", reading.Diagnostics[100].ToString());
        Assert.Null(reading.Suite);
    }
}
