using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>A text as the set of its runs of words, hashed: two texts are alike as far as they share runs.</summary>
public sealed class Shingles
{
    private readonly ulong[] _sorted;

    private Shingles(ulong[] sorted) => _sorted = sorted;

    /// <summary>How many different runs there are.</summary>
    public int Count => _sorted.Length;

    internal ReadOnlySpan<ulong> Hashes => _sorted;

    /// <summary>Cuts words into overlapping runs.</summary>
    /// <param name="words">The words of a text.</param>
    /// <param name="length">Words per run, at least 1. A shorter text is one run; an empty one has none.</param>
    public static Shingles Of(IReadOnlyList<string> words, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var hashes = words.Select(HashedReplicates.Fnv1A64).ToArray();
        var runs = new HashSet<ulong>();
        for (var start = 0; start < hashes.Length && (start == 0 || start + length <= hashes.Length); start++)
        {
            var run = 0UL;
            foreach (var word in hashes.AsSpan(start, Math.Min(length, hashes.Length - start)))
            {
                run = HashedReplicates.Hash(run ^ word, 1);
            }

            runs.Add(run);
        }

        return new([.. runs.Order()]);
    }

    /// <summary>Jaccard's index: shared runs over all runs, from 0 to 1; 0 when either has none.</summary>
    /// <param name="other">The shingles of another text, of the same length.</param>
    public double Similarity(Shingles other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < _sorted.Length && j < other._sorted.Length)
        {
            var order = _sorted[i].CompareTo(other._sorted[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        var all = _sorted.Length + other._sorted.Length - shared;
        return all == 0 ? 0 : (double)shared / all;
    }
}
