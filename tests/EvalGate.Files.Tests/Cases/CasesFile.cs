using System.Text;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class CasesFile
{
    [Fact]
    public static void GivesEveryFieldOfACase()
    {
        var item = Lines.CaseOf(
            """
            "expected":{"intent":"refund"},"slices":{"language":"de","tags":["a","b"]},"group":"g","added":"2026-01-02","reviewed":"2026-02-03","source":"ticket 7","quarantine":{"reason":"flaky","expires":"2026-12-31"}
            """);

        Assert.Equal("a", item.Id);
        Assert.Equal(1, item.Input.GetInt32());
        Assert.Equal("refund", item.Expected.GetProperty("intent").GetString());
        Assert.Equal(["de"], item.Slices["language"]);
        Assert.Equal(["a", "b"], item.Slices["tags"]);
        Assert.Equal("g", item.Group);
        Assert.Equal(new DateOnly(2026, 1, 2), item.Added);
        Assert.Equal(new DateOnly(2026, 2, 3), item.Reviewed);
        Assert.Equal("ticket 7", item.Source);
        Assert.Equal(new Quarantine("flaky", new DateOnly(2026, 12, 31)), item.Quarantine);
        Assert.Equal(CaseStatus.Active, item.Status);
        Assert.Equal(ContentHash.OfCase(item.Input, item.Expected), item.Hash);
        Assert.Equal(new SourcePlace("evals/a.cases.jsonl", 1, 0), item.Place);
    }

    [Fact]
    public static void KeepsARetiredCaseWithItsReason()
    {
        var item = Lines.CaseOf("""
            "status":"retired","retired":{"reason":"policy changed"}
            """);

        Assert.Equal(CaseStatus.Retired, item.Status);
        Assert.Equal("policy changed", item.RetiredReason);
    }

    [Fact]
    public static void TellsNoExpectedValueFromNull()
    {
        var cases = Lines.Read("""{"id":"a","input":1}""", """{"id":"b","input":1,"expected":null}""").Cases;

        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, cases[0].Expected.ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, cases[1].Expected.ValueKind);
        Assert.NotEqual(cases[0].Hash, cases[1].Hash);
    }

    [Fact]
    public static void ReadsNullAsNotGiven()
    {
        var item = Lines.CaseOf("""
            "group":null,"slices":null,"added":null,"status":null,"retired":null,"quarantine":null
            """);

        Assert.Null(item.Group);
        Assert.Empty(item.Slices);
        Assert.Null(item.Quarantine);
        Assert.Equal(CaseStatus.Active, item.Status);
    }

    [Fact]
    public static void MayHaveBlankLinesWindowsLineEndsAndAByteOrderMark()
    {
        var text = "\uFEFF{\"id\":\"a\",\"input\":1}\r\n\r\n  \t\n{\"id\":\"b\",\"input\":1}\r\n";

        var reading = Lines.ReadBytes(Encoding.UTF8.GetBytes(text));

        Assert.Empty(reading.Diagnostics);
        Assert.Equal([("a", 1), ("b", 4)], reading.Cases.Select(c => (c.Id, c.Place.Line)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n\t\n")]
    [InlineData("\uFEFF")]
    public static void WithoutCasesIsAnError(string text)
    {
        var problem = Assert.Single(Lines.ReadBytes(Encoding.UTF8.GetBytes(text)).Diagnostics);

        Assert.Equal(DiagnosticCodes.NoCases, problem.Code);
        Assert.StartsWith("evals/a.cases.jsonl: error EG1106:", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public static void ReportsAllProblemsAtOnceAndKeepsTheSoundCases()
    {
        var reading = Lines.Read(
            """{"id":"a","input":1}""",
            """{"id":"b"}""",
            "nonsense",
            """{"id":"c","input":1,"grup":"x","added":"yesterday"}""",
            """{"id":"d","input":1}""");

        Assert.Equal(["a", "d"], reading.Cases.Select(c => c.Id));
        Assert.Equal(
            [(2, "EG1102"), (3, "EG1101"), (4, "EG1104"), (4, "EG1105")],
            reading.Diagnostics.Select(d => (d.Place.Line, d.Code)));
    }

    [Fact]
    public static void ReportsADuplicateIdWithThePlaceOfTheFirst()
    {
        var reading = Lines.Read("""{"id":"a","input":1}""", """{"id":"b","input":1}""", """{"id":"a","input":2}""");

        var problem = Assert.Single(reading.Diagnostics);
        Assert.Equal(
            "evals/a.cases.jsonl(3): error EG1103: The id 'a' is already used at evals/a.cases.jsonl(1). Give this case an id of its own, or remove one of the two.",
            problem.ToString());
        Assert.Equal(1, reading.Cases[0].Input.GetInt32());
    }

    [Fact]
    public static void ListsAHundredProblemsAndCountsTheRest()
    {
        var reading = Lines.Read([.. Enumerable.Repeat("{}", 60)]);

        Assert.Equal(101, reading.Diagnostics.Count);
        Assert.All(reading.Diagnostics.Take(100), d => Assert.Equal(Severity.Error, d.Severity));
        Assert.Equal(Severity.Note, reading.Diagnostics[100].Severity);
        Assert.StartsWith("20 more problems", reading.Diagnostics[100].Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void WithExactlyAHundredProblemsListsThemAll() =>
        Assert.Equal(100, Lines.Read([.. Enumerable.Repeat("{}", 50)]).Diagnostics.Count(d => d.Code == DiagnosticCodes.MissingField));

    [Fact]
    public static void ReadsAlikeUnderACommaCulture()
    {
        var item = CommaCulture.Outside(() => Lines.CaseOf("""
            "slices":{"n":1.5},"added":"2026-01-02"
            """));

        Assert.Equal(["1.5"], item.Slices["n"]);
        Assert.Equal(new DateOnly(2026, 1, 2), item.Added);
    }

    [Fact]
    public static void OnDiskIsReadUnderItsRelativeName()
    {
        using var folder = new TempFolder();
        folder.Write("evals/x.cases.jsonl", """{"id":"a","input":1}""");

        var reading = CaseReader.ReadFile(folder.Path, "evals/x.cases.jsonl");

        Assert.Equal("evals/x.cases.jsonl", Assert.Single(reading.Cases).Place.File);
    }

    [Fact]
    public static void ThatDoesNotExistIsANamedException()
    {
        using var folder = new TempFolder();

        var e = Assert.Throws<FilesException>(() => CaseReader.ReadFile(folder.Path, "none.jsonl"));

        Assert.Equal(folder["none.jsonl"], e.Path);
        Assert.Contains("Check the path", e.Message, StringComparison.Ordinal);
    }
}
