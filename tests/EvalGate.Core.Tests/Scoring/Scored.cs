using System.Text.Json;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Scoring;

/// <summary>Scores of the built-in scorers.</summary>
internal static class Scored
{
    /// <summary>The score of an output given as JSON; <c>of</c> is the output and <c>expected</c> the expected value unless settings say otherwise.</summary>
    public static double? By(string scorer, string output, string? expected, params (string Key, string Value)[] settings) => By(Scorer(scorer, settings), new()
    {
        CaseId = "a",
        Input = ACase.Json("""{"question":"why?"}"""),
        Expected = expected is null ? default : ACase.Json(expected),
        Output = ACase.Json(output),
        Duration = TimeSpan.Zero,
    });

    /// <summary>The score of an output given as text.</summary>
    public static double? Text(string scorer, string output, string? expected, params (string Key, string Value)[] settings) =>
        By(scorer, JsonSerializer.Serialize(output), expected is null ? null : JsonSerializer.Serialize(expected), settings);

    /// <summary>The score of an output under a metric.</summary>
    public static double? By(MetricScorer scorer, ScorerInput input) => scorer.ScoreAsync(input, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>Why an output cannot be scored.</summary>
    public static string Refusal(string scorer, string output, string? expected, params (string Key, string Value)[] settings) =>
        Assert.Throws<ScorerException>(() => By(scorer, output, expected, settings)).Message;

    public static MetricScorer Scorer(string name, params (string Key, string Value)[] settings)
    {
        var definition = ScorerCatalog.Find(name)!;
        var usual = new[] { (Key: "of", Value: "output"), (Key: "expected", Value: "expected") }.Where(u => definition.Settings.Any(s => s.Key == u.Key && s.Required));
        var all = settings.Concat(usual).DistinctBy(s => s.Key).ToDictionary(s => s.Key, s => s.Value);
        return MetricScorer.BuiltIn(AMetric.PassFail("m") with { Scorer = new(name, false, all), Range = definition.Range, Scale = definition.Scale, Kind = definition.Kind });
    }
}
