using EvalGate.Model;

namespace EvalGate.Suites.Tests;

public static class HandWrittenCases
{
    [Fact]
    public static void AreTheValuesThatJsonLinesWouldHold()
    {
        var reading = CasesText.Read("""
            # Cases for the desk.
            - id: refund-1
              input: { question: "Where is my money?", asked_at: 2026-05-03T10:00:00+02:00 }
              expected:
                intent: refund
                amounts: [1, 2.50, ~]
              slices: { language: en, vip: true }

            - { id: hello, input: Hello }

            """);

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(
            [
                """{"id":"refund-1","input":{"question":"Where is my money?","asked_at":"2026-05-03T10:00:00+02:00"},"expected":{"intent":"refund","amounts":[1,2.50,null]},"slices":{"language":"en","vip":true}}""",
                """{"id":"hello","input":"Hello"}""",
            ],
            reading.Values.Select(v => Readable(v.Value.GetRawText())));
        Assert.Equal([new SourcePlace(CasesText.File, 2, 0), new(CasesText.File, 9, 0)], reading.Values.Select(v => v.Place));
    }

    [Theory]
    [InlineData("", "null")]
    [InlineData("~", "null")]
    [InlineData("null", "null")]
    [InlineData("NULL", "null")]
    [InlineData("'null'", "\"null\"")]
    [InlineData("true", "true")]
    [InlineData("False", "false")]
    [InlineData("\"true\"", "\"true\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("no", "\"no\"")]
    [InlineData("on", "\"on\"")]
    [InlineData("tRUE", "\"tRUE\"")]
    [InlineData("0", "0")]
    [InlineData("-17", "-17")]
    [InlineData("+17", "17")]
    [InlineData("1.50", "1.50")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1e3")]
    [InlineData("+1.E-3", "1E-3")]
    [InlineData("1e-40", "1e-40")]
    [InlineData("1e400", "1e400")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("0.1000000000000000000000000000000000001", "0.1000000000000000000000000000000000001")]
    [InlineData("007", "\"007\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("0o17", "\"0o17\"")]
    [InlineData("1_000", "\"1_000\"")]
    [InlineData("1:30", "\"1:30\"")]
    [InlineData("1.2.3", "\"1.2.3\"")]
    [InlineData("-", "[null]")]
    [InlineData(".", "\".\"")]
    [InlineData("1e", "\"1e\"")]
    [InlineData("2026-05-03", "\"2026-05-03\"")]
    [InlineData("'1'", "\"1\"")]
    [InlineData("\"1\"", "\"1\"")]
    [InlineData("|\n  two\n  lines\n", "\"two\\nlines\\n\"")]
    [InlineData(">\n  one\n  line\n", "\"one line\\n\"")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    public static void ReadThisValueAsThatJson(string yaml, string json) => Assert.Equal(json, CasesText.Value(yaml));

    [Theory]
    [InlineData(".nan")]
    [InlineData(".NaN")]
    [InlineData(".inf")]
    [InlineData("-.Inf")]
    [InlineData("+.INF")]
    public static void RefuseWhatIsNoNumberToCompare(string value) => Assert.Equal(
        $"(2,10): error EG1008: '{value}' is no number that can be compared. Leave the value out, or quote it when a text is meant.",
        CasesText.Mistakes($"- id: a\n  input: {value}\n"));

    [Theory]
    [InlineData("", ": error EG1106: the file has no cases. A case is an item of a list: - { id: greeting, input: Hello }.")]
    [InlineData("# none yet\n", ": error EG1106: the file has no cases. A case is an item of a list: - { id: greeting, input: Hello }.")]
    [InlineData("[]\n", ": error EG1106: the file has no cases. A case is an item of a list: - { id: greeting, input: Hello }.")]
    [InlineData("~\n", ": error EG1106: the file has no cases. A case is an item of a list: - { id: greeting, input: Hello }.")]
    [InlineData("id: a\ninput: b\n", "(1,1): error EG1008: a cases file is a list of cases (- id: …), found a map.")]
    [InlineData("hello\n", "(1,1): error EG1008: a cases file is a list of cases (- id: …), found 'hello'.")]
    [InlineData("- id: a\n  id: b\n", "(2,3): error EG1007: key 'id' is there twice: the first is on line 1. Remove one.")]
    [InlineData("- &a { id: a }\n- *a\n", "(1,3): error EG1002: anchors (&name) are not allowed. Write the value out where it is used.")]
    [InlineData("- id: !!binary aGk=\n", "(1,7): error EG1002: tags (!name) are not allowed. Remove it.")]
    [InlineData("- id: a\n---\n- id: b\n", "(2,1): error EG1002: a second document starts here; a file holds one. Remove '---', or use a file per suite.")]
    [InlineData("- id: \"\\ud83d\"\n", "(1,7): error EG1001: this is no valid YAML: While scanning a quoted scalar, found invalid Unicode surrogates.")]
    [InlineData("- id: a\0b\n", "(1,8): error EG1107: the file holds a zero byte, as UTF-16 does. Save the file as UTF-8.")]
    [InlineData("- id: a\n\tinput: b\n", "(2,1): error EG1001: this is no valid YAML: a tab indents here. Use spaces.")]
    public static void AreReportedWhereTheyAreNone(string text, string mistakes) => Assert.Equal(mistakes, CasesText.Mistakes(text));

    [Fact]
    public static void MayBeQuotedOrEscapedInAnyScript() =>
        Assert.Equal("日本語😀\u2028\u0007", CasesText.Read("- \"日本語\\U0001F600\\u2028\\a\"\n").Values[0].Value.GetString());

    /// <summary>The serialiser escapes the plus sign.</summary>
    private static string Readable(string json) => json.Replace("\\u002B", "+", StringComparison.Ordinal);
}
