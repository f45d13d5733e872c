using System.Text;
using EvalGate.Datasets;

namespace EvalGate.Core.Tests.Datasets.Leakage;

public static class ALeak
{
    private const string Question = "I bought a rucksack from you two weeks ago, but it's simply too big for me – can I return it?";

    private static readonly LeakIndex Index = new([new("a", "input.question", Question), new("b", "input.question", "short one"), new("", "canary", "2f8b6c1e-5a7d-4b0e-9d3c-77a1e0c4b912")], new());

    [Theory]
    [InlineData(Question, LeakKind.Verbatim)]
    [InlineData("Q: I BOUGHT A RUCKSACK FROM YOU TWO WEEKS AGO BUT IT'S SIMPLY TOO BIG FOR ME CAN I RETURN IT", LeakKind.Normalised)]
    [InlineData("some words\nI bought a rucksack from you\ntwo weeks ago, but it's simply too big for me\n(can I return it?) more words", LeakKind.Normalised)]
    [InlineData("I bought a rucksack from you two weeks ago, and it's simply too big for me – can I return it?", LeakKind.NearDuplicate)]
    [InlineData("a rucksack from you two weeks ago, but it's simply too big for me", LeakKind.Span)]
    [InlineData("see 2F8B6C1E 5A7D 4B0E 9D3C 77A1E0C4B912", LeakKind.Canary)]
    public static void IsOfAKind(string document, LeakKind kind) => Assert.Equal(kind, Assert.Single(Scan(document)).Kind);

    [Theory]
    [InlineData("I bought a tent from you two weeks ago")]
    [InlineData("short one")]
    [InlineData("")]
    public static void IsNotEveryLikeness(string document) => Assert.Empty(Scan(document));

    /// <summary>Contaminated words in runs of at least five, computed independently: 7 of 14.</summary>
    [Fact]
    public static void CoversTheWordsOfItsRuns()
    {
        var index = new LeakIndex([new("a", "input", "the quick brown fox jumps over the lazy dog near the river bank today")], new() { SeedWords = 5, SpanWords = 5 });
        var scanner = new LeakScanner(index);
        scanner.Begin(isJson: false, isLinewise: false);
        scanner.Feed("a quick brown fox jumps over the lazy cat near the river bank tonight"u8, isLast: true);

        var match = Assert.Single(scanner.Finish());

        Assert.Equal((14, 7, 7), (index.Lengths[0], match.Covered, match.Longest));
    }

    [Fact]
    public static void NamesTheLineAndTheWordsThere()
    {
        var leak = Assert.Single(Scan($"first\nsecond: {Question}\n"));

        Assert.Equal((2, Question.TrimEnd('?')), (leak.Line, leak.Excerpt));
        Assert.Equal((21, 1), (leak.Longest, leak.Coverage));
    }

    [Fact]
    public static void IsFoundThroughTheEscapesOfJson()
    {
        var json = "{\"q\":\"I bought a rucksack from you\\ntwo weeks ago, but it\\u0027s simply too big for me \\u2013 can I return it?\"}";

        Assert.Equal(LeakKind.Normalised, Assert.Single(Scan(json, isJson: true)).Kind);
        Assert.NotEqual(LeakKind.Normalised, Scan(json).FirstOrDefault()?.Kind);
    }

    [Fact]
    public static void IsNotPiecedTogetherFromLinesThatAreDocuments()
    {
        var halves = Question.Insert(45, "\n");

        Assert.Single(Scan(halves));
        Assert.Empty(Scan(halves, isLinewise: true));
    }

    [Fact]
    public static void IsFoundWhereverBlocksAreCut()
    {
        var bytes = Encoding.UTF8.GetBytes($"Überall größere Rucksäcke. {Question} Ende.");
        for (var block = 1; block < 40; block++)
        {
            var scanner = new LeakScanner(Index);
            scanner.Begin(isJson: false, isLinewise: false);
            var (at, end) = (0, 0);
            while (at < bytes.Length)
            {
                end = Math.Min(bytes.Length, Math.Max(end, at) + block);
                at += scanner.Feed(bytes.AsSpan(at, end - at), isLast: end == bytes.Length);
            }

            Assert.Equal(21, Assert.Single(scanner.Finish()).Longest);
        }
    }

    [Theory]
    [InlineData("ÜBERGRÖSSE ÉTÉ ЗАКАЗ НЕ ПРИШЁЛ ВЧЕРА", "übergrösse été заказ не пришёл вчера")]
    [InlineData("我的订单还没有到", "我的订单还没有到")]
    public static void KnowsOtherAlphabets(string document, string sought)
    {
        var index = new LeakIndex([new("a", "input", sought)], new());
        var scanner = new LeakScanner(index);
        scanner.Begin(isJson: false, isLinewise: false);
        scanner.Feed(Encoding.UTF8.GetBytes($"… {document}!"), isLast: true);

        Assert.Single(scanner.Finish());
    }

    [Fact]
    public static void IsControlledByWhatIsPlanted()
    {
        Assert.Equal(new(6, 6), LeakControl.Of(Index, new(Index)));
        Assert.False(LeakControl.Of(new([new("b", "input", "short one")], new()), new(Index)).Holds);
    }

    private static Leak[] Scan(string document, bool isJson = false, bool isLinewise = false)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        var scanner = new LeakScanner(Index);
        scanner.Begin(isJson, isLinewise);
        scanner.Feed(bytes, isLast: true);
        return [.. scanner.Finish().Select(m => Leak.Of(Index, m, "f", Encoding.UTF8.GetString(bytes[(int)m.Start..(int)m.End])))];
    }
}
