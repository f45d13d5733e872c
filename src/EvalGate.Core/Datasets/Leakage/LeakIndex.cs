using System.Text;

namespace EvalGate.Datasets;

/// <summary>Sought texts, to be found by their runs of words. Its size depends on the texts alone.</summary>
public sealed class LeakIndex
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>A run that more texts share than this tells none of them apart and would slow everything down.</summary>
    private const int MostSharing = 64;

    private readonly ulong[] _filter;
    private readonly int _shift;
    private readonly Dictionary<ulong, List<(int Text, int Position)>> _runs = [];

    /// <summary>Builds the index.</summary>
    /// <param name="texts">What is sought; texts that are too short are left out.</param>
    /// <param name="settings">Where lines are drawn.</param>
    public LeakIndex(IEnumerable<SoughtText> texts, LeakageSettings settings)
    {
        Settings = settings;
        var all = texts.Select(t => (Text: t, Words: Words(t.Text))).ToArray();
        var kept = all.Where(t => t.Words.Count >= (t.Text.IsCanary ? settings.SeedWords : settings.ShortestText)).ToArray();
        (Texts, Lengths, TooShort) = ([.. kept.Select(t => t.Text)], [.. kept.Select(t => t.Words.Count)], all.Length - kept.Length);
        for (var text = 0; text < kept.Length; text++)
        {
            Add(text, kept[text].Words);
        }

        var bits = Math.Max(16, 4 + (int)Math.Ceiling(Math.Log2(_runs.Count + 1)));
        (_shift, _filter) = (64 - bits, new ulong[1 << (bits - 6)]);
        foreach (var run in _runs.Keys)
        {
            var slot = (run * Factor) >> _shift;
            _filter[slot >> 6] |= 1UL << (int)(slot & 63);
        }
    }

    /// <summary>Where lines are drawn.</summary>
    public LeakageSettings Settings { get; }

    /// <summary>The texts that are looked for.</summary>
    public IReadOnlyList<SoughtText> Texts { get; }

    /// <summary>How many words each has.</summary>
    public IReadOnlyList<int> Lengths { get; }

    /// <summary>How many texts are too short to be looked for.</summary>
    public int TooShort { get; }

    /// <summary>Whether a run may be one of a text's; quick, and wrong once in sixteen.</summary>
    internal bool MayHave(ulong run)
    {
        var slot = (run * Factor) >> _shift;
        return (_filter[slot >> 6] >> (int)(slot & 63) & 1) != 0;
    }

    internal List<(int Text, int Position)>? Find(ulong run) => _runs.GetValueOrDefault(run);

    /// <summary>The hash of a run: each word weighed by its place, so that it can be rolled on.</summary>
    internal static ulong Roll(ulong run, ulong word) => (run * Factor) + word;

    /// <summary>What the oldest word of a run of so many weighs when the next one comes.</summary>
    internal static ulong Weight(int words) => Enumerable.Range(0, words).Aggregate(1UL, (weight, _) => weight * Factor);

    private static List<ulong> Words(string text)
    {
        var words = new List<ulong>();
        new WordHashes<WordList>(new(words), isJson: false).Feed(Encoding.UTF8.GetBytes(text), isLast: true);
        return words;
    }

    private void Add(int text, List<ulong> words)
    {
        for (var start = 0; start + Settings.SeedWords <= words.Count; start++)
        {
            var run = words.Skip(start).Take(Settings.SeedWords).Aggregate(0UL, Roll);
            if (!_runs.TryGetValue(run, out var places))
            {
                _runs[run] = places = new(1);
            }

            if (places.Count < MostSharing)
            {
                places.Add((text, start));
            }
        }
    }

    private readonly struct WordList(List<ulong> words) : IWordSink
    {
        public void Word(ulong hash, long start, long end, int line) => words.Add(hash);

        public void LineEnd()
        {
            // Lines mean nothing inside a case.
        }
    }
}
