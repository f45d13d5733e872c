using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class ACoverage : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void NamesWhatProductionSeesAndNoCaseHas()
    {
        var project = AProject.In(_place);
        project.Run(10, AProject.First(6, "de"));
        Log(de: 60, en: 100, fr: 40);

        var text = _place.Run("coverage --production log.jsonl --fewest 20 --suggest 3").Exits(0).Out;

        Approved.Is("coverage.txt", text);
        using var json = JsonDocument.Parse(_place.Run("coverage toy --production log.jsonl --fewest 20 --suggest 3 --json").Exits(0).Out);
        Assert.Equal(0.2, json.RootElement.GetProperty("uncovered").GetDouble());
        Assert.Equal(["fr-0", "fr-1", "fr-2"], json.RootElement.GetProperty("suggestions").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
    }

    [Fact]
    public void WritesWeightsThatTheSuiteCanUse()
    {
        AProject.In(_place);
        Log(de: 30, en: 90, fr: 0);

        _place.Run("coverage --production log.jsonl --weights evals/mix.csv").Exits(0);

        Assert.Equal("language,share\nen,0.75\nde,0.25\n", _place.Read("evals/mix.csv"));
        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml") + "weights: mix.csv\n");
        Assert.Equal("1 suite, 48 cases: no problems.\n", _place.Run("validate").Exits(0).Out);
    }

    [Fact]
    public void IsOfTheLogThatTheSuiteNames()
    {
        AProject.In(_place);
        Log(de: 60, en: 100, fr: 40);
        Assert.Contains("suite 'toy' names no requests of production.", _place.Run("coverage").Exits(3).Error, StringComparison.Ordinal);

        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml") + "coverage: { production: log.jsonl, fewest: 20 }\n");

        _place.Run("coverage").Exits(0).Says("20.0 % of the requests lie in a slice with fewer than 20 cases");
        _place.Run("coverage --fewest 30").Exits(0).Says("100.0 % of the requests lie in a slice with fewer than 30 cases");
    }

    [Fact]
    public void NeedsRequestsThatCanBeRead()
    {
        AProject.In(_place);
        _place.Write("log.jsonl", "{\"id\":\"a\"}\nx\n");

        _place.Run("coverage --production log.jsonl").Exits(3).Complains(
            "log.jsonl(1): error EG1102: A request is one JSON object a line with an 'input'.",
            "log.jsonl(2): error EG1101: A request is one JSON object a line with an 'input'.");
    }

    private void Log(int de, int en, int fr) => _place.Write("log.jsonl", string.Concat(
        new[] { ("de", de), ("en", en), ("fr", fr) }.SelectMany(l => Enumerable.Range(0, l.Item2).Select(i => JsonSerializer.Serialize(new
        {
            id = FormattableString.Invariant($"{l.Item1}-{i}"),
            input = new { text = FormattableString.Invariant($"{l.Item1} question about item {i * 7919} and {i * 104729}") },
            language = l.Item1,
        }) + "\n"))));

    public void Dispose() => _place.Dispose();
}
