using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when the output is the expected value: texts after trimming and Unicode NFC, numbers by value, other JSON whatever its key order.</summary>
internal sealed class ExactScorer(JsonPath of, JsonPath expected, bool ignoreCase) : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "exact",
        Summary = "Passes when the output equals the expected value.",
        Settings = [.. TextPair.Settings, new("ignore_case", SettingKind.Flag, Required: false)],
        Kind = MetricKind.Binary,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1,
        Create = s => new ExactScorer(s.Path("of")!, s.Path("expected")!, s.Flag("ignore_case")),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        if (ScoredValue.Optional(input, expected) is not { } wanted)
        {
            return new(Score.NotApplicable);
        }

        var actual = ScoredValue.Required(input, of);
        return new(Score.Of(AreEqual(actual, wanted)));
    }

    private bool AreEqual(JsonElement actual, JsonElement wanted)
    {
        if (actual.ValueKind == JsonValueKind.Number && wanted.ValueKind == JsonValueKind.Number)
        {
            return JsonElement.DeepEquals(actual, wanted);
        }

        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return actual.ValueKind == JsonValueKind.String || wanted.ValueKind == JsonValueKind.String
            ? string.Equals(Normal(ScoredValue.Text(actual)), Normal(ScoredValue.Text(wanted)), comparison)
            : JsonElement.DeepEquals(actual, wanted);
    }

    private static string Normal(string text) => NormalText.Of(text.Trim());
}
