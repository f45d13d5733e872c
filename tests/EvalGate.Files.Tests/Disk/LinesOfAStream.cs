using System.Text;
using CsCheck;

namespace EvalGate.Files.Tests;

public static class LinesOfAStream
{
    private static readonly string[] Parts = ["a", "bc", "\n", "\r", "é", "xxxxxxxxxxxx", ""];
    private static readonly Gen<string> Text = Gen.Int[0, Parts.Length - 1].Select(i => Parts[i]).Array[0, 40].Select(string.Concat);

    [Fact]
    public static void AreThoseBetweenLineFeedsHoweverTheyArrive() => Gen.Select(Text, Gen.Int[1, 9]).Sample((text, chunk) =>
    {
        var expected = text.Split('\n');
        var lines = Read(text, chunk, longest: 1000);

        Assert.Equal(text.EndsWith('\n') || text.Length == 0 ? expected[..^1] : expected, lines.Select(l => l.Text));
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(l => l.Line.Number));
        Assert.All(lines.SkipLast(1), l => Assert.True(l.Line.IsTerminated));
        Assert.Equal(text.EndsWith('\n'), lines.Count > 0 && lines[^1].Line.IsTerminated);
    });

    [Fact]
    public static void AreSkippedExactlyAboveTheBound() => Gen.Select(Text, Gen.Int[1, 9]).Sample((text, chunk) =>
    {
        var lines = Read(text, chunk, longest: 8);

        Assert.All(lines.Zip(text.Split('\n')), pair =>
        {
            Assert.Equal(Encoding.UTF8.GetByteCount(pair.Second) > 8, pair.First.Line.IsTooLong);
            Assert.Equal(pair.First.Line.IsTooLong ? "" : pair.Second, pair.First.Text);
        });
    });

    private static List<(Line Line, string Text)> Read(string text, int chunk, int longest)
    {
        using var stream = new Trickle(Encoding.UTF8.GetBytes(text), chunk);
        var reader = new LineReader(stream, longest);
        var lines = new List<(Line, string)>();
        while (reader.Next() is { } line)
        {
            lines.Add((line, Encoding.UTF8.GetString(line.Bytes.Span)));
        }

        return lines;
    }
}
