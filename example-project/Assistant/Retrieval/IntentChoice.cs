namespace HelpDesk.Retrieval;

/// <summary>The topic that the best passages agree on, and the best passage of that topic.</summary>
internal sealed record IntentChoice(Intent Intent, Passage Best, double Confidence, IReadOnlyList<string> Sources)
{
    private const int Voters = 3;

    // A score this high means a confidence of one half; two or three telling words reach it.
    private const double EvenScore = 8;

    private static readonly IntentChoice Nothing = new(Intent.None, new Passage("", Intent.None, "", ""), 0, []);

    public static IntentChoice Among(IReadOnlyList<Hit> hits) =>
        hits.Take(Voters)
            .GroupBy(hit => hit.Passage.Intent)
            .OrderByDescending(topic => topic.Sum(hit => hit.Score))
            .Select(topic => Of([.. topic]))
            .FirstOrDefault(Nothing);

    private static IntentChoice Of(IReadOnlyList<Hit> topic)
    {
        var best = topic[0];
        var confidence = Math.Round(best.Score / (best.Score + EvenScore), 3);
        return new IntentChoice(best.Passage.Intent, best.Passage, confidence, [.. topic.Select(hit => hit.Passage.Id)]);
    }
}
