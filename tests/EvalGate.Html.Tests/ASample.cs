using System.Globalization;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Slicing;

namespace EvalGate.Html.Tests;

/// <summary>A help desk whose German refunds got worse while its average got better.</summary>
internal static class ASample
{
    private static readonly string[] Languages = ["en", "en", "en", "de", "de", "fr", "pl", "ar"];
    private static readonly string[] Categories = ["refund", "order", "repair", "account", "shipping"];

    private static readonly Dictionary<string, (string Question, string Answer)> Texts = new()
    {
        ["en"] = ("How long do I have to send something back?", "You can send it back within 30 days."),
        ["de"] = ("Wie lange kann ich etwas zurückgeben?", "Sie können den Artikel innerhalb von 30 Tagen zurückgeben."),
        ["fr"] = ("Combien de temps ai-je pour renvoyer un article ?", "Vous pouvez le renvoyer sous 30 jours."),
        ["pl"] = ("Ile mam czasu na zwrot?", "Możesz zwrócić towar w ciągu 30 dni."),
        ["ar"] = ("كم من الوقت لدي لإرجاع منتج؟", "يمكنك إرجاع المنتج خلال 30 يومًا."),
    };

    public static PageContent Of(int cases)
    {
        var trial = Trial(cases);
        return Of(trial, new Dictionary<string, SnapshotTexts>
        {
            ["refund-0035"] = new("Guten Tag,\nSie können den Artikel innerhalb von 14 Tagen zurückgeben.\nBitte legen Sie die Rechnung bei.", "Guten Tag,\nSie können den Artikel innerhalb von 30 Tagen zurückgeben.\nBitte legen Sie die Rechnung bei.\nVielen Dank."),
        });
    }

    public static PageContent Of(Trial trial, IReadOnlyDictionary<string, SnapshotTexts>? snapshots = null) => new()
    {
        Verdict = trial.Verdict with
        {
            BaselineDate = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero),
            Stack = [new("knowledge", "policies 2026-02-27", "policies 2026-03-30"), new("model", "mini-2026-02-01", "mini-2026-04-15"), new("prompt", "a1b2c3d4", "a1b2c3d4")],
        },
        Metrics = trial.Metrics,
        Cases = CaseResult.Of(trial.Suite, trial.AllCases, trial.Run, trial.Baseline),
        History = [.. Enumerable.Range(0, 6).Select(age => Earlier(trial, 5 - age))],
        Outcomes = ProductionOf.Releases(trial.Metrics[0], "thumbs_down"),
        Snapshots = snapshots ?? new Dictionary<string, SnapshotTexts>(),
    };

    public static Trial Trial(int cases) => new()
    {
        Metrics = [AMetric.PassFail("correct"), AMetric.Score("grounded"), AMetric.PassFail("refused", Direction.Lower), AMetric.Cost("cost_usd"), AMetric.Duration("latency_ms")],
        Rules =
        [
            ARule.MaxDrop("correct", 0.02m), ARule.MaxDrop("grounded", 0.03m), ARule.MaxDrop("refused", 0.02m),
            ARule.MaxRise("cost_usd", 0.10m), ARule.Level("latency_ms", 3000),
        ],
        Attributes = ["language", "category"],
        Crosses = [new SliceCross(["language", "category"], default)],
        Repeatable = true,
        MaxErrors = new(null, 0.05m),
        Cases = [.. Enumerable.Range(0, cases).Select(Case)],
    };

    private static TrialCase Case(int i)
    {
        var (language, category) = (Languages[Hash(i, 1) % Languages.Length], Categories[i % Categories.Length]);
        var text = Texts[language];
        var id = string.Create(CultureInfo.InvariantCulture, $"{category}-{i:0000}");
        var input = JsonSerializer.Serialize(new { question = text.Question, asked_at = "2026-03-01T09:30:00+01:00" });
        var made = ACase.Of(id, input, $$"""{"intent":"{{category}}"}""", ("language", language), ("category", category));
        var passed = Hash(i, 2) % 100 < 84;
        var hurt = language == "de" && category == "refund";
        var passes = hurt ? passed && Hash(i, 3) % 10 < 4 : passed ? Hash(i, 3) % 100 < 98 : Hash(i, 3) % 100 < 30;
        var record = new RunRecord
        {
            CaseId = id,
            Hash = made.Hash,
            Repetition = 1,
            Scores = Now(i, passes),
            Output = ACase.Json(JsonSerializer.Serialize(new { intent = passes ? category : "other", answer = text.Answer })),
        };
        return new(made, Before(i, passed), [i % 97 == 96 ? Broken(record) : record]);
    }

    private static RunRecord Broken(RunRecord record) =>
        record with { Scores = new Dictionary<string, double?>(), Output = default, Errors = [new(ErrorKind.Timeout, "no answer within 30 s")] };

    private static Dictionary<string, IReadOnlyList<double>> Before(int i, bool passed) => new()
    {
        ["correct"] = [passed ? 1 : 0],
        ["grounded"] = [0.6 + (Hash(i, 5) % 35 * 0.01)],
        ["refused"] = [Hash(i, 6) % 100 < 3 ? 1 : 0],
        ["cost_usd"] = [Cost(i)],
        ["latency_ms"] = [900 + (Hash(i, 7) % 900)],
    };

    private static Dictionary<string, double?> Now(int i, bool passes) => new()
    {
        ["correct"] = passes ? 1 : 0,
        ["grounded"] = 0.6 + (Hash(i, 8) % 37 * 0.01),
        ["refused"] = Hash(i, 9) % 100 < 3 ? 1 : 0,
        ["cost_usd"] = Cost(i) * 0.78,
        ["latency_ms"] = 700 + (Hash(i, 10) % 800),
    };

    private static double Cost(int i) => 0.003 + (Hash(i, 4) % 100 * 0.00002);

    private static AcceptedVersion Earlier(Trial trial, int age)
    {
        var current = AcceptedVersion.Of(trial.Suite, trial.AllCases, trial.Baseline);
        return current with
        {
            Date = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-9 * age),
            Levels = [.. current.Levels.Select((l, i) => l with { Value = l.Value * (1 - ((l.Metric.Better == Direction.Higher ? 0.02 : -0.04) * age) + (age == 0 ? 0 : Hash(i, age) % 7 * 0.005)) })],
        };
    }

    /// <summary>Looks random, and is the same everywhere.</summary>
    private static int Hash(int i, int salt)
    {
        var mixed = unchecked(((uint)i * 2654435761u) ^ ((uint)salt * 2246822519u));
        mixed = unchecked((mixed ^ (mixed >> 15)) * 3266489917u);
        return (int)((mixed ^ (mixed >> 13)) >> 8);
    }
}
