using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when the output contains texts: the expected one, all of a list, or any of a list. Not applicable where an empty text is expected.</summary>
internal sealed class ContainsScorer(ScorerSettings settings) : IScorer
{
    private readonly JsonPath _of = settings.Path("of")!;
    private readonly JsonPath? _expected = settings.Path("expected");
    private readonly IReadOnlyList<string> _all = [.. settings.List("all").Select(NormalText.Of)];
    private readonly IReadOnlyList<string> _any = [.. settings.List("any").Select(NormalText.Of)];
    private readonly StringComparison _comparison = settings.Text("ignore_case") == "false" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "contains",
        Summary = "Passes when the output contains the expected text, all texts of a list, or any of a list.",
        Settings =
        [
            new("of", SettingKind.Path, Required: true),
            new("expected", SettingKind.Path, Required: false),
            new("all", SettingKind.TextList, Required: false),
            new("any", SettingKind.TextList, Required: false),
            new("ignore_case", SettingKind.Flag, Required: false),
        ],
        NeedsOneOf = ["expected", "all", "any"],
        Kind = MetricKind.Binary,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1,
        Create = s => new ContainsScorer(s),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        var wanted = _expected is not null && ScoredValue.Optional(input, _expected) is { } value ? Normal(value) : "";
        if (_expected is not null && wanted.Length == 0)
        {
            return new(Score.NotApplicable);
        }

        var text = Normal(ScoredValue.Required(input, _of));
        return new(Score.Of(Holds(text, wanted) && _all.All(t => Holds(text, t)) && (_any.Count == 0 || _any.Any(t => Holds(text, t)))));
    }

    private bool Holds(string text, string part) => text.Contains(part, _comparison);

    private static string Normal(JsonElement value) => NormalText.Of(ScoredValue.Text(value));
}
