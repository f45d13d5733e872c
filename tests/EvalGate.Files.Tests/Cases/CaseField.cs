using EvalGate.Model;

namespace EvalGate.Files.Tests;

public static class CaseField
{
    [Theory]
    [InlineData("""{"input":1}""", "id")]
    [InlineData("""{"id":"a"}""", "input")]
    public static void ThatIsMissingIsNamed(string line, string field)
    {
        var problem = Assert.Single(Lines.Read(line).Diagnostics);

        Assert.Equal(DiagnosticCodes.MissingField, problem.Code);
        Assert.Equal($"The field '{field}' is missing.", problem.Message);
    }

    [Theory]
    [InlineData("\"grup\":\"x\"", "'grup'. Did you mean 'group'?")]
    [InlineData("\"Slices\":{}", "'Slices'. Did you mean 'slices'?")]
    [InlineData("\"expcted\":1", "'expcted'. Did you mean 'expected'?")]
    [InlineData("\"zzzzzzzz\":1", "'zzzzzzzz'. Valid: id, input, expected, slices, group, added, source, reviewed, status, retired, quarantine.")]
    public static void ThatDoesNotExistIsReportedWithTheNearest(string field, string part)
    {
        var problem = Lines.ProblemOf(field);

        Assert.Equal(DiagnosticCodes.UnknownField, problem.Code);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void WeightIsNotSupportedInThisVersion()
    {
        var problem = Lines.ProblemOf("\"weight\":2");

        Assert.Equal(DiagnosticCodes.NotSupportedYet, problem.Code);
    }

    [Theory]
    [InlineData("5", "'id' is a number; it must be text.")]
    [InlineData("null", "'id' is null; it must be text.")]
    [InlineData("\"\"", "'id' is empty.")]
    [InlineData("\"a\\u0007\"", "'id' has control characters. Remove them.")]
    [InlineData("\"a\\nb\"", "'id' has control characters. Remove them.")]
    public static void IdMustBeAName(string id, string message)
    {
        var problem = Assert.Single(Lines.Read($$"""{"id":{{id}},"input":1}""").Diagnostics);

        Assert.Equal((DiagnosticCodes.WrongField, message), (problem.Code, problem.Message));
    }

    [Fact]
    public static void IdHasAtMostTwoHundredCharacters()
    {
        Assert.Single(Lines.Read($$"""{"id":"{{new string('x', 200)}}","input":1}""").Cases);

        var problem = Assert.Single(Lines.Read($$"""{"id":"{{new string('x', 201)}}","input":1}""").Diagnostics);
        Assert.Equal("'id' has 201 characters; at most 200 are allowed.", problem.Message);
    }

    [Theory]
    [InlineData("\"group\":5", "'group' is a number; it must be text.")]
    [InlineData("\"group\":\"\"", "'group' is empty.")]
    [InlineData("\"source\":[]", "'source' is a list; it must be text.")]
    [InlineData("\"added\":\"2026-1-2\"", "'added' is '2026-1-2'; it must be a date such as 2026-10-31.")]
    [InlineData("\"reviewed\":\"2026-02-30\"", "'reviewed' is '2026-02-30'; it must be a date such as 2026-10-31.")]
    [InlineData("\"added\":20260102", "'added' is a number; it must be text.")]
    [InlineData("\"status\":\"done\"", "'status' is active or retired, not 'done'.")]
    [InlineData("\"status\":true", "'status' is true or false; it must be text.")]
    [InlineData("\"slices\":[\"de\"]", "'slices' is a list; it must be an object.")]
    [InlineData("\"slices\":{\"a\":null}", "'slices.a' is null; it must be text, a number, true, false, or a list of those.")]
    [InlineData("\"slices\":{\"a\":{}}", "'slices.a' is an object; it must be text, a number, true, false, or a list of those.")]
    [InlineData("\"slices\":{\"a\":[[1]]}", "'slices.a' is a list; it must be text, a number, true, false, or a list of those.")]
    [InlineData("\"slices\":{\"a\":1e999}", "'slices.a' is a number too large; it must be text, a number, true, false, or a list of those.")]
    [InlineData("\"slices\":{\"a\":\"\"}", "A value of 'slices.a' is empty.")]
    [InlineData("\"slices\":{\"\":1}", "A slice attribute is empty.")]
    [InlineData("\"slices\":{\"a\":\"x\\u001fy\"}", "A value of 'slices.a' has control characters. Remove them.")]
    [InlineData("\"slices\":{\"a\":\"(none)\"}", "A value of 'slices.a' is '(none)', which stands for cases that lack the attribute. Leave the attribute out.")]
    [InlineData("\"quarantine\":\"flaky\"", "'quarantine' is text; it must be an object.")]
    [InlineData("\"quarantine\":{\"reason\":\"x\",\"expires\":\"soon\"}", "'quarantine.expires' is 'soon'; it must be a date such as 2026-10-31.")]
    [InlineData("\"quarantine\":{\"reason\":\"x\",\"expires\":null}", "'quarantine.expires' is null; it must be text.")]
    [InlineData("\"quarantine\":{\"reason\":\" \",\"expires\":\"2026-12-31\"}", "'quarantine.reason' is empty.")]
    [InlineData("\"status\":\"retired\",\"retired\":\"old\"", "'retired' is text; it must be an object.")]
    [InlineData("\"retired\":{\"reason\":\"old\"}", "'retired' is given, but the status is active. Add \"status\": \"retired\", or remove it.")]
    public static void WithAWrongValueSaysWhatIsRight(string field, string message)
    {
        var problem = Lines.ProblemOf(field);

        Assert.Equal((DiagnosticCodes.WrongField, message), (problem.Code, problem.Message));
    }

    [Fact]
    public static void StatusSendsQuarantinedToItsOwnField()
    {
        var problem = Lines.ProblemOf("\"status\":\"quarantined\"");

        Assert.Equal(DiagnosticCodes.WrongField, problem.Code);
        Assert.Contains("\"quarantine\": {\"reason\"", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"status\":\"retired\"")]
    [InlineData("\"status\":\"retired\",\"retired\":{}")]
    [InlineData("\"quarantine\":{\"expires\":\"2026-12-31\"}")]
    [InlineData("\"quarantine\":{\"reason\":\"x\"}")]
    public static void NeedsItsParts(string fields) => Assert.Equal(DiagnosticCodes.MissingField, Lines.ProblemOf(fields).Code);

    [Fact]
    public static void HasNoUnknownParts()
    {
        var problem = Lines.ProblemOf("""
            "quarantine":{"reason":"x","expires":"2026-12-31","expired":1}
            """);

        Assert.Equal(DiagnosticCodes.UnknownField, problem.Code);
        Assert.Contains("'quarantine.expired'. Did you mean 'expires'?", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("1.0", "1")]
    [InlineData("-0", "0")]
    [InlineData("100", "100")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("0.00001", "0.00001")]
    [InlineData("1e-40", "1E-40")]
    [InlineData("1e300", "1E+300")]
    [InlineData("true", "true")]
    [InlineData("\"  De \"", "  De ")]
    public static void SliceValueIsText(string value, string text) =>
        Assert.Equal([text], Lines.CaseOf($"\"slices\":{{\"a\":{value}}}").Slices["a"]);

    [Fact]
    public static void SliceValuesAreListedOnce() =>
        Assert.Equal(["1", "true"], Lines.CaseOf("""
            "slices":{"a":[1,"1",true,1.0]}
            """).Slices["a"]);

    [Fact]
    public static void SlicesAreSharedByCasesThatWriteThemAlike()
    {
        var cases = Lines.Read("""{"id":"a","input":1,"slices":{"l":"de"}}""", """{"id":"b","input":1,"slices":{"l":"en"}}""", """{"id":"c","input":1,"slices":{"l":"de"}}""").Cases;

        Assert.Same(cases[0].Slices, cases[2].Slices);
        Assert.Equal(["en"], cases[1].Slices["l"]);
    }

    [Fact]
    public static void SlicesThatAreWrongAreWrongInEveryCase() =>
        Assert.Equal([1, 2], Lines.Read("""{"id":"a","input":1,"slices":{"l":""}}""", """{"id":"b","input":1,"slices":{"l":""}}""").Diagnostics.Select(d => d.Place.Line));

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public static void NeedsAnObjectAroundIt(string line)
    {
        var problem = Assert.Single(Lines.Read(line).Diagnostics);

        Assert.Equal(DiagnosticCodes.WrongField, problem.Code);
        Assert.StartsWith("A case is an object", problem.Message, StringComparison.Ordinal);
    }
}
