using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when the number in the output is the expected one, within a tolerance.</summary>
/// <remarks>A JSON number counts as it is, of a text the last number (<see cref="WrittenNumber"/>). A text without a number fails.</remarks>
internal sealed class NumberScorer(JsonPath of, JsonPath expected, double tolerance, double relative) : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "number",
        Summary = "Passes when the last number in the output equals the expected one, within a tolerance.",
        Settings =
        [
            .. TextPair.Settings,
            new("tolerance", SettingKind.Number, Required: false),
            new("relative", SettingKind.Number, Required: false),
        ],
        Kind = MetricKind.Binary,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1,
        Create = s => new NumberScorer(s.Path("of")!, s.Path("expected")!, s.Number("tolerance") ?? 0, s.Number("relative") ?? 0),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        if (ScoredValue.Optional(input, expected) is not { } wanted)
        {
            return new(Score.NotApplicable);
        }

        var target = Read(wanted) ?? throw new ScorerException($"'{expected}' holds no number");
        var actual = Read(ScoredValue.Required(input, of));
        return new(Score.Of(actual is { } number && Math.Abs(number - target) <= Math.Max(tolerance, relative * Math.Abs(target))));
    }

    private static double? Read(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble() : WrittenNumber.Last(ScoredValue.Text(value));
}
