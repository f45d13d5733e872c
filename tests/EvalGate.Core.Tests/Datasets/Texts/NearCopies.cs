using System.Globalization;
using EvalGate.Datasets;
using EvalGate.Statistics;

namespace EvalGate.Core.Tests.Datasets.Texts;

public static class NearCopies
{
    [Theory]
    [InlineData(0.8)]
    [InlineData(0.6)]
    public static void AreThoseThatComparingEveryPairFinds(double least)
    {
        var texts = Texts(2000, seed: 1);

        var found = NearDuplicates.Find(texts, least);

        Assert.NotEmpty(found);
        Assert.Equal(Everything(texts, least).Select(s => string.Join(',', s)), found.Select(s => string.Join(',', s)));
    }

    [Fact]
    public static void OfOneTextAreOneSet()
    {
        var text = Shingles.Of(["a", "b", "c", "d"], 2);

        Assert.Equal(Enumerable.Range(0, 5000), Assert.Single(NearDuplicates.Find([.. Enumerable.Repeat(text, 5000)], 0.9)));
    }

    [Fact]
    public static void AreNeverEmpty() => Assert.Empty(NearDuplicates.Find([Shingles.Of([], 2), Shingles.Of([], 2)], 0.5));

    [Theory]
    [InlineData("a b c d", "a b c d", 1)]
    [InlineData("a b c d", "a b c e", 0.5)]
    [InlineData("a b", "c d", 0)]
    [InlineData("a", "a", 1)]
    public static void ShareTheirRunsOfWords(string a, string b, double expected) =>
        Assert.Equal(expected, Shingles.Of(a.Split(' '), 2).Similarity(Shingles.Of(b.Split(' '), 2)), 1e-12);

    /// <summary>Broder's resemblance, computed independently: 7 of 17 runs of three words.</summary>
    [Fact]
    public static void HaveTheResemblanceOfTheirRuns() => Assert.Equal(
        7.0 / 17,
        Shingles.Of("the quick brown fox jumps over the lazy dog near the river bank today".Split(' '), 3)
            .Similarity(Shingles.Of("a quick brown fox jumps over the lazy cat near the river bank tonight".Split(' '), 3)),
        1e-12);

    /// <summary>Texts of 12 to 30 words; every fifth is an earlier one with some words changed.</summary>
    private static Shingles[] Texts(int count, int seed)
    {
        var words = new List<string[]>();
        for (var i = 0; i < count; i++)
        {
            var draw = HashedReplicates.Hash((ulong)i, seed);
            string[] text = i % 5 == 4
                ? [.. words[(int)(draw % (ulong)i)].Select((w, at) => HashedReplicates.Hash(draw, at) % 20 < draw % 4 ? Word(draw, at) : w)]
                : [.. Enumerable.Range(0, 12 + (int)(draw % 19)).Select(at => Word(draw, at))];
            words.Add(text);
        }

        return [.. words.Select(w => Shingles.Of(w, 2))];
    }

    private static string Word(ulong draw, int at) => (HashedReplicates.Hash(draw, at + 1000) % 5000).ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<IReadOnlyList<int>> Everything(Shingles[] texts, double least)
    {
        var sets = new JoinedSets(texts.Length);
        for (var i = 0; i < texts.Length; i++)
        {
            for (var j = i + 1; j < texts.Length; j++)
            {
                if (texts[i].Similarity(texts[j]) >= least)
                {
                    sets.Join(i, j);
                }
            }
        }

        return sets.Sets();
    }
}
