using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when the option chosen in a free answer is the expected one.</summary>
/// <remarks>
/// An option is one letter or a short label. It is looked for in this order, case-insensitively: the whole answer is the option; the
/// option in brackets or behind "answer" and a colon or "is", the last such place; the answer's first word followed by <c>)</c>,
/// <c>.</c> or <c>:</c>. An answer in which none is found fails.
/// </remarks>
internal sealed class ChoiceScorer(JsonPath of, JsonPath expected) : IScorer
{
    private static readonly System.Text.RegularExpressions.Regex Named = BoundedRegex.Of(
        """(?:\b(?:answer|choice|option|antwort|réponse|respuesta)\b[^\p{L}\p{N}]*(?:(?:is|ist|est|es)\b)?[^\p{L}\p{N}]*|[(\[])(?<option>[\p{L}\p{N}]+)\b""",
        System.Text.RegularExpressions.RegexOptions.IgnoreCase);

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

        var chosen = Chosen(ScoredValue.Text(ScoredValue.Required(input, of)));
        return new(Score.Of(string.Equals(chosen, Bare(ScoredValue.Text(wanted)), StringComparison.OrdinalIgnoreCase)));
    }

    private static string? Chosen(string answer)
    {
        var words = WordSplitter.Words(answer);
        if (words.Count <= 1)
        {
            return words.Count == 0 ? null : words[0];
        }

        if (Named.Matches(answer) is [.., var last])
        {
            return last.Groups["option"].Value;
        }

        var start = answer.TrimStart();
        return start.StartsWith(words[0], StringComparison.Ordinal) && start.Length > words[0].Length && start[words[0].Length] is ')' or '.' or ':'
            ? words[0]
            : null;
    }

    private static string Bare(string label) => WordSplitter.Words(label) is [var word, ..] ? word : "";
}
