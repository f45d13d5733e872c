using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when the option chosen in a free answer is the expected one.</summary>
/// <remarks>
/// An option is a letter, a number or a short label. It is looked for in this order, whatever the case: the whole answer; behind "answer"
/// and a colon or "is", or behind "option" or "choice" and a colon, the last such place; a capital or a number behind one of these words; a
/// letter or number in brackets, the last one; what stands before <c>)</c>, <c>.</c> or <c>:</c> at the start. An answer in which none is found fails.
/// </remarks>
internal sealed class ChoiceScorer(JsonPath of, JsonPath expected) : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "choice",
        Summary = "Passes when the option chosen in a free answer is the expected one.",
        Settings = TextPair.Settings,
        Kind = MetricKind.Binary,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1,
        Create = s => new ChoiceScorer(s.Path("of")!, s.Path("expected")!),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        if (ScoredValue.Optional(input, expected) is not { } wanted)
        {
            return new(Score.NotApplicable);
        }

        var answer = NormalText.Of(ScoredValue.Text(ScoredValue.Required(input, of)));
        var label = LabelOf(NormalText.Of(ScoredValue.Text(wanted)));
        return new(Score.Of(label.Count > 0 && Chosen(answer, label.Count).SequenceEqual(label, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>The words of an option: <c>B</c> of "B) Paris", both words of "New York".</summary>
    private static IReadOnlyList<string> LabelOf(string expected) =>
        WordSplitter.Words(Places.Label.Match(expected) is { Success: true } match ? match.Groups["option"].Value : expected);

    private static IEnumerable<string> Chosen(string answer, int words)
    {
        var all = WordSplitter.Words(answer);
        if (all.Count <= words)
        {
            return all;
        }

        if (Places.Behind.Matches(answer) is [.., var last])
        {
            return WordSplitter.Words(answer[(last.Index + last.Length)..]).Take(words);
        }

        return WordSplitter.Words(Last(Places.Named, answer) ?? Last(Places.Bracketed, answer) ?? Last(Places.First, answer) ?? "");
    }

    private static string? Last(Regex place, string answer) => place.Matches(answer) is [.., var last] ? last.Groups["option"].Value : null;

    /// <summary>Apart from the scorer, because compiling them takes long and most runs know this scorer by its definition only.</summary>
    private static class Places
    {
        private const string Answer = "answer|antwort|réponse|respuesta|risposta|antwoord|resposta";
        private const string Option = "option|choice|wahl|choix|opción|opzione|keuze|opção";

        private const string Gap = @"[^\p{L}\p{N}:=]*";
        private const string Is = @"(?:[:=]|(?:is|ist|lautet|est|es|è|é)\b)";

        public static readonly Regex Behind = Of($@"\b(?:(?:{Answer})\b{Gap}(?:\p{{L}}+\b{Gap})?{Is}|(?:{Option})\b{Gap}[:=])");
        public static readonly Regex Named = Of($@"\b(?:{Answer}|{Option})[^\p{{L}}\p{{N}}.:]+(?<option>(?-i:[A-Z])|[0-9]+)\b");
        public static readonly Regex Bracketed = Of(@"(?:^|[^\p{L}\p{N}])[(\[](?<option>\p{L}|[0-9]{1,2})[)\]]");
        public static readonly Regex First = Of(@"^[^\p{L}\p{N}]*(?<option>[^).:]{1,60})[).:](?:\s|$)");
        public static readonly Regex Label = Of(@"^[^\p{L}\p{N}]*(?<option>\p{L}|[0-9]{1,2})[).:](?:\s|$)");

        private static Regex Of(string pattern) => BoundedRegex.Of(pattern, RegexOptions.IgnoreCase);
    }
}
