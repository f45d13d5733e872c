using System.Text;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class ABrokenResultFile
{
    private const string Header = "id,language,correct,score\n";

    [Theory]
    [InlineData("", "r.jsonl: error EG1106: The file has no results.")]
    [InlineData("\n \n", "r.jsonl: error EG1106: The file has no results.")]
    [InlineData("[1]", "r.jsonl(1,1): error EG1101: Each line is one JSON object")]
    [InlineData("\"x\"", "r.jsonl(1,1): error EG1101: Each line is one JSON object")]
    [InlineData("{\"id\":\"ä\",\"correct\":NaN}", "r.jsonl(1,21): error EG1101: Not valid JSON: 'N' is an invalid start of a value.")]
    [InlineData("{\"id\":\"a\",\"correct\":1", "r.jsonl(1,22): error EG1101: Not valid JSON:")]
    [InlineData("{\"id\":\"a\"}{\"id\":\"b\"}", "r.jsonl(1,11): error EG1101: Not valid JSON:")]
    [InlineData("{\"language\":\"de\",\"correct\":1,\"score\":1}", "r.jsonl(1): error EG1102: The row has no 'id'.")]
    [InlineData("{\"id\":null,\"language\":\"de\",\"correct\":1,\"score\":1}", "r.jsonl(1): error EG1102: The row has no 'id'.")]
    [InlineData("{\"id\":\"\",\"language\":\"de\",\"correct\":1,\"score\":1}", "r.jsonl(1): error EG1102: The row has no 'id'.")]
    [InlineData("{\"id\":{\"x\":1},\"correct\":1}", "r.jsonl(1,7): error EG1105: 'id' is an object; a single value is needed.")]
    [InlineData("{\"id\":[\"a\"],\"correct\":1}", "r.jsonl(1,7): error EG1105: 'id' is a list; a single value is needed.")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\",\"correct\":1}", "r.jsonl(1,16): error EG1105: 'id' stands twice in one row.")]
    [InlineData("{\"id\":\"a\\ud800\",\"correct\":1}", "r.jsonl(1,7): error EG1105: The text has half of a surrogate pair")]
    [InlineData("{\"id\":\"a\\u0007\",\"correct\":1}", "r.jsonl(1,7): error EG1105: 'id' has control characters.")]
    [InlineData("{\"id\":\"a\\u0085\",\"correct\":1}", "r.jsonl(1,7): error EG1105: 'id' has control characters.")]
    [InlineData("{\"id\":\"a\",\"correct\":\"yes\"}", "r.jsonl(1,21): error EG1105: 'correct' is the text 'yes'; a number, true or false is needed.")]
    [InlineData("{\"id\":\"a\",\"correct\":\"1\"}", "r.jsonl(1,21): error EG1105: 'correct' is the text '1'; a number, true or false is needed.")]
    [InlineData("{\"id\":\"a\",\"correct\":1e999}", "r.jsonl(1,21): error EG1105: 'correct' is '1e999'; a number, true or false is needed.")]
    [InlineData("{\"id\":\"a\",\"correct\":1e17}", "r.jsonl(1,21): error EG1105: 'correct' is '1e17'; numbers beyond")]
    [InlineData("{\"id\":\"a\",\"score\":5.01}", "r.jsonl(1,19): error EG1105: 'score' is '5.01', outside its range 1..5.")]
    [InlineData("{\"id\":\"a\",\"score\":0}", "r.jsonl(1,19): error EG1105: 'score' is '0', outside its range 1..5.")]
    [InlineData("{\"id\":\"a\",\"language\":{}}", "r.jsonl(1,22): error EG1105: 'language' is an object")]
    [InlineData("{\"id\":\"a\",\"language\":[[\"de\"]]}", "r.jsonl(1,23): error EG1105: 'language' is a list")]
    [InlineData("{\"id\":\"a\",\"language\":\"a\\nb\"}", "r.jsonl(1,22): error EG1105: 'language' is the text 'a b': a slice value is at most 200 bytes without control characters.")]
    public static void OfJsonLinesIsReportedWithItsPlace(string text, string expected) => Reports("r.jsonl", text, expected);

    [Theory]
    [InlineData("", "r.csv: error EG1106: The file has no results.")]
    [InlineData(Header, "r.csv: error EG1106: The file has no results.")]
    [InlineData("id;language;correct;score\na;de;1;1\n", "r.csv(1,1): error EG1109: The columns are separated by ';'.")]
    [InlineData("id,language,correct,correct,score\n", "r.csv(1,21): error EG1007: There are two columns 'correct'.")]
    [InlineData(Header + "a,de,1\n", "r.csv(2): error EG1109: The row has 3 fields, the header 4.")]
    [InlineData(Header + "a,de,1,1,\n", "r.csv(2): error EG1109: The row has 5 fields, the header 4.")]
    [InlineData(Header + "a,d\"e,1,1\n", "r.csv(2,4): error EG1109: A quote stands inside a field that does not start with one.")]
    [InlineData(Header + "a,\"de\"x,1,1\n", "r.csv(2,7): error EG1109: Text stands behind a closing quote.")]
    [InlineData(Header + "a,de,1,1\n\"b,\nde,1,1\n", "r.csv(3,1): error EG1109: The quote that starts here is never closed.")]
    [InlineData(Header + "\"ä\n\",de,1,x\n", "r.csv(2,1): error EG1105: 'id' has control characters.")]
    [InlineData(Header + "\"ä\",\"d\ne\",1,1\n", "r.csv(2,5): error EG1105: 'language' is 'd e'")]
    [InlineData(Header + "ä,\"é\"\"\",yes,1\n", "r.csv(2,9): error EG1105: 'correct' is 'yes'; a number, true or false is needed.")]
    [InlineData(Header + "a,de,NaN,1\n", "r.csv(2,6): error EG1105: 'correct' is 'NaN'; a number, true or false is needed.")]
    [InlineData(Header + "a,de,Infinity,1\n", "r.csv(2,6): error EG1105: 'correct' is 'Infinity'; a number, true or false is needed.")]
    [InlineData(Header + "a,de,\"0,5\",1\n", "r.csv(2,6): error EG1105: 'correct' is '0,5'; a number, true or false is needed.")]
    [InlineData(Header + "a,de,1 000,1\n", "r.csv(2,6): error EG1105: 'correct' is '1 000'; a number, true or false is needed.")]
    [InlineData(Header + ",de,1,1\n", "r.csv(2): error EG1102: The row has no 'id'.")]
    public static void OfCommasIsReportedWithItsPlace(string text, string expected) => Reports("r.csv", text, expected);

    [Theory]
    [InlineData("r.jsonl", "{\"id\":\"a\",\"meta\":{\"language\":\"de\"},\"corect\":1,\"score\":1}")]
    [InlineData("r.csv", "id,meta.language,corect,score\na,de,1,1\n")]
    public static void SaysWhatColumnsThereAre(string name, string text)
    {
        var problems = Results.Read(name, text).Diagnostics;

        Assert.Equal(
            [
                $"{name}: error EG1011: there is no column 'correct'; there are id, meta.language, corect, score. Did you mean 'corect'?",
                $"{name}: error EG1011: there is no column 'language'; there are id, meta.language, corect, score.",
            ],
            problems.Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("r.jsonl")]
    [InlineData("r.csv")]
    public static void InAnotherEncodingIsReportedOnce(string name)
    {
        foreach (var encoding in new Encoding[] { Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(bigEndian: false, byteOrderMark: false) })
        {
            using var folder = new TempFolder();
            File.WriteAllText(folder[name], "id,language,correct,score\na,de,1,1\n", encoding);

            Assert.Equal($"{name}: error EG1107: The file is UTF-16. Save it as UTF-8.", Assert.Single(ResultReader.Read(folder.Path, [name], Results.Columns).Diagnostics).ToString());
        }
    }

    [Theory]
    [InlineData("r.jsonl", "{\"id\":\"a\",\"x\":\"\u00e9\"}", "(1,16)")]
    [InlineData("r.csv", Header + "a,\u00e9,1,1", "(2,3)")]
    public static void InLatin1IsReportedAtItsFirstByte(string name, string text, string place)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder[name], text, Encoding.Latin1);

        Assert.StartsWith($"{name}{place}: error EG1107", ResultReader.Read(folder.Path, [name], Results.Columns).Diagnostics[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public static void ListsAHundredProblemsAndCountsTheOthers()
    {
        var rows = string.Concat(Enumerable.Range(0, 250).Select(i => FormattableString.Invariant($"c{i},de,maybe,1\n")));
        var problems = Results.Read("r.csv", Header + rows).Diagnostics;

        Assert.Equal(101, problems.Count);
        Assert.Equal("r.csv: message EG1003: 150 more problems are not listed. Mend the first 100, then read again.", problems[^1].ToString());
    }

    [Fact]
    public static void SlicedByATextIsReportedOnce()
    {
        var rows = string.Concat(Enumerable.Range(0, 1200).Select(i => FormattableString.Invariant($"c{i},text {i},1,1\n")));

        Assert.Equal(
            "r.csv(1002,7): error EG1105: 'language' has more than 1000 different values: it is no slice. Slice by a column of few values, such as bins.",
            Assert.Single(Results.Read("r.csv", Header + rows).Diagnostics).ToString());
    }

    [Theory]
    [InlineData("id,language,correct,score\na,de,1,1\na,en,1,1\n", "language")]
    [InlineData("id,language,correct,score,chat\na,de,1,1,x\na,de,1,1,y\n", "chat")]
    public static void WhoseRepetitionsDisagreeAboutTheirCaseIsReported(string text, string column)
    {
        var columns = Results.Columns with { Repetitions = true, Group = column == "chat" ? column : null };

        Assert.StartsWith(
            $"r.csv(3): error EG1105: '{column}' of 'a' differs from its first repetition at r.csv(2).",
            Assert.Single(Results.Read("r.csv", text, columns).Diagnostics).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public static void IsReadNoFurtherThanALineMayBeLong()
    {
        var line = $$"""{"id":"a","x":"{{new string('x', ResultReader.LongestRow)}}"}""";
        var csv = $"{Header}\"{new string('x', ResultReader.LongestRow + 200_000)}";

        Assert.StartsWith("r.jsonl(1): error EG1003: The line is longer than 16 MB.", Results.Read("r.jsonl", line).Diagnostics[0].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("r.csv(2): error EG1109: The row is longer than 16 MB.", Assert.Single(Results.Read("r.csv", csv).Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public static void NestedTooDeepIsReported() => Reports(
        "r.jsonl",
        $$"""{"id":"a","x":{{new string('[', 100)}}{{new string(']', 100)}}}""",
        "r.jsonl(1,78): error EG1101: Not valid JSON: The maximum configured depth of 64 has been exceeded.");

    [Fact]
    public static void HasNoMoreFieldsThanAnybodyCouldName() => Reports("r.csv", new string(',', 20_000), "r.csv(1,1): error EG1109: The row has more than 10000 fields.");

    private static void Reports(string name, string text, string expected)
    {
        var columns = new ResultColumns { Scores = Results.Columns.Scores, Slices = Results.Columns.Slices, NeedsSlices = false };
        var first = Results.Read(name, text, columns).Diagnostics[0];

        Assert.Equal(Severity.Error, first.Severity);
        Assert.StartsWith(expected, first.ToString(), StringComparison.Ordinal);
    }
}
