using System.Globalization;
using System.Text;

namespace EvalGate.Tool.Tests;

public sealed class SumsOfALog : IDisposable
{
    private const string Map = """
        pairs: week
        slices: [language]
        metrics:
          correct: { baseline: ok_old, candidate: ok_new }
          latency: { baseline: ms_old, candidate: ms_new, limit: 60000, better: lower, unit: ms, show: p95 }
        gate:
          rules:
            - { metric: correct, max_drop: 2pp }
            - { metric: latency, max_rise: 10% }

        """;

    private readonly Workplace _place = new();

    public SumsOfALog() => _place.Write("pairs.yaml", Map);

    [Fact]
    public void AreJudgedSliceBySlice()
    {
        _place.Write("log-1.jsonl", Log(0, 300));
        _place.Write("log-2.jsonl", Log(300, 600));

        Approved.Is("sums.txt", _place.Run(["sums", "log-*.jsonl", "--map", "pairs.yaml"]).Exits(1).Out);
    }

    [Fact]
    public void AreTheVerdictOfCompareWithOnlySums()
    {
        _place.Write("log.jsonl", Log(0, 600));

        _place.Run("sums log.jsonl --map pairs.yaml --json").Exits(1).Says("\"suite\": \"week\"", "\"verdict\": \"regressed\"", "\"losses\": 60");
    }

    [Fact]
    public void ComeFromAnyEngineThatRunsThePrintedText()
    {
        var sql = _place.Run("sums --map pairs.yaml --print-sql logs.pairs").Exits(0).Out;
        Assert.Contains("from \"logs\".\"pairs\"", sql, StringComparison.Ordinal);
        _place.Write("cells.csv", """"
            SET_NO,EG_S0_VALUE,SEEN,M0_PAIRS,M0_SINGLES,M0_UNSOUNDS,M0_GAINS,M0_LOSSES,M0_BASELINE,M0_CANDIDATE,M1_PAIRS,M1_SINGLES,M1_UNSOUNDS,M1_GAINS,M1_LOSSES,M1_BASELINE,M1_CANDIDATE,M1_CANDIDATE2,M1_CANDIDATE3,M1_DIFFERENCE2,M1_DIFFERENCE3
            0,,100,100,0,0,0,40,90,50,100,0,0,0,0,-1000,-1000,10000,-100000,0,0
            1,"de, ""north""",100,100,0,0,0,40,90,50,100,0,0,0,0,-1000,-1000,10000,-100000,0,0

            """");

        _place.Run("sums --map pairs.yaml --import cells.csv --json").Exits(1).Says("\"language\": \"de, \\\"north\\\"\"");
    }

    [Theory]
    [InlineData("cells.csv", "set_no,seen\n0,1\n", "error: cells.csv: there is no column 'eg_s0_value'. Run the text of --print-sql for this map, unchanged.")]
    [InlineData("cells.jsonl", "[1]\n", "error: cells.jsonl(1): this is no object of columns: ")]
    [InlineData("cells.xml", "", "error: cells.xml: results are imported from .csv, .jsonl and .ndjson.")]
    public void AreNotMadeUpFromAnotherResult(string file, string text, string said)
    {
        _place.Write(file, text);

        Assert.StartsWith(said, _place.Run($"sums --map pairs.yaml --import {file}").Exits(3).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sums --map pairs.yaml", "SOURCE: error EG1006: say where the log is: files, connections, or --import.")]
    [InlineData("sums log.jsonl --map pairs.yaml", "log.jsonl: error EG1014: there is no such file.")]
    [InlineData("sums mysql://db?table=x --map pairs.yaml", "error: There is no connection of the kind 'mysql': write postgresql://USER@HOST:PORT/DATABASE?table=SCHEMA.TABLE, or clickhouse://USER@HOST:PORT?table=DATABASE.TABLE (clickhouses:// over TLS).")]
    [InlineData("sums clickhouse://127.0.0.1:1?table=x --map pairs.yaml", "error: ClickHouse 127.0.0.1:1 x: Connection refused (127.0.0.1:1)")]
    [InlineData("sums --map pairs.yaml --print-sql x;y", "error: A column of the map, or 'x;y', is no name that may stand in SQL: letters, digits and '_' are allowed, at most 63, not starting with a digit or with 'eg_'.")]
    public void SayWhatIsMissing(string arguments, string said) => _place.Run(arguments).Exits(3).Complains(said);

    [Fact]
    public void AskForAMapThatIsSound()
    {
        _place.Write("pairs.yaml", "pairs: week\nmetrics:\n  correct: { baseline: ok_old }\n");

        _place.Run("sums log.jsonl --map pairs.yaml").Exits(3).Complains("pairs.yaml(3,12): error EG1006: metric 'correct' needs 'candidate:'.");
    }

    public void Dispose() => _place.Dispose();

    /// <summary>German lost a third of what it had; English did not change.</summary>
    private static string Log(int from, int to)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            var isGerman = i % 3 == 0;
            text.Append(CultureInfo.InvariantCulture, $"{{\"language\":\"{(isGerman ? "de" : "en")}\",\"ok_old\":{(i % 10 == 9 ? "false" : "true")},\"ok_new\":{(i % 10 == 9 || (isGerman && i % 9 == 0) ? "false" : "true")},\"ms_old\":{800 + i},\"ms_new\":{810 + i}}}\n");
        }

        return text.ToString();
    }
}
