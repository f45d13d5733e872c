using HelpDesk.Reading;

namespace HelpDesk.Retrieval;

/// <summary>The knowledge base in one language.</summary>
internal sealed class Shelf
{
    // A word in the heading says more about a passage than one in its text.
    private const int HeadingWeight = 2;

    // What was said before counts, but what is asked now counts more.
    private const double EarlierWeight = 0.5;

    private readonly IReadOnlyList<Passage> _passages;
    private readonly IReadOnlySet<string> _stopWords;
    private readonly HashSet<string> _vocabulary;
    private readonly ITokeniser _tokeniser;
    private readonly Bm25 _index;

    public Shelf(string language, IReadOnlyList<Passage> passages, IReadOnlySet<string> stopWords, AssistantVersion version)
    {
        Language = language;
        Refusal = passages.First(passage => passage.Intent == Intent.None).Text;
        _passages = passages;
        _stopWords = stopWords;
        _vocabulary = [.. _passages.SelectMany(Telling)];
        _tokeniser = version.Tokeniser(_vocabulary);
        _index = new Bm25([.. _passages.Select(passage => _tokeniser.Terms(Telling(passage)).ToList())]);
    }

    public string Language { get; }

    public string Refusal { get; }

    /// <summary>How much the words look like this shelf's language; function words count double.</summary>
    public int Familiarity(IEnumerable<string> words) =>
        words.Sum(word => _stopWords.Contains(word) ? 2 : _vocabulary.Contains(word) ? 1 : 0);

    /// <summary>The passages that share a term with the question or, with less weight, with the message before it; best first.</summary>
    public IReadOnlyList<Hit> Search(string question, string earlier)
    {
        var now = Scores(question);
        var before = Scores(earlier);
        return
        [
            .. _passages.Select((passage, i) => new Hit(passage, now[i] + EarlierWeight * before[i]))
                .Where(hit => hit.Score > 0)
                .OrderByDescending(hit => hit.Score)
                .ThenBy(hit => hit.Passage.Id, StringComparer.Ordinal),
        ];
    }

    private IReadOnlyList<double> Scores(string text) => _index.Scores(_tokeniser.Terms(Telling(text)));

    private IEnumerable<string> Telling(Passage passage) =>
        Enumerable.Repeat(passage.Heading, HeadingWeight).Append(passage.Text).SelectMany(Telling);

    private IEnumerable<string> Telling(string text) => Words.Of(text).Where(word => !_stopWords.Contains(word));
}
