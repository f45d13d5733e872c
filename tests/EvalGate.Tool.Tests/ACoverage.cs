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

    [Theory]
    [InlineData("--from log.jsonl")]
    [InlineData("--from log.jsonl --production 'with french as (select id from requests where language = ''fr'') select * from requests where language <> ''fr'' or id in (from french) -- all'")]
    [InlineData("--from log.csv --production 'select id, json_object(''text'', question) as input, language from requests;'")]
    public void OfAQueryIsThatOfTheSameRowsInAFile(string query)
    {
        AProject.In(_place);
        Log(de: 60, en: 100, fr: 40);
        var lines = _place.Read("log.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l));
        _place.Write("log.csv", "language,id,question\n" + string.Concat(lines.Select(l => $"{l.GetProperty("language")},{l.GetProperty("id")},{l.GetProperty("input").GetProperty("text")}\n")));

        var ofFile = _place.Run("coverage --production log.jsonl --fewest 20 --suggest 3").Exits(0).Out;

        Assert.Equal(ofFile, _place.Run(["coverage", "--fewest", "20", "--suggest", "3", .. Words(query)]).Exits(0).Out);
    }

    [Theory]
    [InlineData("select 1; select 2", "the query: error EG1008: it cannot be run: syntax error")]
    [InlineData("copy (select 1) to 'log.jsonl'", "the query: error EG1008: it cannot be run: syntax error")]
    [InlineData("select 1) as a; copy (select 1) to 'log.jsonl'; select * from (select 1", "no single query that selects")]
    [InlineData("select 1) as a; select * from (select 1", "no single query that selects")]
    [InlineData("select * from 'evals/toy.cases.jsonl'", "file system operations are disabled")]
    [InlineData("select txt as input from requests", "\"txt\" not found")]
    [InlineData("select id from requests", "the query(1): error EG1102: A request is one JSON object a line with an 'input'.")]
    [InlineData("select * from requests where false", "the query: error EG1106: there is no request in this log.")]
    public void IsNotOfAQueryThatDoesAnythingElse(string query, string complaint)
    {
        AProject.In(_place);
        Log(de: 1, en: 1, fr: 0);
        var log = _place.Read("log.jsonl");

        Assert.Contains(complaint, _place.Run(["coverage", "--from", "log.jsonl", "--production", query]).Exits(3).Error, StringComparison.Ordinal);
        Assert.Equal(log, _place.Read("log.jsonl"));
    }

    /// <summary>Words as a shell parts them; two quotes in quotes are one.</summary>
    private static string[] Words(string line) =>
        [.. line.Replace("\'\'", "\u0001", StringComparison.Ordinal).Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part.Replace('\u0001', '\'')] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private void Log(int de, int en, int fr) => _place.Write("log.jsonl", string.Concat(
        new[] { ("de", de), ("en", en), ("fr", fr) }.SelectMany(l => Enumerable.Range(0, l.Item2).Select(i => JsonSerializer.Serialize(new
        {
            id = FormattableString.Invariant($"{l.Item1}-{i}"),
            input = new { text = FormattableString.Invariant($"{l.Item1} question about item {i * 7919} and {i * 104729}") },
            language = l.Item1,
        }) + "\n"))));

    public void Dispose() => _place.Dispose();
}
