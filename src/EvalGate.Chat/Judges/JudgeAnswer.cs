using System.Globalization;
using System.Text.Json;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Chat;

/// <summary>Reads what a judge said, and nothing that it did not say.</summary>
internal static class JudgeAnswer
{
    private const string Reason = "reason";

    /// <exception cref="ScorerException">It is not the one JSON object that was asked for, or the grade is none.</exception>
    public static int GradeOf(string text, ValueRange scale) => Read(text, "score", score =>
        score.ValueKind == JsonValueKind.Number && score.TryGetInt32(out var grade) && grade >= scale.Minimum && grade <= scale.Maximum
            ? grade
            : throw Unreadable(string.Create(CultureInfo.InvariantCulture, $"'score' must be a whole number from {scale.Minimum} to {scale.Maximum}"), text));

    /// <exception cref="ScorerException">It is not the one JSON object that was asked for, or names neither answer nor none.</exception>
    public static Preference PreferenceOf(string text) => Read(text, "better", better => better.ValueKind == JsonValueKind.String ? better.GetString() : null) switch
    {
        "A" => Preference.A,
        "B" => Preference.B,
        "neither" => Preference.Neither,
        _ => throw Unreadable("'better' must be A, B or neither", text),
    };

    private static T Read<T>(string text, string member, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var answer = document.RootElement;
            if (answer.ValueKind != JsonValueKind.Object || answer.EnumerateObject().Any(p => p.Name != Reason && p.Name != member))
            {
                throw Unreadable($"a JSON object with '{Reason}' and '{member}' alone is needed", text);
            }

            return read(answer.TryGetProperty(member, out var value) ? value : default);
        }
        catch (JsonException)
        {
            throw Unreadable("it is not JSON", text);
        }
    }

    private static ScorerException Unreadable(string reason, string text) => new($"the judge's answer cannot be read: {reason}, found '{ShownText.Of(text)}'");
}
