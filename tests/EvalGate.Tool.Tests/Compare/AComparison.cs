using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class AComparison : IDisposable
{
    private readonly Workplace _place = new();

    private static TwoFiles Worse => new TwoFiles().With("de", 4, 2, 14, 30).With("en", 10, 12, 6, 72).With("fr", 1, 0, 0, 3);

    [Fact]
    public void ShowsWhatGotWorseAndExitsWithOne()
    {
        Worse.WriteJsonLines(_place);

        Approved.Is("compare-worse.txt", Run("--max-drop 2pp --slices language").Exits(1).Out);
    }

    [Fact]
    public void ExitsWithZeroWhenNothingBlocks()
    {
        new TwoFiles().With("de", 10, 10, 5, 100).WriteJsonLines(_place);

        Approved.Is("compare-fine.txt", Run("--max-drop 5pp --slices language").Exits(0).Out);
    }

    [Fact]
    public void ExitsWithTwoWhenTooFewCasesHaveAPartner()
    {
        Worse.WriteJsonLines(_place);
        _place.Write("new.jsonl", string.Join('\n', _place.Read("new.jsonl").Split('\n').Take(100)));

        Approved.Is("compare-not-judged.txt", Run("--max-drop 2pp").Exits(2).Out);
    }

    [Fact]
    public void TellsCasesOfOneSideOnly()
    {
        Worse.WriteJsonLines(_place);
        _place.Write("base.jsonl", _place.Read("base.jsonl") + "{\"id\":\"old\",\"language\":\"de\",\"correct\":1}\n");
        _place.Write("new.jsonl", _place.Read("new.jsonl") + "{\"id\":\"young\",\"language\":\"de\",\"correct\":1}\n");

        Run("--max-drop 20pp --json v.json").Exits(0).Says("old", "young");
        var unpaired = Verdict("v.json").GetProperty("unpaired");
        Assert.Equal(("young", "old"), (unpaired.GetProperty("added")[0].GetString(), unpaired.GetProperty("vanished")[0].GetString()));
    }

    [Fact]
    public void IsTheSameInEveryFormatOrderAndNumberOfFiles()
    {
        Worse.WriteJsonLines(_place);
        Worse.WriteCsv(_place);
        Worse.WriteShards(_place, 3);
        const string Demands = "--metric correct --max-drop 2pp --slices language --json";

        var lines = _place.Run($"compare base.jsonl new.jsonl {Demands}").Out;
        Assert.Equal(lines, _place.Run($"compare base.csv new.csv {Demands}").Out);
        Assert.Equal(lines, _place.Run($"compare base-?.jsonl new-?.jsonl {Demands}").Out);
        Assert.Equal(lines, _place.Run($"compare base.csv new-?.jsonl {Demands}").Out);
    }

    [Fact]
    public void WritesVerdictAndReport()
    {
        Worse.WriteJsonLines(_place);

        var text = Run("--max-drop 2pp --slices language --json out/verdict.json --report out/report.md").Exits(1).Says("Full report: out/report.md").Out;

        Assert.Equal(Run("--max-drop 2pp --slices language --json").Exits(1).Out, _place.Read("out/verdict.json"));
        Assert.StartsWith("## ❌ EvalGate compare: REGRESSED – language=de: correct fell 24.0 pp", _place.Read("out/report.md"), StringComparison.Ordinal);
        Assert.Equal(Run("--max-drop 2pp --slices language").Out, text.Replace("Full report: out/report.md\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void CountsCasesOfOneGroupOnce()
    {
        var rows = Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"c{i},g{i / 6},")).ToArray();
        _place.Write("base.csv", "id,chat,correct\n" + string.Concat(rows.Select(r => r + "1\n")));
        _place.Write("new.csv", "id,chat,correct\n" + string.Concat(rows.Select((r, i) => r + (i < 18 ? "0\n" : "1\n"))));

        _place.Run("compare base.csv new.csv --metric correct --max-drop 2pp").Exits(1).Says("compare: REGRESSED");
        _place.Run("compare base.csv new.csv --metric correct --max-drop 2pp --group chat").Exits(0).Says("60 cases are 10 independent observations");
    }

    [Fact]
    public void AveragesRepetitionsInsideTheCase()
    {
        static string Rows(params string[] scores) => "id,correct\n" + string.Concat(Enumerable.Range(0, 30).SelectMany(i => scores.Select(s => FormattableString.Invariant($"c{i},{s}\n"))));
        _place.Write("base.csv", Rows("1", "0", "1"));
        _place.Write("new.csv", Rows("0", "1", "1"));

        _place.Run("compare base.csv new.csv --metric correct --max-drop 2pp --repetitions").Exits(0).Says("identical on all 30 cases");
        _place.Run("compare base.csv new.csv --metric correct --max-drop 2pp").Exits(3);
    }

    [Fact]
    public void JudgesScoresByTheirRange()
    {
        new TwoFiles().WithScores("de", [.. Enumerable.Range(0, 40).Select(i => ((double)(1 + i % 5), (double)Math.Max(1, 1 + i % 5 - (i % 3 == 0 ? 2 : 0))))]).WriteJsonLines(_place);

        Run("--max-drop 0.2 --range correct=1..5 --slices language --json v.json").Exits(1);
        var comparisons = Verdict("v.json").GetProperty("comparisons").EnumerateArray().ToArray();
        Assert.Equal(["ordinal", "ordinal"], comparisons.Select(c => c.GetProperty("kind").GetString()));

        Run("--max-drop 10% --json v.json").Exits(1);
        Assert.Equal("continuous", Assert.Single(Verdict("v.json").GetProperty("comparisons").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Fact]
    public void JudgesSeveralMetricsEachByItsOwnDemands()
    {
        var rows = Enumerable.Range(0, 50).ToArray();
        _place.Write("base.csv", "id,correct,cost\n" + string.Concat(rows.Select(i => FormattableString.Invariant($"c{i},1,{0.001 * (i % 7 + 1)}\n"))));
        _place.Write("new.csv", "id,correct,cost\n" + string.Concat(rows.Select(i => FormattableString.Invariant($"c{i},1,{0.002 * (i % 7 + 1)}\n"))));
        const string Both = "compare base.csv new.csv --metric correct --metric cost --better cost=lower";

        _place.Run($"{Both} --max-drop 2pp --max-rise 10%").Exits(1).Says("cost rose 0.004, from 0.004 to 0.008", "correct  ");
        _place.Run($"{Both} --max-drop 2pp --max-rise cost=150% --at-least correct=0.9").Exits(0);
        _place.Run($"{Both} --at-least correct=0.9 --at-most cost=0.004").Exits(1);
    }

    [Theory]
    [InlineData("evidence", 0)]
    [InlineData("estimate", 1)]
    [InlineData("proof", 1)]
    public void DecidesAsItIsTold(string decide, int exit)
    {
        new TwoFiles().With("de", 5, 4, 6, 25).WriteJsonLines(_place);

        Run($"--max-drop 2pp --decide {decide}").Exits(exit);
    }

    [Theory]
    [InlineData("warn", 0)]
    [InlineData("pass", 0)]
    [InlineData("block", 1)]
    public void DoesWithAnInconclusiveSliceWhatItIsTold(string inconclusive, int exit)
    {
        new TwoFiles().With("de", 5, 1, 6, 30).WriteJsonLines(_place);

        Run($"--max-drop 2pp --inconclusive {inconclusive} --json v.json").Exits(exit);
        Assert.Equal("inconclusive", Verdict("v.json").GetProperty("verdict").GetString());
    }

    [Fact]
    public void TakesTheChanceOfAFalseAlarmThatItIsGiven()
    {
        new TwoFiles().With("de", 5, 1, 6, 30).WriteJsonLines(_place);

        Run("--max-drop 2pp --false-alarms 10%").Exits(1);
        Run("--max-drop 2pp --false-alarms 1%").Exits(0);
    }

    [Theory]
    [InlineData("{ language: { en: 10%, de: 90% } }")]
    [InlineData("mix.json")]
    [InlineData("mix.csv")]
    public void FeelsWhatTheMixOfProductionFeels(string weights)
    {
        new TwoFiles().With("de", 4, 2, 16, 26).With("en", 10, 22, 6, 162).WriteJsonLines(_place);
        _place.Write("mix.json", """{ "language": { "en": 0.1, "de": 0.9 } }""");
        _place.Write("mix.csv", "language,share\nen,10%\nde,90%\n");

        var outcome = _place.Run(["compare", "base.jsonl", "new.jsonl", "--metric", "correct", "--max-drop", "2pp", "--slices", "language", "--weights", weights, "--json", "v.json"]);

        Approved.Is("compare-weights.txt", outcome.Exits(1).Out);
        var mixed = Assert.Single(Verdict("v.json").GetProperty("comparisons").EnumerateArray(), c => c.GetProperty("weighted_by").ValueKind == JsonValueKind.String);
        Assert.Equal((0.9 * -14 / 48) + (0.1 * 16 / 200), mixed.GetProperty("difference").GetDouble(), 12);
    }

    [Theory]
    [InlineData("--slices language --weights mix.json", "--weights: error EG1008: there is no file 'mix.json'. Write the shares, { language: { en: 70%, de: 30% } }, or name a .json or .csv file that holds them.")]
    [InlineData("--slices language --weights {\"lang\":{\"en\":1}}", "--weights(1,2): error EG1011: there is no slice attribute 'lang'; there are language.")]
    [InlineData("--weights {\"language\":{\"en\":1}}", "--weights(1,2): error EG1011: there is no slice attribute 'language'; there are none: slice by it first.")]
    [InlineData("--slices language --unpaired --weights {\"language\":{\"en\":1}}", "--weights: error EG1008: cases that are not paired are not reweighted; leave --weights or --unpaired out.")]
    public void RefusesAMixThatFitsNothing(string demands, string problem)
    {
        Worse.WriteJsonLines(_place);

        Run($"--max-drop 2pp {demands}").Exits(3).Complains(problem);
    }

    public void Dispose() => _place.Dispose();

    private Outcome Run(string demands) => _place.Run($"compare base.jsonl new.jsonl --metric correct {demands}");

    private JsonElement Verdict(string file)
    {
        using var document = JsonDocument.Parse(_place.Read(file));
        return document.RootElement.Clone();
    }
}
