using System.Text;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse.Tests;

public static class AHostileLog
{
    private static readonly PairMap Map = AMap.Of("language") with { Metrics = [AMap.PassFail("correct"), AMap.Score("helpful", new(0, 1))] };

    private const string Sound = """{"language":"de","correct_a":true,"correct_b":1,"helpful_a":0.25,"helpful_b":"0.5"}""";

    public static TheoryData<string, string, string, int> Lines { get; } = new()
    {
        { "no JSON", "{\"language\":\"de\",", DiagnosticCodes.InvalidJson, 2 },
        { "cut off", """{"language":"de","correct_a":tr""", DiagnosticCodes.InvalidJson, 2 },
        { "no object", "[1, 2]", DiagnosticCodes.WrongField, 2 },
        { "a key twice", """{"helpful_a":1,"helpful_a":0}""", DiagnosticCodes.WrongField, 2 },
        { "a word for a number", """{"helpful_a":"high","helpful_b":1}""", DiagnosticCodes.WrongField, 2 },
        { "a list for a number", """{"helpful_a":[1],"helpful_b":1}""", DiagnosticCodes.WrongField, 2 },
        { "a list as deep as a well", $$"""{"helpful_a":{{new string('[', 200_000)}}{{new string(']', 200_000)}}}""", DiagnosticCodes.WrongField, 2 },
        { "half a character", """{"language":"\ud800"}""", DiagnosticCodes.InvalidJson, 2 },
        { "a line without end", $$"""{"language":"{{new string('x', 40_000_000)}}"}""", DiagnosticCodes.TooLarge, 0 },
    };

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public static void IsNamedByFileAndLine(string what, string line, string code, int at)
    {
        var problem = Assert.Single(Read("log.jsonl", $"{Sound}\n{line}\n").Problems);

        Assert.Equal((what, code, "log.jsonl", at), (what, problem.Code, problem.Place.File, problem.Place.Line));
        Assert.InRange(problem.Message.Length, 20, 400);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Theory]
    [InlineData("""{"language":"de","helpful_a":NaN,"helpful_b":1}""")]
    [InlineData("""{"language":"de","helpful_a":1,"helpful_b":1e400}""")]
    [InlineData("""{"language":"de","helpful_a":1,"helpful_b":"NaN"}""")]
    [InlineData("""{"language":"de","helpful_a":-0.001,"helpful_b":1}""")]
    [InlineData("""{"language":"de","helpful_a":1,"helpful_b":1.001}""")]
    [InlineData("""{"language":"de","correct_a":1,"correct_b":0.5}""")]
    public static void IsNotJudgedOnTheSoundRowsAlone(string line)
    {
        var problem = Assert.Single(Read("log.jsonl", $"{Sound}\n{line}\n").Problems);

        Assert.Equal((DiagnosticCodes.OutOfRange, "pairs.yaml"), (problem.Code, problem.Place.File));
        Assert.StartsWith("1 of 2 rows have something in ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"language":"de","extra":[[[[{"a":{}}]]]],"correct_a":false,"correct_b":false,"helpful_a":1,"helpful_b":1}""")]
    [InlineData("""{"language":"'; drop table pairs; --","correct_a":0,"correct_b":0,"helpful_a":1,"helpful_b":1}""")]
    [InlineData("""{"language":{"nested":true},"correct_a":0,"correct_b":0,"helpful_a":1,"helpful_b":1}""")]
    [InlineData("""{"language":"a\u0000b\u001f","correct_a":0,"correct_b":0,"helpful_a":1,"helpful_b":1}""")]
    public static void IsHarmlessWhereItIsOnlyText(string line) => Assert.Equal(2, Read("log.jsonl", $"{Sound}\n{line}\n").Totals!.Rows);

    [Fact]
    public static void IsRefusedWhenItIsNoUtf8()
    {
        byte[] line = [.. Encoding.ASCII.GetBytes("{\"language\":\""), 0xff, .. Encoding.ASCII.GetBytes("\"}\n")];

        Assert.Equal(DiagnosticCodes.NotUtf8, Assert.Single(Read("log.jsonl", [.. Encoding.UTF8.GetBytes(Sound + "\n"), .. line]).Problems).Code);
    }

    [Theory]
    [InlineData("empty.jsonl", "", DiagnosticCodes.NoCases)]
    [InlineData("elsewhere.jsonl", """{"other":1}""", DiagnosticCodes.MissingField)]
    [InlineData("head.csv", "language,correct_a\n", DiagnosticCodes.MissingField)]
    [InlineData("twice.csv", "language,language,correct_a,correct_b,helpful_a,helpful_b\n", DiagnosticCodes.Duplicate)]
    [InlineData("short.csv", "language,correct_a,correct_b,helpful_a,helpful_b\nde,1\n", DiagnosticCodes.InvalidCsv)]
    [InlineData("word.csv", "language,correct_a,correct_b,helpful_a,helpful_b\nde,1,1,high,1\n", DiagnosticCodes.InvalidCsv)]
    [InlineData("text.parquet", "no parquet at all", DiagnosticCodes.WrongField)]
    [InlineData("log[1].jsonl", Sound, DiagnosticCodes.WrongValue)]
    [InlineData("log.xml", Sound, DiagnosticCodes.WrongValue)]
    public static void IsRefused(string file, string text, string code) => Assert.Contains(Read(file, text).Problems, p => p.Code == code);

    [Fact]
    public static void MayHaveColumnsOfAnyName()
    {
        var text = "\"odd, \"\"name\"\"\",language,'};drop,correct_a,correct_b,helpful_a,helpful_b\n1,de,2,true,FALSE,0.5,1\n3,,4,,,0,0\n";

        var sums = Read("log.csv", text).Totals!.Sums["correct"].Slices[Slicing.Slice.Overall];

        Assert.Equal((1, 0, 1), (sums.Cases, sums.Gains, sums.Losses));
    }

    [Fact]
    public static void CannotHoldMoreMemoryThanAllowed()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 200_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{{\"language\":\"{i}-{new string('x', 100)}\",\"correct_a\":1,\"correct_b\":1,\"helpful_a\":1,\"helpful_b\":1}}\n");
        }

        try
        {
            Assert.Equal(DiagnosticCodes.TooLarge, Assert.Single(Read("log.jsonl", text.ToString(), megabytes: 32).Problems).Code);
        }
        catch (WarehouseException e)
        {
            Assert.Contains("more than 100000 combinations", e.Message, StringComparison.Ordinal);
        }
    }

    private static PairReading Read(string file, string text, int megabytes = 256) => Read(file, Encoding.UTF8.GetBytes(text), megabytes);

    private static PairReading Read(string file, byte[] bytes, int megabytes = 256)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder[file], bytes);
        return WarehouseReader.Read([new FileSource(folder.Path, [file])], Map, new() { Megabytes = megabytes, Threads = 1 });
    }
}
