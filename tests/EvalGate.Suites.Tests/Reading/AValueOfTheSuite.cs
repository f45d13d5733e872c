namespace EvalGate.Suites.Tests.Reading;

public static class AValueOfTheSuite
{
    [Theory]
    [InlineData("suite: [support]\nsubject:\ncases: {}\nmetrics: correct\n", "(1,8): error EG1008: 'suite' must be a text or a number, found a list.\n(2,9): error EG1008: 'subject' must be a text or a number, found nothing.\n(3,8): error EG1008: 'cases' must be a text or a list of texts, found an empty map.\n(4,10): error EG1008: 'metrics' must be a map (key: value), found 'correct'.")]
    [InlineData("suite: 2fast\nsubject: Help Desk\ncases: a.csv\nmetrics: {}\n", "(1,8): error EG1008: 'suite' is '2fast'; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class.\n(2,10): error EG1008: 'subject' is 'Help Desk'; write the full name of a class that implements IEvalSubject, such as HelpDesk.SupportAssistant.\n(3,8): error EG1008: 'cases' is 'a.csv': the ending must be .jsonl or .cases.yaml.\n(4,10): error EG1006: 'metrics' is empty; name at least one.")]
    [InlineData("suite: naïve\nsubject: A.B<C>\ncases: []\nmetrics: [correct]\n", "(1,8): error EG1008: 'suite' is 'naïve'; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class.\n(2,10): error EG1008: 'subject' is 'A.B<C>'; write the full name of a class that implements IEvalSubject, such as HelpDesk.SupportAssistant.\n(3,8): error EG1008: 'cases' must be a text or a list of texts, found an empty list.\n(4,10): error EG1008: 'metrics' must be a map (key: value), found a list.")]
    [InlineData("suite: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nsubject: .A\ncases: [a.jsonl, ~, b.jsonl]\nmetrics:\n", "(1,8): error EG1008: 'suite' is 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class.\n(2,10): error EG1008: 'subject' is '.A'; write the full name of a class that implements IEvalSubject, such as HelpDesk.SupportAssistant.\n(3,18): error EG1008: 'cases' must be a text or a number, found nothing.\n(4,9): error EG1008: 'metrics' must be a map (key: value), found nothing.")]
    [InlineData("suite: \"support\\n\"\nsubject: \"A.B\\n\"\ncases: [[a.jsonl]]\nmetrics:\n  m: { scorer: duration }\n", "(1,8): error EG1008: 'suite' is 'support '; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class.\n(2,10): error EG1008: 'subject' is 'A.B '; write the full name of a class that implements IEvalSubject, such as HelpDesk.SupportAssistant.\n(3,9): error EG1008: 'cases' must be a text or a number, found a list.")]
    [InlineData("suite: support\nsubject: A.B\ncases: ../x.jsonl\nmetrics:\n  m: { scorer: duration }\n", "(3,8): error EG1008: 'cases' is '../x.jsonl': the path must not leave its folder ('..').")]
    [InlineData("suite: support\nsubject: A.B\ncases: [/x.jsonl, a/../x.jsonl, 'a\\x.jsonl', 'file:///x.jsonl', x.yaml]\nmetrics:\n  m: { scorer: duration }\n", "(3,9): error EG1008: 'cases' is '/x.jsonl': the path must be relative.\n(3,19): error EG1008: 'cases' is 'a/../x.jsonl': the path must not leave its folder ('..').\n(3,33): error EG1008: 'cases' is 'a\\x.jsonl': use '/' between folders, on Windows too.\n(3,46): error EG1008: 'cases' is 'file:///x.jsonl': the path must be relative.\n(3,65): error EG1008: 'cases' is 'x.yaml': the ending must be .jsonl or .cases.yaml.")]
    public static void OfAWholeFileIsReported(string text, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(text));

    [Theory]
    [InlineData("repetitions: many", "(6,14): error EG1008: 'repetitions' is 'many'; a whole number from 1 to 100 is needed.")]
    [InlineData("repetitions: 0", "(6,14): error EG1009: 'repetitions' is 0; 1 to 100 is allowed.")]
    [InlineData("repetitions: 101", "(6,14): error EG1009: 'repetitions' is 101; 1 to 100 is allowed.")]
    [InlineData("repetitions: 1.5", "(6,14): error EG1008: 'repetitions' is '1.5'; a whole number from 1 to 100 is needed.")]
    [InlineData("repetitions: 99999999999", "(6,14): error EG1008: 'repetitions' is '99999999999'; a whole number from 1 to 100 is needed.")]
    [InlineData("concurrency: -1", "(6,14): error EG1009: 'concurrency' is -1; 1 to 1000 is allowed.")]
    [InlineData("concurrency: 1001", "(6,14): error EG1009: 'concurrency' is 1001; 1 to 1000 is allowed.")]
    [InlineData("concurrency: [1]", "(6,14): error EG1008: 'concurrency' must be a text or a number, found a list.")]
    [InlineData("timeout: 30", "(6,10): error EG1010: 'timeout' is '30'; write a time with its unit, such as 30s, 500ms or 2m.")]
    [InlineData("timeout: 1w", "(6,10): error EG1010: 'timeout' is '1w'; write a time with its unit, such as 30s, 500ms or 2m.")]
    [InlineData("timeout: soon", "(6,10): error EG1010: 'timeout' is 'soon'; write a time with its unit, such as 30s, 500ms or 2m.")]
    [InlineData("timeout: 0s", "(6,10): error EG1009: 'timeout' is '0s'; 1ms to 60m is allowed.")]
    [InlineData("timeout: 61m", "(6,10): error EG1009: 'timeout' is '61m'; 1ms to 60m is allowed.")]
    [InlineData("timeout: -99999999999999s", "(6,10): error EG1009: 'timeout' is '-99999999999999s'; 1ms to 60m is allowed.")]
    [InlineData("timeout: 99999999999999999999s", "(6,10): error EG1010: 'timeout' is '99999999999999999999s'; write a time with its unit, such as 30s, 500ms or 2m.")]
    [InlineData("timeout: { s: 30 }", "(6,10): error EG1008: 'timeout' must be a text or a number, found a map.")]
    [InlineData("components: prompt.md", "(6,13): error EG1008: 'components' must be a map (key: value), found 'prompt.md'.")]
    [InlineData("components: { prompt: }", "(6,23): error EG1008: 'prompt' must be a text or a list of texts, found nothing.")]
    [InlineData("components: { 'the prompt': p.md }", "(6,15): error EG1008: 'the prompt' is no name for a component; letters, digits, '_', '.' and '-' are allowed.")]
    [InlineData("components: { prompt: { file: p.md } }", "(6,23): error EG1008: 'prompt' must be a text or a list of texts, found a map.")]
    [InlineData("""components: { prompt: ../p.md, kb: [/etc/*, 'C:/x', 'a\b'] }""", "(6,23): error EG1008: component 'prompt' is '../p.md': the path must not leave its folder ('..').\n(6,37): error EG1008: component 'kb' is '/etc/*': the path must be relative.\n(6,45): error EG1008: component 'kb' is 'C:/x': the path must be relative.\n(6,53): error EG1008: component 'kb' is 'a\\b': use '/' between folders, on Windows too.")]
    [InlineData("""components: { prompt: "a\x01.md", empty: '' }""", "(6,23): error EG1008: component 'prompt' is 'a .md': the path holds control characters.\n(6,42): error EG1008: component 'empty' is '': the path is empty.")]
    public static void ThatIsWrongIsReported(string part, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + part + "\n"));
}
