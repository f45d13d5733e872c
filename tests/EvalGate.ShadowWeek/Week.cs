using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EvalGate.ShadowWeek;

/// <summary>
/// A week of a help desk with a candidate in the shadow. Both sides sample, so the incumbent words one answer in twelve otherwise when asked again, the candidate
/// only one in thirty. But it takes most Spanish refunds for warranty claims: one request in twenty, less than what it gains elsewhere.
/// </summary>
public static class Week
{
    private const int PairsADay = 150;
    private const double NoiseShare = 0.6;
    private const double IncumbentRewords = 1.0 / 12;
    private const double CandidateRewords = 1.0 / 30;
    private const double CandidateMistakes = 0.7;
    private const double CandidateFailures = 0.002;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly DateTimeOffset Monday = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Names and texts of the logs, one a day.</summary>
    public static IEnumerable<(string Name, string Text)> Files()
    {
        var dice = new Dice(20261116);
        for (var day = 0; day < 7; day++)
        {
            var date = Monday.AddDays(day);
            yield return (string.Create(CultureInfo.InvariantCulture, $"shadow-{date:yyyyMMdd}T000000Z-1-0001.jsonl"), Day(dice, date));
        }
    }

    private static string Day(Dice dice, DateTimeOffset date)
    {
        var text = new StringBuilder("{\"evalgate\":\"shadow\",\"version\":1}\n");
        for (var i = 0; i < PairsADay; i++)
        {
            var at = date.AddSeconds((int)((i + dice.Next()) * 86_400 / PairsADay));
            Append(text, dice, at, "candidate", i);
            if (dice.Falls(NoiseShare))
            {
                Append(text, dice, at.AddSeconds(1), "incumbent", i);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Dice dice, DateTimeOffset at, string arm, int number)
    {
        var request = Request.Of(dice);
        var id = string.Create(CultureInfo.InvariantCulture, $"{(arm == "candidate" ? 'r' : 'n')}-{at:MMdd}-{number:000}");
        text.Append(JsonSerializer.Serialize(
            new
            {
                id,
                arm,
                at = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                key = id,
                rate = 0.05,
                slices = new { category = request.Category, language = request.Language, channel = request.Channel },
                input = new { question = request.Question, channel = request.Channel },
                incumbent = Answer(request, request.Category, dice.Falls(IncumbentRewords), 700 + (600 * dice.Next())),
                shadow = arm == "incumbent" ? Answer(request, request.Category, dice.Falls(IncumbentRewords), 700 + (600 * dice.Next())) : Candidate(request, dice),
            },
            Json)).Append('\n');
    }

    private static object Candidate(Request request, Dice dice)
    {
        var isMistaken = request is { Language: "es", Category: "refund" } && dice.Falls(CandidateMistakes);
        var milliseconds = 550 + (500 * dice.Next());
        return dice.Falls(CandidateFailures) ? new { ms = 30_000, error = new { kind = "timeout" } }
            : Answer(request, isMistaken ? "warranty" : request.Category, dice.Falls(CandidateRewords), milliseconds);
    }

    private static object Answer(Request request, string intent, bool isReworded, double milliseconds)
    {
        var answer = Words.Answers[(request.Language, intent)][isReworded ? 1 : 0];
        return new { ms = Math.Round(milliseconds), output = new { intent, answer }, input_tokens = 400 + request.Question.Length, output_tokens = answer.Length / 3 };
    }
}
