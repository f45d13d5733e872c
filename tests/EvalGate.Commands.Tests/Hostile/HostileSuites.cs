using System.Text;

namespace EvalGate.Commands.Tests.Hostile;

/// <summary>Suites that are broken or mean harm.</summary>
internal static class HostileSuites
{
    public static IEnumerable<HostileFile> All { get; } = [.. Encodings, .. Hidden, .. Bombs, .. Damaged, .. Numbers, .. Paths, .. Names];

    private static IEnumerable<HostileFile> Encodings =>
    [
        Of("empty", Damage.Bytes(), "evals/toy.eval.yaml(1,1): error EG1006: the file is empty. A suite starts with 'suite:', 'subject:', 'cases:' and 'metrics:'."),
        Of("comments only", Damage.With("# soon\n"), "evals/toy.eval.yaml(1,1): error EG1006: the file is empty. A suite starts with 'suite:', 'subject:', 'cases:' and 'metrics:'."),
        Of("UTF-16, little end first", Damage.In(Encoding.Unicode), "evals/toy.eval.yaml(1,1): error EG1107: this character is not UTF-8. Save the file as UTF-8."),
        Of("UTF-16, big end first", Damage.In(Encoding.BigEndianUnicode), "evals/toy.eval.yaml(1,1): error EG1107: this character is not UTF-8. Save the file as UTF-8."),
        Of("UTF-16 without a mark", Damage.In(Encoding.Unicode, mark: false), "evals/toy.eval.yaml(1,2): error EG1107: the file holds a zero byte, as UTF-16 does. Save the file as UTF-8."),
        Of("UTF-32", Damage.In(Encoding.UTF32), "evals/toy.eval.yaml(1,1): error EG1107: this character is not UTF-8. Save the file as UTF-8."),
        Of("Latin-1", path => File.WriteAllBytes(path, Encoding.Latin1.GetBytes(AProject.Suite.Replace("- language", "- größe", StringComparison.Ordinal))), "evals/toy.eval.yaml(7,7): error EG1107: this character is not UTF-8. Save the file as UTF-8."),
        Of("compressed", Damage.Bytes(0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00), """evals/toy.eval.yaml(1,1): error EG1001: here is the invisible character U+001F. Remove it, or write "\u001f" in double quotes."""),
    ];

    private static IEnumerable<HostileFile> Hidden =>
    [
        Of("a zero byte before the gate", Damage.Edit("gate:", "\0\ngate:"), "evals/toy.eval.yaml(11,1): error EG1107: the file holds a zero byte, as UTF-16 does. Save the file as UTF-8."),
        Of("a bell in a comment", Damage.Edit("gate:", "# \a\ngate:"), """evals/toy.eval.yaml(11,3): error EG1001: here is the invisible character U+0007. Remove it, or write "\u0007" in double quotes."""),
        Of("an escape sequence of terminals", Damage.Edit("suite: toy", "suite: \u001B[2Jtoy"), """evals/toy.eval.yaml(1,8): error EG1001: here is the invisible character U+001B. Remove it, or write "\u001b" in double quotes."""),
        Of("a line end that editors do not show", Damage.Edit("gate:", "# \u2028gate:"), """evals/toy.eval.yaml(11,3): error EG1001: here is the invisible character U+2028. Remove it, or write "\u2028" in double quotes."""),
        Of("text that runs backwards in a key", Damage.Edit("slices:", "sli\u202Eces:"), "evals/toy.eval.yaml(6,1): error EG1004: the suite has no key 'sli ces'"),
        Of("text without width in a metric", Damage.Edit("{ metric: correct", "{ metric: corr\u200Bect"), "evals/toy.eval.yaml(14,17): error EG1011: there is no metric 'corr ect'; there are correct, brevity. Did you mean 'correct'?"),
        Of("half a surrogate pair", Damage.Edit("suite: toy", "suite: \"\\ud800\""), "evals/toy.eval.yaml(1,8): error EG1001: this is no valid YAML: While scanning a quoted scalar, found invalid Unicode surrogates."),
        Of("a byte order mark in the middle", Damage.Edit("gate:", "\uFEFFgate:"), "evals/toy.eval.yaml(11,1): error EG1004: the suite has no key ' gate'"),
    ];

    private static IEnumerable<HostileFile> Bombs =>
    [
        Of("a billion laughs", Damage.With("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"), "evals/toy.eval.yaml(1,4): error EG1002: anchors (&name) are not allowed. Write the value out where it is used."),
        Of("an alias alone", Damage.Edit("- language", "- *language"), "evals/toy.eval.yaml(7,5): error EG1002: aliases (*name) are not allowed. Write the value out."),
        Of("a type to be created", Damage.Edit("subject: Toy.Sorter", "subject: !!System.Diagnostics.Process Toy.Sorter"), "evals/toy.eval.yaml(2,10): error EG1002: tags (!name) are not allowed. Remove it."),
        Of("a merge key", Damage.Edit("gate:", "<<: { repetitions: 1 }\ngate:"), "evals/toy.eval.yaml(11,1): error EG1002: merge keys (<<) are not allowed. Write the keys out."),
        Of("a second document", Damage.Append("---\nsuite: other\n"), "evals/toy.eval.yaml(15,1): error EG1002: a second document starts here; a file holds one. Remove '---', or use a file per suite."),
        Of("brackets without end", Damage.Edit("- language", "- " + "[".Times(300_000)), "evals/toy.eval.yaml(7,36): error EG1003: the document is too deep or too large: 32 levels and 200000 values are allowed."),
        Of("lists in lists", Damage.Edit("- language", "- ".Times(300_000)), "evals/toy.eval.yaml(7,67): error EG1003: the document is too deep or too large: 32 levels and 200000 values are allowed."),
        Of("keys of keys", Damage.Edit("- language", "? ".Times(300_000)), "evals/toy.eval.yaml(7,67): error EG1003: the document is too deep or too large: 32 levels and 200000 values are allowed."),
        Of("a million characters", Damage.Append("#".Times(1_000_000)), "evals/toy.eval.yaml: error EG1003: the file has 1000323 characters; 1000000 are allowed. Cases belong in a .jsonl file."),
        Of("a line of 100 MB", Damage.LongLine("\n"), "evals/toy.eval.yaml: error EG1003: the file has 104857601 characters; 1000000 are allowed. Cases belong in a .jsonl file."),
        Of("more values than any suite", Damage.Append("many: [" + "a,".Times(200_001) + "]\n"), "evals/toy.eval.yaml(15,399922): error EG1003: the document is too deep or too large: 32 levels and 200000 values are allowed."),
        Of("more rules than any gate", Damage.Append("    - { metric: correct, max_drop: 2pp }\n".Times(20_000)), "evals/toy.eval.yaml(14,5): error EG1003: there are 20001 rules; 200 are allowed. Use several suites."),
        Of("more keys than anyone reads", Damage.Append(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"k{i}: 1\n"))), "evals/toy.eval.yaml(15,1): error EG1004: the suite has no key 'k0'"),
        Of("a pattern of 100,000 brackets", Damage.Edit("{ scorer: words, of: output.label }", $"{{ scorer: regex, of: output, pattern: '{"(".Times(100_000)}' }}"), "evals/toy.eval.yaml(10,50): error EG1008: 'pattern' is '((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((…'; it has 100000 characters; 10000 are allowed."),
    ];

    private static IEnumerable<HostileFile> Damaged =>
    [
        Of("cut in the middle", Damage.Cut(0.6), "evals/toy.eval.yaml(10,3): error EG1001: this is no valid YAML: While scanning a simple key, could not find expected ':'."),
        Of("cut before the gate's rules", Damage.Cut(0.88), "evals/toy.eval.yaml(13,9): error EG1008: 'rules' must be a list of at least one rule, found nothing."),
        Of("one bit flipped in a key", Damage.Flip("rules", 0), "evals/toy.eval.yaml(12,3): error EG1006: 'gate' needs 'rules:'."),
        Of("one bit flipped in a value", Damage.Flip("2pp", 3), "evals/toy.eval.yaml(14,36): error EG1010: ':pp' is no tolerance; write 2pp (percentage points)."),
        Of("a tab for an indent", Damage.Edit("  baseline", "\tbaseline"), "evals/toy.eval.yaml(12,1): error EG1001: this is no valid YAML: a tab indents here. Use spaces."),
        Of("an open quote", Damage.Edit("suite: toy", "suite: 'toy"), "evals/toy.eval.yaml(1,8): error EG1001: this is no valid YAML: While scanning a quoted scalar, found unexpected end of stream."),
        Of("an open list", Damage.Edit("cases: toy.cases.jsonl", "cases: [toy.cases.jsonl"), "evals/toy.eval.yaml(4,1): error EG1001: this is no valid YAML: a list or map before this place is not closed."),
        Of("the gate twice", Damage.Append("gate: { baseline: other.baseline.jsonl, rules: [{ metric: brevity, max_rise: 99% }] }\n"), "evals/toy.eval.yaml(15,1): error EG1007: key 'gate' is there twice: the first is on line 11. Remove one."),
        Of("a rule twice, looser", Damage.Append("    - { metric: correct, max_drop: 90pp }\n"), "evals/toy.eval.yaml(15,7): error EG1013: this rule and the one on line 14 say different things about the same slices of 'correct'. Remove one, or name more of the slice."),
        Of("a conflict of a merge", Damage.Edit("gate:", "<<<<<<< ours\ngate:"), "evals/toy.eval.yaml(11,1): error EG1001: this is no valid YAML: While parsing a block mapping, did not find expected key."),
        Of("a key of a newer version", Damage.Edit("gate:", "discovery: { of: output, policy: block }\ngate:"), "evals/toy.eval.yaml(11,1): error EG1005: 'discovery' is not supported in this version. Remove it, or update EvalGate."),
    ];

    private static IEnumerable<HostileFile> Numbers =>
    [
        Of("a billion repetitions", Damage.Edit("slices:", "repetitions: 1000000000\nslices:"), "evals/toy.eval.yaml(6,14): error EG1009: 'repetitions' is 1000000000; 1 to 100 is allowed."),
        Of("more repetitions than an integer", Damage.Edit("slices:", "repetitions: 99999999999999999999\nslices:"), "evals/toy.eval.yaml(6,14): error EG1008: 'repetitions' is '99999999999999999999'; a whole number from 1 to 100 is needed."),
        Of("a timeout beyond time", Damage.Edit("slices:", "timeout: -99999999999999999999s\nslices:"), "evals/toy.eval.yaml(6,10): error EG1010: 'timeout' is '-99999999999999999999s'; write a time with its unit, such as 30s, 500ms or 2m."),
        Of("a tolerance that is no number", Damage.Edit("2pp", "NaN"), "evals/toy.eval.yaml(14,36): error EG1010: 'NaN' is no tolerance; write 2pp (percentage points)."),
        Of("an infinite tolerance", Damage.Edit("2pp", "Infinitypp"), "evals/toy.eval.yaml(14,36): error EG1010: 'Infinitypp' is no tolerance; write 2pp (percentage points)."),
        Of("a tolerance of everything", Damage.Edit("2pp", "100pp"), "evals/toy.eval.yaml(14,36): error EG1009: a tolerance of '100pp' allows everything: 'correct' can change by 100pp at most."),
        Of("a negative tolerance", Damage.Edit("2pp", "-2pp"), "evals/toy.eval.yaml(14,36): error EG1010: '-2pp' is no tolerance; write 2pp (percentage points)."),
        Of("a tolerance beyond decimals", Damage.Edit("2pp", "79228162514264337593543950336pp"), "evals/toy.eval.yaml(14,36): error EG1010: '79228162514264337593543950336pp' is no tolerance; write 2pp (percentage points)."),
        Of("a range beyond decimals", Damage.Edit("{ scorer: words, of: output.label }", "{ scorer: Toy.Own, range: -79228162514264337593543950335..79228162514264337593543950335 }"), "evals/toy.eval.yaml(10,38): error EG1008: 'range' is '-79228162514264337593543950335..7922816251426433759354395033…'; write the least and the greatest score, such as 1..5."),
        Of("as many errors as you like", Damage.Edit("  rules:", "  max_errors: 1e9\n  rules:"), "evals/toy.eval.yaml(13,15): error EG1008: 'max_errors' is '1e9'; write a number such as 3, or a share up to 100% such as 1%."),
        Of("false alarms of 100 %", Damage.Edit("  rules:", "  false_alarms: 100%\n  rules:"), "evals/toy.eval.yaml(13,17): error EG1009: 'false_alarms' is '100%'; 0.1% to 50% is allowed."),
    ];

    private static IEnumerable<HostileFile> Paths =>
    [
        Of("cases outside the project", Damage.Edit("cases: toy.cases.jsonl", "cases: ../../toy.cases.jsonl"), "evals/toy.eval.yaml(3,8): error EG1008: 'cases' is '../../toy.cases.jsonl': the path must not leave its folder ('..')."),
        Of("cases at the root", Damage.Edit("cases: toy.cases.jsonl", "cases: /etc/cases.jsonl"), "evals/toy.eval.yaml(3,8): error EG1008: 'cases' is '/etc/cases.jsonl': the path must be relative."),
        Of("cases on a drive", Damage.Edit("cases: toy.cases.jsonl", "cases: C:/cases.jsonl"), "evals/toy.eval.yaml(3,8): error EG1008: 'cases' is 'C:/cases.jsonl': the path must be relative."),
        Of("cases on a share", Damage.Edit("cases: toy.cases.jsonl", @"cases: \\server\share\cases.jsonl"), """evals/toy.eval.yaml(3,8): error EG1008: 'cases' is '\\server\share\cases.jsonl': use '/' between folders, on Windows too."""),
        Of("cases behind a detour", Damage.Edit("cases: toy.cases.jsonl", "cases: sub/../../../etc/cases.jsonl"), "evals/toy.eval.yaml(3,8): error EG1008: 'cases' is 'sub/../../../etc/cases.jsonl': the path must not leave its folder ('..')."),
        Of("cases that are a device", Damage.Both(Damage.Edit("cases: toy.cases.jsonl", "cases: zero.cases.jsonl"), p => File.CreateSymbolicLink(p.Replace("toy.eval.yaml", "zero.cases.jsonl", StringComparison.Ordinal), "/dev/zero")), "evals/toy.eval.yaml(1,8): error EG1014: 'cases: evals/zero.cases.jsonl' matches no file. Paths are relative to the suite's folder."),
        Of("a baseline that is a pattern", Damage.Edit("toy.baseline.jsonl", "'*.baseline.jsonl'"), "evals/toy.eval.yaml(12,13): error EG1008: 'baseline' is '*.baseline.jsonl': a baseline is one file, not a pattern."),
        Of("a baseline outside the project", Damage.Edit("toy.baseline.jsonl", "../../toy.baseline.jsonl"), "evals/toy.eval.yaml(12,13): error EG1008: 'baseline' is '../../toy.baseline.jsonl': the path must not leave its folder ('..')."),
        Of("a component outside the project", Damage.Edit("prompt: prompt.md", "prompt: /etc/passwd"), "evals/toy.eval.yaml(5,11): error EG1008: component 'prompt' is '/etc/passwd': the path must be relative."),
        Of("a time zone that is a path", Damage.Edit("- language", "- language\n  - { name: t, of: input.text, hours: { a: 0..24 }, zone: ../../../etc/passwd }"), "evals/toy.eval.yaml(8,59): error EG1011: there is no time zone '../../../etc/passwd'; write an IANA name such as Europe/Berlin."),
    ];

    private static IEnumerable<HostileFile> Names =>
    [
        Of("a name that is a path", Damage.Edit("suite: toy", "suite: ../../toy"), "evals/toy.eval.yaml(1,8): error EG1008: 'suite' is '../../toy'; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class."),
        Of("a name with a line end", Damage.Edit("suite: toy", "suite: \"toy\\n\""), "evals/toy.eval.yaml(1,8): error EG1008: 'suite' is 'toy '; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class."),
        Of("a subject that is code", Damage.Edit("subject: Toy.Sorter", "subject: 'Toy.Sorter; class Evil { }'"), "evals/toy.eval.yaml(2,10): error EG1008: 'subject' is 'Toy.Sorter; class Evil { }'; write the full name of a class that implements IEvalSubject, such as HelpDesk.SupportAssistant."),
        Of("a scorer that is code", Damage.Edit("scorer: exact", "scorer: 'Toy.Own)); System.Environment.Exit(0); //'"), "evals/toy.eval.yaml(9,22): error EG1011: there is no scorer 'Toy.Own)); System.Environment.Exit(0); //'"),
        Of("a component of control characters", Damage.Edit("prompt: prompt.md", "\"\\e[2J\": prompt.md"), "evals/toy.eval.yaml(5,3): error EG1008: ' [2J' is no name for a component; letters, digits, '_', '.' and '-' are allowed."),
        Of("a rule on a slice of nobody", Damage.Edit("max_drop: 2pp", "max_drop: 2pp, slice: { language: xx }"), "evals/toy.eval.yaml(14,7): error EG1011: no case is in slice language=xx: the values of 'language' are de, en."),
    ];

    private static HostileFile Of(string name, Action<string> damage, string told) => new(Role.Suite, name, damage, told);
}
