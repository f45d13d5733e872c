using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when the number in the output is the expected one, within a tolerance.</summary>
/// <remarks>
/// A JSON number counts as it is. Of a text the last number counts; a comma or space between groups of three digits separates thousands
/// (<c>1,234.5</c>, <c>1 234</c>), a comma in front of other digit counts is a decimal comma (<c>3,5</c>). A text without a number fails.
/// </remarks>
internal sealed class NumberScorer(JsonPath of, JsonPath expected, double tolerance, double relative) : IScorer
{
    private static readonly Regex Written = BoundedRegex.Of("""[-−+]?[0-9]+(?:[  ,][0-9]{3})*(?:[.,][0-9]+)?(?:[eE][-+]?[0-9]+)?""");

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

    internal static double? Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.GetDouble();
        }

        return Written.Matches(ScoredValue.Text(value)) is [.., var last] && double.TryParse(Plain(last.Value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string Plain(string written)
    {
        var text = written.Replace('−', '-').Replace(" ", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var comma = text.LastIndexOf(',');
        var isDecimal = comma >= 0 && !text.Contains('.', StringComparison.Ordinal) && text.Length - comma - 1 != 3;
        return isDecimal ? text.Replace(',', '.') : text.Replace(",", "", StringComparison.Ordinal);
    }
}
