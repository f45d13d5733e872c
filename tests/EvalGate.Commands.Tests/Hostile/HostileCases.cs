using System.Text;

namespace EvalGate.Commands.Tests.Hostile;

/// <summary>Cases that are broken or mean harm, as JSON Lines and as YAML.</summary>
internal static class HostileCases
{
    private const string Sound = """{"id":"x","input":{"text":"y"},"expected":{"label":"odd"},"slices":{"language":"de"}}""";

    public static IEnumerable<HostileFile> All { get; } = [.. Encodings, .. Lines, .. Fields, .. Yaml];

    private static IEnumerable<HostileFile> Encodings =>
    [
        Of("empty", Damage.Bytes(), """evals/toy.cases.jsonl: error EG1106: The file has no cases. A case is one line such as {"id":"greeting","input":"Hello"}."""),
        Of("blank lines only", Damage.With("\n \n\t\n"), """evals/toy.cases.jsonl: error EG1106: The file has no cases. A case is one line such as {"id":"greeting","input":"Hello"}."""),
        Of("UTF-16, little end first", Damage.In(Encoding.Unicode), "evals/toy.cases.jsonl: error EG1107: The file is UTF-16. Save it as UTF-8."),
        Of("UTF-16, big end first, without a mark", Damage.In(Encoding.BigEndianUnicode, mark: false), "evals/toy.cases.jsonl: error EG1107: The file is UTF-16. Save it as UTF-8."),
        Of("Latin-1 in one line", path => File.AppendAllBytes(path, Encoding.Latin1.GetBytes("{\"id\":\"größe\",\"input\":1}\n")), "evals/toy.cases.jsonl(25,10): error EG1107: The line is not UTF-8. Save the file as UTF-8."),
        Of("a zero byte in a line", Damage.Append("{\"id\":\"a\0b\",\"input\":1}\n"), "evals/toy.cases.jsonl(25,9): error EG1101: Not valid JSON: '0x00' is invalid within a JSON string. The string should be correctly escaped. Each line is one JSON object."),
        Of("a byte order mark in the middle", Damage.Append("\uFEFF" + Sound + "\n"), "evals/toy.cases.jsonl(25,1): error EG1101: Not valid JSON: '0xEF' is an invalid start of a value. Each line is one JSON object."),
        Of("a folder", Damage.Folder(), "evals/toy.eval.yaml(1,8): error EG1014: 'cases: evals/toy.cases.jsonl' matches no file. Paths are relative to the suite's folder."),
        Of("a link out of the project", Damage.Link("/dev/zero"), "evals/toy.eval.yaml(1,8): error EG1014: 'cases: evals/toy.cases.jsonl' matches no file. Paths are relative to the suite's folder."),
    ];

    private static IEnumerable<HostileFile> Lines =>
    [
        Of("cut in the middle of a line", Damage.Cut(0.5), "evals/toy.cases.jsonl(13,6): error EG1101: Not valid JSON: Expected a value, but instead reached end of data. Each line is one JSON object."),
        Of("one bit flipped in a quote", Damage.Flip("\"q-07\"", 1), "evals/toy.cases.jsonl(8,8): error EG1101: Not valid JSON: 'q' is an invalid start of a value. Each line is one JSON object."),
        Of("one bit flipped in a field's name", Damage.Flip("expected\":{\"label\":\"even\"},\"slices\":{\"language\":\"en", 0), "evals/toy.cases.jsonl(13): error EG1104: There is no field 'dxpected'. Did you mean 'expected'? Valid: id, input, expected, slices, group, added, source, reviewed, status, retired, quarantine."),
        Of("two objects on a line", Damage.Append(Sound + Sound + "\n"), "evals/toy.cases.jsonl(25,86): error EG1101: Not valid JSON: '{' is invalid after a single JSON value. Expected end of data. Each line is one JSON object."),
        Of("a list around all lines", Damage.Line(1, l => "[" + l), "evals/toy.cases.jsonl(1,100): error EG1101: Not valid JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed. Each line is one JSON object."),
        Of("a comment", Damage.Append("// the end\n"), "evals/toy.cases.jsonl(25,1): error EG1101: Not valid JSON: '/' is an invalid start of a value. Each line is one JSON object."),
        Of("a number that is none", Damage.Append("{\"id\":\"x\",\"input\":NaN}\n"), "evals/toy.cases.jsonl(25,19): error EG1101: Not valid JSON: 'N' is an invalid start of a value. Each line is one JSON object."),
        Of("an infinite number", Damage.Append("{\"id\":\"x\",\"input\":-Infinity}\n"), "evals/toy.cases.jsonl(25,20): error EG1101: Not valid JSON: 'I' is invalid within a number, immediately after a sign character ('+' or '-'). Expected a digit ('0'-'9'). Each line is one JSON object."),
        Of("half a surrogate pair", Damage.Append("{\"id\":\"x\",\"input\":\"\\ud800\"}\n"), """evals/toy.cases.jsonl(25,19): error EG1105: The text has half of a surrogate pair, which is no character. Remove the lone \uD800-\uDFFF escape."""),
        Of("nested 100,000 deep", Damage.Append($"{{\"id\":\"x\",\"input\":{"[".Times(100_000)}\n"), "evals/toy.cases.jsonl(25,82): error EG1003: Nested deeper than 64 levels. Flatten the value."),
        Of("a line of 100 MB", Damage.LongLine("\n" + Sound + "\n"), "evals/toy.cases.jsonl(1): error EG1003: The line is longer than 16 MB. Split the case, or shorten its input."),
        Of("a key twice", Damage.Append("{\"id\":\"x\",\"input\":1,\"input\":2}\n"), "evals/toy.cases.jsonl(25,21): error EG1105: The key 'input' stands twice in one object. Keep one."),
        Of("the conflict of a merge", Damage.Append("<<<<<<< ours\n"), "evals/toy.cases.jsonl(25,1): error EG1101: Not valid JSON: '<' is an invalid start of a value. Each line is one JSON object."),
        Of("a thousand broken lines", Damage.Append("{}\n".Times(1000)), "evals/toy.cases.jsonl(25): error EG1102: The field 'input' is missing."),
    ];

    private static IEnumerable<HostileFile> Fields =>
    [
        Of("an id twice", Damage.Line(24, l => l.Replace("q-23", "q-00", StringComparison.Ordinal)), "evals/toy.cases.jsonl(24): error EG1103: The id 'q-00' is already used at evals/toy.cases.jsonl(1). Give this case an id of its own, or remove one of the two."),
        Of("no id", Damage.Append("{\"input\":1}\n"), "evals/toy.cases.jsonl(25): error EG1102: The field 'id' is missing."),
        Of("an id of control characters", Damage.Append("{\"id\":\"\\u001b[2J\",\"input\":1}\n"), "evals/toy.cases.jsonl(25): error EG1105: 'id' has control characters. Remove them."),
        Of("an id of 10,000 characters", Damage.Append($"{{\"id\":\"{"x".Times(10_000)}\",\"input\":1}}\n"), "evals/toy.cases.jsonl(25): error EG1105: 'id' has 10000 characters; at most 200 are allowed."),
        Of("an id that is a number", Damage.Append("{\"id\":1e999,\"input\":1}\n"), "evals/toy.cases.jsonl(25): error EG1105: 'id' is a number too large; it must be text."),
        Of("a field that nobody knows", Damage.Append("{\"id\":\"x\",\"input\":1,\"expect\":2}\n"), "evals/toy.cases.jsonl(25): error EG1104: There is no field 'expect'. Did you mean 'expected'? Valid: id, input, expected, slices, group, added, source, reviewed, status, retired, quarantine."),
        Of("a slice value beyond numbers", Damage.Append("{\"id\":\"x\",\"input\":1,\"slices\":{\"language\":1e999}}\n"), "evals/toy.cases.jsonl(25): error EG1105: 'slices.language' is a number too large; it must be text, a number, true, false, or a list of those."),
        Of("a slice value that means none", Damage.Append("{\"id\":\"x\",\"input\":1,\"slices\":{\"language\":\"(none)\"}}\n"), "evals/toy.cases.jsonl(25): error EG1105: A value of 'slices.language' is '(none)', which stands for cases that lack the attribute. Leave the attribute out."),
        Of("100,000 slice values", Damage.Append($"{{\"id\":\"x\",\"input\":{{}},\"slices\":{{\"language\":[{string.Join(',', Enumerable.Range(0, 100_000))}]}}}}\n"), "evals/toy.eval.yaml(1,8): error EG1003: the attributes and crosses make 100003 slices; 2000 are allowed. Use bins, or fewer crosses."),
        Of("a weight of its own", Damage.Append("{\"id\":\"x\",\"input\":1,\"weight\":1e9}\n"), "evals/toy.cases.jsonl(25): error EG1005: 'weight' is not supported in this version: every case counts once. Remove it."),
        Of("retired without a reason", Damage.Append("{\"id\":\"x\",\"input\":1,\"status\":\"retired\"}\n"), """evals/toy.cases.jsonl(25): error EG1102: A retired case needs "retired": {"reason": "…"}."""),
        Of("quarantined for ever", Damage.Append("{\"id\":\"x\",\"input\":1,\"quarantine\":{\"reason\":\"r\",\"expires\":\"never\"}}\n"), "evals/toy.cases.jsonl(25): error EG1105: 'quarantine.expires' is 'never'; it must be a date such as 2026-10-31."),
        Of("all retired", RetireAll, "evals/toy.eval.yaml(1,8): error EG1106: suite 'toy' has no active case in toy.cases.jsonl."),
        Of("without what the metric expects", Damage.Edit("\"expected\":{\"label\"", "\"expected\":{\"lable\""), "evals/toy.eval.yaml(9,3): error EG1015: no case has 'expected.label': 'expected' has lable. Did you mean 'lable'?"),
    ];

    private static IEnumerable<HostileFile> Yaml =>
    [
        OfYaml("empty", Damage.Bytes(), "evals/toy.cases.yaml: error EG1106: the file has no cases. A case is an item of a list: - { id: greeting, input: Hello }."),
        OfYaml("a map", Damage.With("id: a\ninput: b\n"), "evals/toy.cases.yaml(1,1): error EG1008: a cases file is a list of cases (- id: …), found a map."),
        OfYaml("an empty list", Damage.With("[]\n"), "evals/toy.cases.yaml: error EG1106: the file has no cases. A case is an item of a list: - { id: greeting, input: Hello }."),
        OfYaml("an anchor", Damage.Append("- &a { id: x, input: 1 }\n"), "evals/toy.cases.yaml(25,3): error EG1002: anchors (&name) are not allowed. Write the value out where it is used."),
        OfYaml("a type to be created", Damage.Append("- { id: x, input: !!binary aGk= }\n"), "evals/toy.cases.yaml(25,19): error EG1002: tags (!name) are not allowed. Remove it."),
        OfYaml("a second document", Damage.Append("---\n- { id: x, input: 1 }\n"), "evals/toy.cases.yaml(25,1): error EG1002: a second document starts here; a file holds one. Remove '---', or use a file per suite."),
        OfYaml("a key twice", Damage.Append("- { id: x, id: y, input: 1 }\n"), "evals/toy.cases.yaml(25,12): error EG1007: key 'id' is there twice: the first is on line 25. Remove one."),
        OfYaml("an id twice", Damage.Append("- { id: q-00, input: 1 }\n"), "evals/toy.cases.yaml(25): error EG1103: The id 'q-00' is already used at evals/toy.cases.yaml(1). Give this case an id of its own, or remove one of the two."),
        OfYaml("a number that is none", Damage.Append("- { id: x, input: .nan }\n"), "evals/toy.cases.yaml(25,19): error EG1008: '.nan' is no number that can be compared. Leave the value out, or quote it when a text is meant."),
        OfYaml("nested 100,000 deep", Damage.Append("- " + "[".Times(100_000) + "\n"), "evals/toy.cases.yaml(25,35): error EG1003: the document is too deep or too large: 32 levels and 200000 values are allowed."),
        OfYaml("a zero byte before the last case", Damage.Append("\0\n- { id: x }\n"), "evals/toy.cases.yaml(25,1): error EG1107: the file holds a zero byte, as UTF-16 does. Save the file as UTF-8."),
        OfYaml("half a surrogate pair", Damage.Append("- { id: \"\\udc00\", input: 1 }\n"), "evals/toy.cases.yaml(25,9): error EG1001: this is no valid YAML: While scanning a quoted scalar, found invalid Unicode surrogates."),
        OfYaml("Latin-1", path => File.AppendAllBytes(path, Encoding.Latin1.GetBytes("- { id: größe, input: 1 }\n")), "evals/toy.cases.yaml(25,11): error EG1107: this character is not UTF-8. Save the file as UTF-8."),
        OfYaml("UTF-16", Damage.In(Encoding.Unicode), "evals/toy.cases.yaml(1,1): error EG1107: this character is not UTF-8. Save the file as UTF-8."),
        OfYaml("cut in the middle", Damage.Cut(0.5), "evals/toy.cases.yaml(13,4): error EG1001: this is no valid YAML: While scanning a quoted scalar, found unexpected end of stream."),
        OfYaml("a case that is a text", Damage.Append("- hello\n"), """evals/toy.cases.yaml(25): error EG1105: A case is an object such as {"id":"greeting","input":"Hello"}."""),
    ];

    private static void RetireAll(string path) => File.WriteAllText(
        path,
        File.ReadAllText(path).Replace("\"input\"", "\"status\":\"retired\",\"retired\":{\"reason\":\"r\"},\"input\"", StringComparison.Ordinal));

    private static HostileFile Of(string name, Action<string> damage, string told) => new(Role.Cases, name, damage, told);

    private static HostileFile OfYaml(string name, Action<string> damage, string told) => new(Role.YamlCases, name, damage, told);
}
