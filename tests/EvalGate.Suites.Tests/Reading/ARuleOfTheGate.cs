namespace EvalGate.Suites.Tests.Reading;

public static class ARuleOfTheGate
{
    [Theory]
    [InlineData("max_drop: 2pp", "(14,5): error EG1006: a rule needs 'metric:'.")]
    [InlineData("metric: [correct], max_drop: 2pp", "(14,15): error EG1008: 'metric' must be a text or a number, found a list.")]
    [InlineData("metric: correkt, max_drop: 2pp", "(14,15): error EG1011: there is no metric 'correkt'; there are correct, grounded, refused, latency, cost, words, helpful. Did you mean 'correct'?")]
    [InlineData("metric: tone, max_drop: 2pp", "(14,15): error EG1011: there is no metric 'tone'; there are correct, grounded, refused, latency, cost, words, helpful.")]
    [InlineData("metric: correct", "(14,5): error EG1006: a rule needs exactly one of max_drop, max_rise, at_least, at_most; found none.")]
    [InlineData("metric: correct, max_drop: 2pp, at_least: 0.8", "(14,5): error EG1006: a rule needs exactly one of max_drop, max_rise, at_least, at_most; found max_drop and at_least.")]
    [InlineData("metric: correct, max_drop: [2pp]", "(14,34): error EG1008: 'max_drop' must be a text or a number, found a list.")]
    [InlineData("metric: correct, max_drop: ", "(14,35): error EG1008: 'max_drop' must be a text or a number, found nothing.")]
    [InlineData("metric: correct, maxdrop: 2pp", "(14,5): error EG1006: a rule needs exactly one of max_drop, max_rise, at_least, at_most; found none.\n(14,24): error EG1004: a rule has no key 'maxdrop'; there are at_least, at_most, decide, max_drop, max_rise, metric, slice, slices. Did you mean 'max_drop'?")]
    [InlineData("metric: correct, max_rise: 2pp", "(14,34): error EG1008: 'max_rise' does not fit 'correct', where higher is better: use 'max_drop'.")]
    [InlineData("metric: refused, max_drop: 2pp", "(14,34): error EG1008: 'max_drop' does not fit 'refused', where lower is better: use 'max_rise'.")]
    [InlineData("metric: refused, at_least: 0.1", "(14,34): error EG1008: 'at_least' does not fit 'refused', where lower is better: use 'at_most'.")]
    [InlineData("metric: correct, at_most: 0.9", "(14,33): error EG1008: 'at_most' does not fit 'correct', where higher is better: use 'at_least'.")]
    [InlineData("metric: latency, max_rise: 50", "(14,34): error EG1010: a change of a duration is judged as a factor, in an A/B session on one machine: write a share such as 10% in place of '50'.")]
    [InlineData("metric: latency, max_rise: 50ms", "(14,34): error EG1010: 'ms' is no unit of 'latency'; write a share such as 10%.")]
    [InlineData("metric: latency, max_rise: 10%, slices: 50", "(14,47): error EG1010: a change of a duration is judged as a factor, in an A/B session on one machine: write a share such as 10% in place of '50'. For 'slices', all and none are allowed too.")]
    [InlineData("metric: correct, max_drop: 2pp, decide: guess", "(14,47): error EG1008: 'decide' is 'guess'; evidence, estimate, proof are allowed.")]
    [InlineData("metric: correct, max_drop: 0pp, decide: proof", "(14,5): error EG1008: 'decide: proof' can never pass with a tolerance of 0: no number of cases shows a change of exactly nothing. Allow a little, such as 1pp.")]
    [InlineData("metric: correct, max_drop: 2pp, slices: 0pp, decide: proof", "(14,5): error EG1008: 'decide: proof' can never pass with a tolerance of 0: no number of cases shows a change of exactly nothing. Allow a little, such as 1pp.")]
    [InlineData("metric: cost, max_rise: 10%, decide: proof", """(14,5): error EG1008: 'decide: proof' can never pass: 'cost' has no range, so "no worse" cannot be shown. Use evidence.""")]
    [InlineData("metric: correct, max_drop: 2pp, slice: { langauge: de }", "(14,48): error EG1011: there is no slice attribute 'langauge'; there are category, language. Did you mean 'language'?")]
    [InlineData("metric: correct, max_drop: 2pp, slice: { langauge: de, channel: chat }", "(14,48): error EG1011: there is no slice attribute 'langauge'; there are category, language. Did you mean 'language'?\n(14,62): error EG1011: there is no slice attribute 'channel'; there are category, language.")]
    [InlineData("metric: correct, max_drop: 2pp, slice: { language: }", "(14,58): error EG1008: the value of a slice is nothing; write one text, or '*' for each.")]
    [InlineData("metric: correct, max_drop: 2pp, slice: { language: [de, en] }", "(14,58): error EG1008: the value of a slice is a list; write one text, or '*' for each.")]
    [InlineData("metric: correct, max_drop: 2pp, slice: {}", "(14,46): error EG1008: 'slice' is an empty map; write { language: de }, { language: '*' }, or '*' for every slice.")]
    [InlineData("metric: correct, max_drop: 2pp, slice: language", "(14,46): error EG1008: 'slice' is 'language'; write { language: de }, { language: '*' }, or '*' for every slice.")]
    [InlineData("metric: correct, max_drop: 2pp, slice: [language]", "(14,46): error EG1008: 'slice' is a list; write { language: de }, { language: '*' }, or '*' for every slice.")]
    [InlineData("metric: correct, max_drop: 2pp, slice: '*', slices: all", "(14,59): error EG1008: 'slices' says what a rule without 'slice' does with the slices; a rule has one of them.")]
    [InlineData("metric: correct, max_drop: 2pp, slices: some", "(14,47): error EG1010: 'some' is no tolerance; write 2pp (percentage points). For 'slices', all and none are allowed too.")]
    [InlineData("metric: correct, at_least: 0.8, slices: 5pp", "(14,47): error EG1008: 'slices' is '5pp'; for a level, all and none are allowed.")]
    public static void ThatIsWrongIsReported(string rule, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Gate(rule)));

    [Theory]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp, slice: '*' }] }", "(6,86): error EG1011: there are no slices: declare attributes under 'slices:'.")]
    [InlineData("gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp, slice: { language: de } }] }", "(6,88): error EG1011: there is no slice attribute 'language'; there are none: slice by it first.")]
    [InlineData("slices: [a, b]\ngate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp, slice: { a: x, b: y } }] }", "(7,86): error EG1011: there is no such cross: add [a, b] under 'slices:'.")]
    [InlineData("  broken: { scorer: eksact }\nslices:\n  - { name: length, of: input.x, word: { a: ..5 } }\ngate: { baseline: b.baseline.jsonl, rules: [{ metric: broken, max_drop: 2pp }, { metric: correct, max_drop: 2pp, slice: { length: a } }] }", "(6,21): error EG1011: there is no scorer 'eksact'; there are choice, contains, cost, duration, exact, json, judge, number, pairwise, refusal, regex, rouge-l, similarity, token-f1, tokens, words, or the full name of your own IScorer.\n(8,5): error EG1006: a derived slice needs exactly one of words, chars, hours, weekday, bins, matches; found none.\n(8,34): error EG1004: a slice has no key 'word'; there are bins, chars, hours, matches, name, of, weekday, words, zone. Did you mean 'words'?")]
    public static void OnWhatTheSuiteDoesNotDeclareIsReported(string part, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + part + "\n"));
}
