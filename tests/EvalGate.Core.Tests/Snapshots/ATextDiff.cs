using CsCheck;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.Snapshots;

public static class ATextDiff
{
    private static readonly Gen<string[]> Sequences = Gen.Int[0, 2].Select(i => "abc"[i].ToString()).Array[0, 12];

    [Fact]
    public static void HoldsBothTexts() => Property.HoldsFor(Gen.Select(Sequences, Sequences), 2000, pair =>
    {
        var parts = TextDiff.Of(pair.Item1, pair.Item2);

        Assert.Equal(pair.Item1, parts.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text));
        Assert.Equal(pair.Item2, parts.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text));
    });

    [Fact]
    public static void KeepsAsMuchAsCanBeKept() => Property.HoldsFor(Gen.Select(Sequences, Sequences), 1000, pair =>
        Assert.Equal(LongestCommon(pair.Item1, pair.Item2), TextDiff.Of(pair.Item1, pair.Item2).Count(p => p.Kind == DiffKind.Same)));

    [Fact]
    public static void ShowsTheWordThatChanged() => Assert.Equal(
        [new(DiffKind.Removed, "30"), new(DiffKind.Added, "14")],
        TextDiff.Words("You have 30 days.", "You have 14 days.").Where(p => p.Kind != DiffKind.Same));

    [Fact]
    public static void ShowsLines() => Assert.Equal(
        [new(DiffKind.Same, "a"), new(DiffKind.Removed, "b"), new(DiffKind.Added, "x"), new(DiffKind.Same, "c")],
        TextDiff.Lines("a\nb\nc", "a\nx\nc"));

    [Fact]
    public static void IsQuickForTextsThatShareNothing()
    {
        var before = string.Join('\n', Enumerable.Range(0, 200_000));
        var after = string.Join('\n', Enumerable.Range(0, 200_000).Select(i => -i - 1));

        Assert.Equal(400_000, TextDiff.Lines(before, after).Count);
    }

    private static int LongestCommon(string[] a, string[] b)
    {
        var best = Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1]).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : Math.Max(best[i - 1][j], best[i][j - 1]);
            }
        }

        return best[a.Length][b.Length];
    }
}
