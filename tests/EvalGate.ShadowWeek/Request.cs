namespace EvalGate.ShadowWeek;

/// <summary>One request to the help desk.</summary>
internal sealed record Request(string Category, string Language, string Channel, string Question)
{
    private static readonly (string, double)[] Languages = [("en", 40), ("de", 27), ("fr", 18), ("es", 18)];
    private static readonly (string, double)[] Categories = [("order-status", 35), ("refund", 32), ("shipping", 20), ("warranty", 13)];
    private static readonly (string, double)[] Channels = [("chat", 55), ("email", 35), ("phone", 10)];

    public static Request Of(Dice dice)
    {
        var (category, language, channel) = (dice.Of(Categories), dice.Of(Languages), dice.Of(Channels));
        var question = string.Join(' ', dice.Of(Words.Openings[language]), string.Format(System.Globalization.CultureInfo.InvariantCulture, dice.Of(Words.Questions[(language, category)]), dice.Of(Words.Things[language])), dice.Of(Words.Endings[language]));
        return new(category, language, channel, question);
    }
}
