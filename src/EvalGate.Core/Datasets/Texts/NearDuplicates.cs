using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>Finds texts that are almost the same among many, in time that grows with their number and not with its square.</summary>
/// <remarks>
/// MinHash (Broder 1997) with locality-sensitive hashing: <see cref="Bands"/> bands of <see cref="Rows"/> hashes each. Two texts whose shingles
/// have Jaccard's index J meet in a band with probability 1 − (1 − J⁵)²⁵: 0.9999 at 0.8, 0.99 at 0.7, 0.008 at 0.2. Every meeting is checked exactly,
/// so nothing is reported that is not alike.
/// </remarks>
public static class NearDuplicates
{
    /// <summary>Bands of hashes.</summary>
    public const int Bands = 25;

    /// <summary>Hashes per band.</summary>
    public const int Rows = 5;

    /// <summary>Texts that hang together by pairs at or above a similarity.</summary>
    /// <param name="texts">The shingles of each text; one without any is like no other.</param>
    /// <param name="least">The similarity, in (0, 1].</param>
    /// <returns>Indices, ascending, of each set of at least two, in the order of their first members.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<Shingles> texts, double least)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        var joined = new JoinedSets(texts.Count);
        var signatures = texts.Select(Signature).ToArray();
        for (var band = 0; band < Bands; band++)
        {
            JoinBand(texts, signatures, band, joined, least);
        }

        return joined.Sets();
    }

    private static void JoinBand(IReadOnlyList<Shingles> texts, ulong[][] signatures, int band, JoinedSets joined, double least)
    {
        int[] ids = [.. Enumerable.Range(0, texts.Count).Where(i => texts[i].Count > 0)];
        ulong[] keys = [.. ids.Select(i => signatures[i][band])];
        Array.Sort(keys, ids);
        for (var start = 0; start < ids.Length;)
        {
            var end = start + 1;
            while (end < ids.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(ids, start, end - start);
                Join(texts, ids.AsSpan(start, end - start), joined, least);
            }

            start = end;
        }
    }

    /// <summary>Within a bucket a text is compared with the sets that are there until it belongs to one: many copies of one text cost one comparison each.</summary>
    private static void Join(IReadOnlyList<Shingles> texts, ReadOnlySpan<int> bucket, JoinedSets joined, double least)
    {
        var sets = new List<List<int>>();
        foreach (var text in bucket)
        {
            List<int>? home = null;
            foreach (var set in sets)
            {
                if (joined.AreJoined(set[0], text) || IsLikeAny(texts, set, text, least))
                {
                    joined.Join(set[0], text);
                    home ??= set;
                }
            }

            if (home is null)
            {
                sets.Add([text]);
            }
            else
            {
                home.Add(text);
            }
        }
    }

    private static bool IsLikeAny(IReadOnlyList<Shingles> texts, List<int> set, int text, double least) =>
        set.Exists(other => texts[other].Similarity(texts[text]) >= least);

    private static ulong[] Signature(Shingles shingles)
    {
        var bands = new ulong[Bands];
        for (var band = 0; band < Bands; band++)
        {
            for (var row = 0; row < Rows; row++)
            {
                bands[band] = HashedReplicates.Hash(bands[band] ^ Least(shingles.Hashes, (ulong)((band * Rows) + row + 1)), 2);
            }
        }

        return bands;
    }

    private static ulong Least(ReadOnlySpan<ulong> hashes, ulong row)
    {
        var (least, factor) = (ulong.MaxValue, HashedReplicates.Hash(row, 3) | 1);
        foreach (var hash in hashes)
        {
            var mixed = (hash ^ row) * factor;
            least = Math.Min(least, mixed ^ (mixed >> 32));
        }

        return least;
    }
}
