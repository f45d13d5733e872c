using System.Globalization;
using System.Text.Json;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Chat;

/// <summary>Reads what a judge said, and nothing that it did not say.</summary>
internal static class JudgeAnswer
{
    private static readonly string[] Members = ["reason", "score"];

    /// <exception cref="ScorerException">It is not the one JSON object that was asked for, or the grade is none.</exception>
    public static int GradeOf(string text, ValueRange scale)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var answer = document.RootElement;
            if (answer.ValueKind != JsonValueKind.Object || answer.EnumerateObject().Any(p => !Members.Contains(p.Name)))
            {
                throw Unreadable("a JSON object with 'reason' and 'score' alone is needed", text);
            }

            return answer.TryGetProperty("score", out var score) && score.ValueKind == JsonValueKind.Number && score.TryGetInt32(out var grade) && grade >= scale.Minimum && grade <= scale.Maximum
                ? grade
                : throw Unreadable(string.Create(CultureInfo.InvariantCulture, $"'score' must be a whole number from {scale.Minimum} to {scale.Maximum}"), text);
        }
        catch (JsonException)
        {
            throw Unreadable("it is not JSON", text);
        }
    }

    private static ScorerException Unreadable(string reason, string text) => new($"the judge's answer cannot be read: {reason}, found '{ShownText.Of(text)}'");
}
