namespace HelpDesk.Retrieval;

/// <summary>Okapi BM25 over passages (Robertson and Zaragoza 2009).</summary>
internal sealed class Bm25
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.5;

    private readonly Dictionary<string, List<(int Document, int Count)>> _postings = [];
    private readonly int[] _lengths;
    private readonly double _meanLength;

    public Bm25(IReadOnlyList<IReadOnlyList<string>> documents)
    {
        _lengths = [.. documents.Select(terms => terms.Count)];
        _meanLength = _lengths.Average();
        for (var document = 0; document < documents.Count; document++)
        {
            foreach (var (term, count) in documents[document].CountBy(term => term))
            {
                if (!_postings.TryGetValue(term, out var posting))
                {
                    _postings.Add(term, posting = []);
                }

                posting.Add((document, count));
            }
        }
    }

    /// <summary>The score of each document, in their order.</summary>
    public IReadOnlyList<double> Scores(IEnumerable<string> query)
    {
        var scores = new double[_lengths.Length];
        foreach (var term in query.Distinct())
        {
            foreach (var (document, count) in _postings.GetValueOrDefault(term) ?? [])
            {
                scores[document] += Rarity(term) * Weight(document, count);
            }
        }

        return scores;
    }

    private double Rarity(string term)
    {
        var holders = _postings[term].Count;
        return Math.Log(1 + (_lengths.Length - holders + 0.5) / (holders + 0.5));
    }

    private double Weight(int document, int count)
    {
        var length = 1 - LengthWeight + LengthWeight * _lengths[document] / _meanLength;
        return count * (Saturation + 1) / (count + Saturation * length);
    }
}
