namespace HelpDesk.Reading;

/// <summary>Keeps each word and adds the known words at its ends: "ruecksendeetikett" also says "etikett".</summary>
/// <param name="vocabulary">The words of the knowledge base in one language.</param>
internal sealed class CompoundTokeniser(IReadOnlySet<string> vocabulary) : ITokeniser
{
    private const int ShortestPart = 4;

    public IEnumerable<string> Terms(IEnumerable<string> words) => words.SelectMany(word => Parts(word).Prepend(word));

    private IEnumerable<string> Parts(string word)
    {
        var head = LongestHead(word);
        var tail = LongestTail(word);
        return new[] { head, tail }.Where(part => part.Length > 0).Distinct();
    }

    private string LongestHead(string word)
    {
        for (var length = word.Length - ShortestPart; length >= ShortestPart; length--)
        {
            if (vocabulary.Contains(word[..length]))
            {
                return word[..length];
            }
        }

        return "";
    }

    private string LongestTail(string word)
    {
        for (var start = ShortestPart; start <= word.Length - ShortestPart; start++)
        {
            if (vocabulary.Contains(word[start..]))
            {
                return word[start..];
            }
        }

        return "";
    }
}
