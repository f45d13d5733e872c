namespace HelpDesk.Reading;

/// <summary>Cuts the endings that English words take, so that "returned" and "returns" meet "return".</summary>
internal sealed class StemmingTokeniser : ITokeniser
{
    private const int ShortestStem = 3;

    // Longest first: the first ending that leaves a stem wins.
    private static readonly string[] Endings =
        ["ements", "ations", "ation", "ement", "ments", "ings", "ment", "ions", "ing", "ion", "ers", "ies", "ed", "es", "er", "ly", "s", "e", "y"];

    public IEnumerable<string> Terms(IEnumerable<string> words) => words.Select(Stem);

    private static string Stem(string word)
    {
        var ending = Endings.FirstOrDefault(end => word.EndsWith(end, StringComparison.Ordinal) && word.Length - end.Length >= ShortestStem);
        var stem = ending is null ? word : word[..^ending.Length];
        return EndsInDoubleConsonant(stem) ? stem[..^1] : stem;
    }

    private static bool EndsInDoubleConsonant(string stem) =>
        stem.Length > ShortestStem && stem[^1] == stem[^2] && !"aeiou".Contains(stem[^1], StringComparison.Ordinal);
}
