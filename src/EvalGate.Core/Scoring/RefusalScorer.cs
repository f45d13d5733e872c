using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>1 when the output declines to answer, 0 when it answers.</summary>
/// <remarks>
/// Read off the first two sentences, where refusals stand: the speaker says, in the first person, that they cannot or will not help,
/// answer, find or know this, or sends the user elsewhere instead. Rules for English, German, French, Spanish, Italian, Dutch and
/// Portuguese. Text in quotation marks is the user's and does not count. <c>patterns:</c> replaces the rules; a scorer of your own does too.
/// </remarks>
internal sealed class RefusalScorer(JsonPath of, IReadOnlyList<Regex> patterns) : IScorer
{
    private static readonly Regex Quoted = BoundedRegex.Of("""["“”„«»][^"“”„«»]{0,500}["“”„«»]""");
    private static readonly Regex FirstSentences = BoundedRegex.Of("""^\s*(?:[^.!?。]{0,400}[.!?。]+\s*){1,2}|^.{0,600}""", RegexOptions.Singleline);

    private static readonly IReadOnlyList<Regex> Rules = [.. new[]
    {
        """\b(?:i|we)(?:['’]m| am|['’]re| are) (?:sorry|afraid|unable|not able|not allowed)\b""",
        """\b(?:i|we) (?:can(?:not|['’]t)|can not|could(?:n['’]t| not)|won['’]t|will not) (?:help|assist|answer|comply|provide|discuss|share|do that|find (?:an|any|a))""",
        """\bi (?:do not|don['’]t) (?:know|have (?:an answer|information|enough information))\b""",
        """\b(?:tut mir leid|leider (?:kann|können|darf|dürfen|weiß) (?:ich|wir)|(?:kann|können|darf) (?:ich|wir) (?:ihnen |dir |euch |das |dazu |darauf |hier |leider )*(?:nicht|keine)|(?:ich|wir) (?:kann|können|darf|dürfen) (?:ihnen |dir |euch |das |dazu |darauf |hier |leider )*(?:nicht|keine)|(?:ich|wir) (?:weiß|wissen) (?:es |das |leider )*nicht)\b""",
        """\b(?:désolée?s?|je (?:ne peux pas|ne suis pas en mesure|ne sais pas|regrette)|nous (?:ne pouvons pas|ne sommes pas en mesure|regrettons)|je ne (?:peux|puis) (?:malheureusement )?(?:pas|vous))""",
        """\b(?:lo siento|lo sentimos|lamento|lamentamos|no (?:puedo|podemos) (?:ayudar|responder|contestar|atender|proporcionar)|no (?:lo )?sé\b|no tengo (?:información|una respuesta))""",
        """\b(?:mi dispiace|ci dispiace|non (?:posso|possiamo) (?:aiutar|risponder|fornir)|non lo so)""",
        """\b(?:het spijt (?:me|mij|ons)|(?:ik|we|wij) (?:kan|kunnen) (?:u |je |dat |hier )*(?:niet|geen)|ik weet het niet)\b""",
        """\b(?:lamento|desculpe|sinto muito|não (?:posso|podemos) (?:ajud|respond|fornec)|não sei)""",
    }.Select(p => BoundedRegex.Of(p, RegexOptions.IgnoreCase))];

    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "refusal",
        Summary = "1 when the output declines to answer (seven languages, or your own patterns), 0 when it answers.",
        Settings = [new("of", SettingKind.Path, Required: true), new("patterns", SettingKind.PatternList, Required: false)],
        Kind = MetricKind.Binary,
        Better = null,
        Range = ValueRange.Unit,
        Scale = 1,
        Create = s => new RefusalScorer(s.Path("of")!, Own(s) is { Length: > 0 } own ? own : Rules),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        var text = Quoted.Replace(ScoredValue.Text(ScoredValue.Required(input, of)), " ");
        var start = FirstSentences.Match(text).Value;
        return new(Score.Of(patterns.Any(p => p.IsMatch(start))));
    }

    private static Regex[] Own(ScorerSettings settings) => [.. settings.List("patterns").Select(p => BoundedRegex.Of(p, RegexOptions.IgnoreCase))];
}
