using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class TheOutcomes : IDisposable
{
    private const string Map = "evals/support.outcomes.yaml";

    private const string Suite = """
        suite: support
        subject: HelpDesk.Assistant
        cases: support.cases.jsonl
        slices: [language]
        metrics:
          correct: { scorer: exact, of: output.text, expected: expected.text }
        gate:
          baseline: support.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }

        """;

    private readonly Workplace _place = new();

    public TheOutcomes()
    {
        _place.Write("HelpDesk.csproj", "<Project />");
        _place.Write("evals/support.eval.yaml", Suite);
        _place.Write("evals/support.cases.jsonl", """{"id":"a","input":{"text":"1"},"expected":{"text":"1"},"slices":{"language":"de"}}""" + "\n");
        foreach (var release in Enumerable.Range(1, 4))
        {
            _place.Write($"releases/r{release}.csv", "id,language,correct\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"c{i},{Language(i)},{(i % 10 < 10 - Failures(release, i) ? 1 : 0)}\n")));
        }

        _place.Write("signals.csv", "id,release,at,language,down\n" + string.Concat(
            from release in Enumerable.Range(1, 4) from i in Enumerable.Range(0, 200) select $"{release}-{i},r{release},2026-11-0{release}T12:00Z,{Language(i)},{(i / 20 < Failures(release, i) ? 1 : 0)}\n"));
        _place.Write(Map, "files: ../signals.csv\nreleases: ../releases/*.csv\nsignals:\n  down: { better: lower }\n");
    }

    [Fact]
    public void AreHeldAgainstWhatTheEvalSaid()
    {
        _place.Run("outcomes support").Exits(0).Says("support: 800 requests of 4 releases, r1 to r4");

        Approved.Is("outcomes.txt", _place.Run("outcomes").Exits(0).Out);
    }

    [Fact]
    public void AreJsonForPrograms()
    {
        _place.Run("outcomes --json o.json").Exits(0);

        using var json = JsonDocument.Parse(_place.Read("o.json"));
        var link = Assert.Single(json.RootElement.GetProperty("links").EnumerateArray());
        Assert.Equal("insufficient", link.GetProperty("finding").GetString());
        Assert.Equal((6, JsonValueKind.Null), (link.GetProperty("pairs").GetArrayLength(), link.GetProperty("rho").ValueKind));
        Assert.Equal(["overall", "language=de", "language=en"], json.RootElement.GetProperty("trends").EnumerateArray().Select(t => t.GetProperty("slice").GetString()).Order(StringComparer.Ordinal).OrderByDescending(s => s == "overall"));
        Assert.Equal(100, json.RootElement.GetProperty("trends")[1].GetProperty("points")[3].GetProperty("requests").GetInt32());
    }

    [Fact]
    public void LeaveOutWhatIsTooYoungForItsSignal()
    {
        _place.Write(Map, "files: ../signals.csv\nreleases: ../releases/*.csv\ntime: at\nsignals:\n  down: { better: lower, delay: 1d }\n");

        _place.Run("outcomes").Exits(0).Says("support: 600 requests of 4 releases", "200 of 800 requests");
    }

    [Theory]
    [InlineData("files: ../signals.csv\nreleases: ../releases/*.csv\nmetrics: corect\nsignals: { down: { better: lower } }\n", Map + "(1,1): error EG1011: there is no metric 'corect'; there are correct. Did you mean 'correct'?")]
    [InlineData("files: ../signals.csv\nreleases: ../releases/*.csv\nsignals: { up: { better: higher } }\n", "signals.csv: error EG1011: there is no column 'up'")]
    [InlineData("files: ../signals.csv\nreleases: ../other/*.csv\nsignals: { down: { better: lower } }\n", "error EG3001: ../other/*.csv: No file matches this pattern.")]
    [InlineData("files: ../signals.csv\nreleases: ../releases/*.csv\ntime: language\nsignals: { down: { better: lower } }\n", Map + "(1,1): error EG1008: column 'language' holds 'de', which is no time; write times as 2026-11-26T14:05:00Z.")]
    [InlineData("files: ../signals.csv\nrelease: language\nreleases: ../releases/*.csv\nsignals: { down: { better: lower } }\n", Map + "(1,1): error EG2003: production and the eval have no release in common: production saw 'de', 'en'; the eval knows 'r1', 'r2', 'r3', 'r4'.")]
    [InlineData("files: ../signals.csv\nsignals: { down: { better: lower } }\n", Map + "(1,1): error EG2003: production and the eval have no release in common: production saw 'r1', 'r2', 'r3', 'r4'; the eval knows none.")]
    [InlineData("file: ../signals.csv\n", Map + "(1,1): error EG1006: the map needs 'files:'")]
    public void AreRefusedWhereTheMapDoesNotFit(string map, string problem)
    {
        _place.Write(Map, map);

        Assert.StartsWith(problem, _place.Run("outcomes").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AreCheckedWithTheSuite()
    {
        _place.Write(Map, "file: ../signals.csv\n");

        _place.Run("validate").Exits(1).Says(Map + "(1,1): error EG1006: the map needs 'files:'");
    }

    [Fact]
    public void NeedAMap()
    {
        File.Delete(_place[Map]);

        _place.Run("outcomes").Exits(3).Complains("evals/support.eval.yaml(1,8): error EG1014: there is no 'support.outcomes.yaml' beside the suite: it says where production's signals are and what they mean.");
    }

    public void Dispose() => _place.Dispose();

    private static string Language(int i) => i < 10 || i % 20 < 10 ? "de" : "en";

    private static int Failures(int release, int i) => Language(i) == "de" ? release : 4 - release;
}
