using System.Text;
using CsCheck;

namespace EvalGate.Files.Tests;

public static class ACsvRow
{
    private static readonly string[] Parts = ["a", "ö", ",", "\"", "\n", "\r\n", "\r", " ", "\t", ""];
    private static readonly Gen<string> Field = Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 6].Select(string.Concat);
    private static readonly Gen<string[][]> Rows = Field.Array[2, 4].Array[0, 6];

    [Fact]
    public static void IsReadAsItWasWrittenHoweverItArrives() => Property.HoldsFor(Gen.Select(Rows, Gen.Int[1, 9], Gen.Bool), 1000, sample =>
    {
        var (rows, chunk, crlf) = sample;
        var end = crlf ? "\r\n" : "\n";
        var text = string.Join(end, rows.Select(r => string.Join(',', r.Select(Written)))) + (chunk % 2 == 0 ? end : "");

        Assert.Equal(rows, Read(text, chunk));
    });

    [Fact]
    public static void KnowsWhereItsFieldsStand()
    {
        var csv = new CsvReader(new MemoryStream(Encoding.UTF8.GetBytes("a,b\n\n\"ä\nö\",\"x\",y\nz,1\n")), ',', 100);

        csv.Next();
        Assert.Equal((1, (1, 3)), (csv.Line, csv.Place(1)));
        csv.Next();
        Assert.Equal((3, (3, 1), (4, 4), (4, 8)), (csv.Line, csv.Place(0), csv.Place(1), csv.Place(2)));
        csv.Next();
        Assert.Equal((5, (5, 3)), (csv.Line, csv.Place(1)));
        Assert.False(csv.Next());
        Assert.Null(csv.Fault);
    }

    private static string Written(string field) =>
        field.AsSpan().ContainsAny(",\"\n\r") || field.Length == 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static List<string[]> Read(string text, int chunk)
    {
        using var stream = new Trickle(Encoding.UTF8.GetBytes(text), chunk);
        var csv = new CsvReader(stream, ',', 1000);
        var rows = new List<string[]>();
        while (csv.Next())
        {
            rows.Add([.. Enumerable.Range(0, csv.Count).Select(i => Encoding.UTF8.GetString(csv[i]))]);
        }

        Assert.Null(csv.Fault);
        return rows;
    }
}
