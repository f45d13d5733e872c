using System.Text;
using EvalGate.Datasets;
using EvalGate.Statistics;

namespace EvalGate.Benchmarks;

/// <summary>A corpus of made-up documents, some of which hold copies of made-up cases.</summary>
internal static class LeakCorpus
{
    public const int Documents = 1_000_000;
    public const int Cases = 5_000;

    /// <summary>How each planted copy differs from its case.</summary>
    public static readonly string[] Kinds = ["exact", "re-cased", "embedded", "truncated", "edited"];

    private const int Words = 20_000;
    private const int Every = 200; // one document in so many holds a copy

    /// <summary>The cases: 12 to 40 words each.</summary>
    public static SoughtText[] Sought { get; } = Made(first: 0);

    /// <summary>As many cases that stand in no document.</summary>
    public static SoughtText[] Unplanted { get; } = Made(first: 1UL << 45);

    /// <summary>Writes the corpus; returns which case and kind is planted in which line.</summary>
    public static Dictionary<int, (int Case, int Kind)> Write(string path)
    {
        var planted = new Dictionary<int, (int, int)>();
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        for (var document = 0; document < Documents; document++)
        {
            var (seed, own) = ((ulong)document + (1UL << 40), Draw((ulong)document, 3));
            var filler = Sentence(seed, 4, 20 + (int)(own % 30));
            if (document % Every == 0)
            {
                var (text, kind) = ((int)(own % Cases), (int)(Draw(own, 5) % (ulong)Kinds.Length));
                planted[document + 1] = (text, kind);
                filler = Copy(Sought[text].Text, kind, filler);
            }

            writer.WriteLine($"{{\"text\":\"{filler}\"}}");
        }

        return planted;
    }

    /// <summary>Texts of which every fifth is the one before it with a word changed.</summary>
    public static IEnumerable<string> NearlyTwice(int count) => Enumerable.Range(0, count).Select(i =>
    {
        var words = Sentence((ulong)(i - (i % 5 == 4 ? 1 : 0)) + (1UL << 50), 6, 20).Split(' ');
        words[3] = i % 5 == 4 ? "other" : words[3];
        return string.Join(' ', words);
    });

    private static SoughtText[] Made(ulong first) =>
        [.. Enumerable.Range(0, Cases).Select(i => new SoughtText(FormattableString.Invariant($"c-{i}"), "input", Sentence(first + (ulong)i, 1, 12 + (int)(Draw(first + (ulong)i, 2) % 29))))];

    private static string Copy(string text, int kind, string filler)
    {
        var words = text.Split(' ');
        return kind switch
        {
            0 => text,
            1 => text.ToUpperInvariant().Replace(" ", ",  ", StringComparison.Ordinal),
            2 => $"{filler} {text} {filler}",
            3 => string.Join(' ', words.Take(words.Length * 9 / 10)),
            _ => string.Join(' ', words.Select((w, i) => i == words.Length / 2 ? "other" : w)),
        };
    }

    private static string Sentence(ulong seed, int stream, int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => Word(Draw(seed, stream + (i * 16)))));

    // The product of two draws makes common words common.
    private static string Word(ulong draw)
    {
        var number = (int)(((draw & 0xFFFFFFFF) % Words) * ((draw >> 32) % Words) / Words);
        var word = new StringBuilder("w");
        for (var rest = number; rest > 0; rest /= 20)
        {
            word.Append("aeioubcdfghklmnprstz"[rest % 20]);
        }

        return word.ToString();
    }

    private static ulong Draw(ulong seed, int stream) => HashedReplicates.Hash(seed, stream);
}
