using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class ALabel : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void IsDrawnForASecondLookInProportion()
    {
        AProject.In(_place);

        _place.Run("labels sheet --count 12 -o sheet.csv").Exits(0).Says("toy: 12 cases to label.");

        var rows = _place.Read("sheet.csv").TrimEnd('\n').Split('\n');
        Assert.Equal("id,input,label,note", rows[0]);
        Assert.Equal((6, 6), (rows.Count(r => r.StartsWith("\"de-", StringComparison.Ordinal)), rows.Count(r => r.StartsWith("\"en-", StringComparison.Ordinal))));
        Assert.All(rows[1..], r => Assert.EndsWith(",,", r, StringComparison.Ordinal));
        _place.Run("labels sheet --count 12 -o again.csv").Exits(0);
        Assert.Equal(_place.Read("sheet.csv"), _place.Read("again.csv"));
        Assert.Contains("has no slice attribute 'x'; it has language", _place.Run("labels sheet --by x -o s.csv").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void IsComparedWithASecondLook()
    {
        Two();
        _place.Write("sheet.csv", "id,input,label,note\n" + string.Concat(Enumerable.Range(0, 20).Select(i => Row($"de-{i:00}", i < 10 ? "x" : "y"))) + Row("en-00", "x") + Row("en-01", "y") + Row("en-02", ""));

        var outcome = _place.Run("labels read sheet.csv").Exits(1);

        outcome.Says(
            "evals/toy.cases.jsonl(4): warning EG3401: case 'en-01' expects 'x', and a second look says 'y' (last review never).",
            "sheet.csv: 95 % of 22 agree, kappa 0.9");
        using var json = JsonDocument.Parse(_place.Run("labels read sheet.csv --json").Exits(1).Out);
        Assert.Equal("en-01", json.RootElement.GetProperty("sheets")[0].GetProperty("changed")[0].GetProperty("id").GetString());
    }

    [Fact]
    public void BecomesTheCasesOnRequest()
    {
        AProject.In(_place);
        _place.Write("sheet.csv", "id;label\r\nde-00;y\r\nen-00;x\r\n");
        var before = _place.Read("evals/toy.cases.jsonl").Split('\n');

        _place.Run("labels read sheet.csv --apply", t => t with { Clock = new Noon() }).Exits(0).Says("the newest sheet's labels are the cases' now");

        var after = _place.Read("evals/toy.cases.jsonl").Split('\n');
        Assert.Equal("""{"id":"de-00","input":{"text":0},"expected":{"label":"y"},"slices":{"language":"de"},"reviewed":"2026-11-26"}""", after[0]);
        Assert.EndsWith("""{"label":"x"},"slices":{"language":"en"},"reviewed":"2026-11-26"}""", after[1], StringComparison.Ordinal);
        Assert.Equal(before[2..], after[2..]);
    }

    [Fact]
    public void MayBeOlderThanAPolicy()
    {
        AProject.In(_place);
        _place.Write("evals/toy.cases.jsonl", """{"id":"a","input":{"text":"my refund please"},"expected":{"label":"x"},"slices":{"language":"de"},"reviewed":"2026-08-01"}""" + "\n"
            + """{"id":"b","input":{"text":"a refund again"},"expected":{"label":"x"},"slices":{"language":"de"},"reviewed":"2026-09-02"}""" + "\n");

        _place.Run("labels report --since 2026-09-01 --matching Refund", t => t with { Clock = new Noon() }).Exits(1)
            .Says("case 'a' mentions 'Refund' and was last reviewed 2026-08-01, before 2026-09-01.", "overall", "2 cases,     0 stale, half reviewed within 85 days");
        _place.Run("labels report --stale-after 100", t => t with { Clock = new Noon() }).Exits(0).Says("1 stale");
    }

    [Fact]
    public void MayBeWhatTheLastVerdictRestsOn()
    {
        var project = AProject.In(_place).At(AProject.Commit);
        project.Run(8);
        project.Run(9);
        _place.Run("accept --yes").Exits(0);
        project.Run(10, AProject.First(4, "de"));
        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml") + "labels: { sheets: labels/*.csv }\n");
        _place.Write("labels/2026-08.csv", "id,label\n" + string.Concat(Enumerable.Range(0, 24).Select(i => $"de-{i:00},x\n")));
        _place.Write("labels/2026-11.csv", "id,label\n" + string.Concat(Enumerable.Range(0, 24).Select(i => $"de-{i:00},{(i < 4 ? "y" : "x")}\n")));

        _place.Run("labels report").Exits(1).Says(
            "labels/2026-11.csv: 83 % of 24 agree",
            "the newest verdict is regressed, and clear without the 4 cases whose label changed",
            "overall");
        using var json = JsonDocument.Parse(_place.Run("labels report --json").Exits(1).Out);
        Assert.Equal(["4", "regressed", "clear"], json.RootElement.GetProperty("without_changed").EnumerateObject().Select(p => p.Value.ToString()));
    }

    [Fact]
    public void AgesFromSheetToSheet()
    {
        Two();
        _place.Write("a.csv", "id,label\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"de-{i:00},{(i < 10 ? "x" : "y")}\n")));
        _place.Write("b.csv", "id,label\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"de-{i:00},{(i is < 6 or > 13 ? "x" : "y")}\n")));

        _place.Run("labels read a.csv b.csv").Exits(1).Says("from a.csv to b.csv: kappa -1.00 (", "warning EG3403: labels age: from a.csv to b.csv kappa fell by 1.00 (95 % interval");
        using var json = JsonDocument.Parse(_place.Run("labels read b.csv a.csv --json").Exits(0).Out);
        Assert.Equal(1, json.RootElement.GetProperty("drifts")[0].GetProperty("change").GetDouble(), 9);
        Assert.Contains("there is no sheet to read", _place.Run("labels read").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void IsOfACaseThatIsThere()
    {
        AProject.In(_place);
        _place.Write("sheet.csv", "id,label\nde-99,x\n");
        _place.Write("empty.csv", "id,label\nde-00,\n");
        _place.Write("other.csv", "a,b\n");

        Assert.Contains("there is no case 'de-99'", _place.Run("labels read sheet.csv").Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("no label is filled in", _place.Run("labels read empty.csv").Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("A sheet has the columns 'id' and 'label'", _place.Run("labels read other.csv").Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("no case has 'expected.intent'", _place.Run("labels read sheet.csv --of expected.intent").Exits(3).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    /// <summary>Half of the German cases have another label, so that agreement by chance is not everything.</summary>
    private void Two()
    {
        AProject.In(_place);
        _place.Write("evals/toy.cases.jsonl", string.Concat(_place.Read("evals/toy.cases.jsonl").TrimEnd('\n').Split('\n').Select(l => (l.Contains("\"de-1", StringComparison.Ordinal) ? l.Replace("\"x\"", "\"y\"", StringComparison.Ordinal) : l) + "\n")));
    }

    private static string Row(string id, string label) => $"\"{id}\",\"text\",{label},\n";

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    }
}
