namespace EvalGate.Snapshots;

/// <summary>Tells a language by its small words, which every sentence has: enough to see an answer come back in another language.</summary>
internal static class SmallWords
{
    /// <summary>Fewer than this is chance: <c>die</c> is German, and an English verb.</summary>
    private const int Fewest = 2;

    private static readonly (string Language, HashSet<string> Words)[] All =
    [
        Of("en", "the and of to is are you your for with that this have be on it not can will from"),
        Of("de", "der die das und ist sind sie ihr ihre nicht ein eine einen mit für auf von zu den dem wir ich auch"),
        Of("fr", "le la les et est sont vous votre pas une un des du pour avec dans que qui nous je sur au"),
        Of("es", "el la los las y es son usted su no una un para con en que por se del al lo nos"),
        Of("it", "il la gli e è sono lei suo non una un per con di che si del alla dei nel ci"),
        Of("nl", "de het en is zijn u uw niet een voor met van dat dit op te wij ik ook naar"),
        Of("pt", "o a os as e é são você seu não uma um para com em que por se do da ao nos"),
    ];

    public static string LanguageOf(IReadOnlyCollection<string> words)
    {
        var votes = All.Select(l => (l.Language, Count: words.Count(l.Words.Contains))).OrderByDescending(v => v.Count).ToArray();
        return votes[0].Count >= Fewest && votes[0].Count > votes[1].Count ? votes[0].Language : "?";
    }

    private static (string Language, HashSet<string> Words) Of(string language, string words) => (language, new(words.Split(' '), StringComparer.Ordinal));
}
