using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class WrittenRun
{
    private const string Text = """
        {"evalgate":"run","version":1,"suite":"support","run_id":"r1","started":"2026-10-20T09:08:07.065+00:00","dataset_hash":"d1","cases":2,"repetitions":1,"metrics":{"correct":"f1","refused":"f2"},"stack":{"prompt":"p1"},"commit":"c0ffee","machine":"Linux, X64, 2 processors","tool_version":"1.0.0","shard":"3/8"}
        {"case":"a","rep":1,"hash":"h-a","scores":{"correct":0.30000000000000004,"refused":null},"errors":[{"kind":"scorer","message":"Zeile\n„2“ \u2028","metric":"cost"}],"output":{"answer":"ä日<b>\u0007","n":1.50},"ms":1234.5678,"usage":{"input_tokens":12,"cost_usd":0.00120}}
        {"end":{"records":1,"finished":"2026-10-20T09:08:12.065+00:00","stack":{"b":"1","model":"m"}}}

        """;

    [Fact]
    public static void HasTheDocumentedForm()
    {
        using var folder = new TempFolder();

        var path = ARun.Write(folder.Path, ARun.Header, ARun.Record("a"));

        Assert.Equal(Text, File.ReadAllText(path));
    }

    [Fact]
    public static void IsTheSameUnderACommaCulture()
    {
        using var folder = new TempFolder();

        var path = CommaCulture.Outside(() => ARun.Write(folder.Path, ARun.Header, ARun.Record("a")));

        Assert.Equal(Text, File.ReadAllText(path));
        Assert.Equal(1234.5678, CommaCulture.Outside(() => RunReader.Read(path)).Records[0].DurationMs);
    }

    [Fact]
    public static void IsNamedByStartInUtcAndProcess()
    {
        using var folder = new TempFolder();
        var header = ARun.Header with { Started = ARun.Start.ToOffset(TimeSpan.FromHours(5)) };

        var path = ARun.Write(folder["deep/er"], header);

        Assert.Contains("\"started\":\"2026-10-20T09:08:07.065+00:00\"", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"20261020T090807065Z-{Environment.ProcessId}.jsonl"), Path.GetFileName(path));
    }

    [Fact]
    public static void ReadsAsItWas()
    {
        using var folder = new TempFolder();
        RunRecord[] records = [ARun.Record("b"), ARun.Record("a"), ARun.Record("a", repetition: 2)];

        var path = ARun.Write(folder.Path, ARun.Header, records);
        var run = RunReader.Read(path);

        Assert.Equivalent(ARun.Header, run.Header, strict: true);
        Assert.Equivalent(ARun.End(3), run.End, strict: true);
        Assert.Equal(path, run.File);
        Assert.Equal([("b", 1), ("a", 1), ("a", 2)], run.Records.Select(r => (r.CaseId, r.Repetition)));
        Assert.All(run.Records.Zip(records), pair => AssertSame(pair.Second, pair.First));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.0)]
    [InlineData(1e-320)]
    [InlineData(double.MaxValue)]
    [InlineData(123456789.12345679)]
    public static void KeepsEveryBitOfAScore(double score)
    {
        using var folder = new TempFolder();
        var record = ARun.Record("a") with { Scores = new Dictionary<string, double?> { ["correct"] = score } };

        var read = RunReader.Read(ARun.Write(folder.Path, ARun.Header, record)).Records[0].Scores["correct"];

        Assert.Equal(BitConverter.DoubleToInt64Bits(score), BitConverter.DoubleToInt64Bits(read!.Value));
    }

    [Fact]
    public static void KeepsWhatTheOtherVariantTook()
    {
        using var folder = new TempFolder();
        ReferenceCall answered = new(812.5, SawVariant: true, null), failed = new(30_000, SawVariant: false, new(ErrorKind.Timeout, "no answer within 30 s"));

        var path = ARun.Write(folder.Path, ARun.Header with { Variant = "baseline" }, ARun.Record("a") with { Reference = answered }, ARun.Record("b") with { Reference = failed });
        var run = RunReader.Read(path);

        Assert.Contains("""
            "reference":{"ms":812.5,"saw_variant":true}}
            """, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(("baseline", answered, failed), (run.Header.Variant, run.Records[0].Reference, run.Records[1].Reference));
    }

    [Fact]
    public static void TellsNoOutputFromNull()
    {
        using var folder = new TempFolder();

        var run = RunReader.Read(ARun.Write(
            folder.Path, ARun.Header, ARun.Record("a") with { Output = default }, ARun.Record("b") with { Output = ARun.Json("null") }));

        Assert.Equal(JsonValueKind.Undefined, run.Records[0].Output.ValueKind);
        Assert.Equal(JsonValueKind.Null, run.Records[1].Output.ValueKind);
    }

    [Fact]
    public static void RepairsHalfASurrogatePairInWhatAModelSaid()
    {
        using var folder = new TempFolder();
        var output = ARun.Json("""{"a\ud800\n\"" : ["x\udc00\\ud\u00e9\t\/", {"ok":"\ud83d\ude00"}]}""");

        var read = RunReader.Read(ARun.Write(folder.Path, ARun.Header, ARun.Record("a") with { Output = output })).Records[0].Output;

        Assert.Equal("x\uFFFD\\udé\t/", read.GetProperty("a\uFFFD\n\"")[0].GetString());
        Assert.Equal("😀", read.GetProperty("a\uFFFD\n\"")[1].GetProperty("ok").GetString());
    }

    [Fact]
    public static void KeepsAnOutputOfFiveHundredLevelsOnOneLine()
    {
        using var folder = new TempFolder();
        using var deep = JsonDocument.Parse(string.Concat(Enumerable.Repeat("[\n", 500)) + new string(']', 500), new JsonDocumentOptions { MaxDepth = 500 });

        var path = ARun.Write(folder.Path, ARun.Header, ARun.Record("a") with { Output = deep.RootElement.Clone() });

        Assert.Equal(3, File.ReadAllLines(path).Length);
        Assert.Equal(new string('[', 500) + new string(']', 500), RunReader.Read(path).Records[0].Output.GetRawText());
    }

    private static void AssertSame(RunRecord expected, RunRecord actual)
    {
        Assert.Equivalent(expected with { Output = default }, actual with { Output = default }, strict: true);
        Assert.Equal(CanonicalJson.Text(expected.Output), CanonicalJson.Text(actual.Output));
    }
}
