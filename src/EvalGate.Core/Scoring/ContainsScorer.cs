using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when the output contains texts: the expected one, all of a list, or any of a list.</summary>
internal sealed class ContainsScorer(ScorerSettings settings) : IScorer
{
    private readonly JsonPath _of = settings.Path("of")!;
    private readonly JsonPath? _expected = settings.Path("expected");
    private readonly IReadOnlyList<string> _all = settings.List("all");
    private readonly IReadOnlyList<string> _any = settings.List("any");
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
        var wanted = _expected is null ? null : ScoredValue.Optional(input, _expected);
        if (_expected is not null && wanted is null)
        {
            return new(Score.NotApplicable);
        }

        var text = ScoredValue.Text(ScoredValue.Required(input, _of));
        var found = wanted is not { } value || text.Contains(ScoredValue.Text(value), _comparison);
        return new(Score.Of(found && _all.All(t => text.Contains(t, _comparison)) && (_any.Count == 0 || _any.Any(t => text.Contains(t, _comparison)))));
    }
}
