using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when a pattern matches the output somewhere; bounded in time.</summary>
internal sealed class RegexScorer(JsonPath of, Regex pattern) : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "regex",
        Summary = "Passes when a .NET regular expression matches somewhere in the output.",
        Settings =
        [
            new("of", SettingKind.Path, Required: true),
            new("pattern", SettingKind.Pattern, Required: true),
            new("ignore_case", SettingKind.Flag, Required: false),
        ],
        Kind = MetricKind.Binary,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1,
        Create = s => new RegexScorer(s.Path("of")!, BoundedRegex.Of(s.Text("pattern")!, s.Flag("ignore_case") ? RegexOptions.IgnoreCase : RegexOptions.None)),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) =>
        new(Score.Of(BoundedMatch.Is(pattern, ScoredValue.Text(ScoredValue.Required(input, of)))));
}
