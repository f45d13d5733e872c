using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class CaseValues
{
    [Fact]
    public static void AreValidatedAsLinesAreAndReportedAtTheirOwnPlace()
    {
        using var document = JsonDocument.Parse("""[{"id":"a","input":"\ud800"},{"id":"b","imput":1},{"id":"c","input":1,"input":2},{"id":"d","input":4}]""");

        var reading = CaseReader.FromValues(document.RootElement.EnumerateArray().Select((v, i) => (v, new SourcePlace("x.cases.yaml", 10 + i, 3))));

        Assert.Equal(
            [("EG1105", 10), ("EG1104", 11), ("EG1102", 11), ("EG1105", 12)],
            reading.Diagnostics.Select(d => (d.Code, d.Place.Line)));
        Assert.All(reading.Diagnostics, d => Assert.Equal(3, d.Place.Column));
        Assert.Equal(new SourcePlace("x.cases.yaml", 13, 3), reading.Cases.Single(c => c.Id == "d").Place);
    }

    [Fact]
    public static void OutliveTheDocumentTheyCameFrom()
    {
        CasesReading reading;
        using (var document = JsonDocument.Parse("""{"id":"a","input":{"x":[1]},"expected":"y"}"""))
        {
            reading = CaseReader.FromValues([(document.RootElement, new SourcePlace("x", 1, 1))]);
        }

        Assert.Equal("""{"x":[1]}""", reading.Cases[0].Input.GetRawText());
        Assert.Equal("y", reading.Cases[0].Expected.GetString());
    }

    [Fact]
    public static void FromSeveralFilesShareTheirIds()
    {
        var one = Lines.Read("""{"id":"a","input":1}""", "x");
        using var document = JsonDocument.Parse("""{"id":"a","input":2}""");
        var two = CaseReader.FromValues([(document.RootElement, new SourcePlace("b.cases.yaml", 7, 3))]);

        var joined = CasesReading.Join([one, two]);

        Assert.Equal(1, Assert.Single(joined.Cases).Input.GetInt32());
        Assert.Equal(["EG1101", "EG1103"], joined.Diagnostics.Select(d => d.Code));
        Assert.Equal("b.cases.yaml", joined.Diagnostics[1].Place.File);
        Assert.Contains("evals/a.cases.jsonl(1)", joined.Diagnostics[1].Message, StringComparison.Ordinal);
    }
}
