using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>The words of an output and of what was expected, ready to be compared.</summary>
internal static class TextPair
{
    /// <summary>The keys of every scorer that compares an output with an expected value.</summary>
    public static IReadOnlyList<ScorerSetting> Settings { get; } =
        [new("of", SettingKind.Path, Required: true), new("expected", SettingKind.Path, Required: true)];

    /// <summary>Words in lower case; null when the case expects nothing.</summary>
    public static (IReadOnlyList<string> Output, IReadOnlyList<string> Expected)? Words(ScorerInput input, JsonPath of, JsonPath expected) =>
        ScoredValue.Optional(input, expected) is { } wanted
            ? (Normal(ScoredValue.Text(ScoredValue.Required(input, of))), Normal(ScoredValue.Text(wanted)))
            : null;

    /// <summary>Harmonic mean of precision and recall; 1 when both texts are empty, 0 when one is or nothing is shared.</summary>
    public static double F1(int shared, int output, int expected) =>
        output == 0 && expected == 0 ? 1 : shared == 0 ? 0 : 2.0 * shared / (output + expected);

    private static string[] Normal(string text) => [.. WordSplitter.Words(NormalText.Of(text)).Select(w => w.ToLowerInvariant())];
}
