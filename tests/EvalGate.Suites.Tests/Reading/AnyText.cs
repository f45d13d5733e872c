using CsCheck;
using EvalGate.Model;

namespace EvalGate.Suites.Tests.Reading;

/// <summary>Whatever a file holds, reading it ends in a suite or in errors: never in both, never in an exception.</summary>
public static class AnyText
{
    private const string Sound = SuiteText.Small + """
          helpful: { scorer: HelpDesk.Helpful, range: 1..5, pass: ">=4" }
          latency: { scorer: duration, must: 30s }
        components: { prompt: prompts/*.md }
        slices:
          - language
          - { name: length, of: input.question, words: { short: ..15, long: 16.. } }
          - { name: time, of: input.at, zone: Europe/Berlin, hours: { night: 22..6, day: 6..22 } }
          - [language, length]
        gate:
          baseline: support.baseline.jsonl
          rules:
            - { metric: correct, slice: { language: de }, max_drop: 3pp, decide: proof }
            - { metric: latency, at_most: 3s }
          false_alarms: 10%

        """;

    private static readonly string[] Bits =
    [
        "[", "]", "{", "}", ": ", ":", "- ", "? ", ",", "\n", "\r", "\t", "  ", "\"", "'", "|", ">", "#", "&a ", "*a", "! ", "!!str ", "%", "@", "`", "---\n", "...\n", "<<: ", "\\",
        "~", "null", "..", "-", "99999999999999999999", "1e400", ".nan", "pp", "ms", "s", "$", "(none)", "overall", "'*'", "\0", "\uD800", "\uFEFF", "\u202E", "\u2028", "😀",
    ];

    private static readonly Gen<string> Bit = Gen.Int[0, Bits.Length - 1].Select(i => Bits[i]);

    private static readonly Gen<string> Fragment =
        Gen.Select(Gen.Int[0, Sound.Length - 1], Gen.Int[1, 25], (at, length) => Sound.Substring(at, Math.Min(length, Sound.Length - at)));

    private static readonly Gen<Edit[]> Edits =
        Gen.Select(Gen.Int[0, Sound.Length], Gen.Int[0, 12], Gen.OneOf(Bit, Fragment), (at, drop, with) => new Edit(at, drop, with)).Array[1, 5];

    [Fact]
    public static void IsASuiteOrAListOfErrors() => HoldsFor(3000, edits =>
    {
        var reading = SuiteText.Read(Edited(edits));

        Assert.Equal(reading.Suite is null, reading.Diagnostics.Any(d => d.Severity == Severity.Error));
        Assert.All(reading.Diagnostics, d =>
        {
            Assert.True(d.Place is { Line: > 0, Column: > 0 }, d.ToString());
            Assert.DoesNotContain(d.Message, char.IsControl);
            Assert.InRange(d.Message.Length, 10, 700);
        });
    });

    [Fact]
    public static void IsCasesOrAListOfErrors() => HoldsFor(2000, edits =>
    {
        var reading = CasesText.Read("- " + Edited(edits).Replace("\n", "\n  ", StringComparison.Ordinal));

        Assert.True(reading.Values.Count > 0 || reading.Diagnostics.Count > 0);
    });

    [Fact]
    public static void ThatIsCutAnywhereIsSoundOrReported()
    {
        for (var length = 0; length < Sound.Length; length++)
        {
            var reading = SuiteText.Read(Sound[..length]);
            Assert.Equal(reading.Suite is null, reading.Diagnostics.Count > 0);
        }

        Assert.NotNull(SuiteText.Read(Sound).Suite);
    }

    /// <summary>CsCheck's seed fixes only its first sample; drawing all samples as one array fixes every one of them.</summary>
    private static void HoldsFor(int count, Action<Edit[]> property) =>
        Edits.Array[count].Sample(samples => Array.ForEach(samples, property), seed: "0000Ab5dXQ61", iter: 1, threads: 1);

    private static string Edited(Edit[] edits) => edits.Aggregate(Sound, (text, edit) => edit.Of(text));

    private sealed record Edit(int At, int Drop, string With)
    {
        public string Of(string text)
        {
            var at = Math.Min(At, text.Length);
            return text[..at] + With + text[Math.Min(at + Drop, text.Length)..];
        }
    }
}
