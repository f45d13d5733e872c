using System.Globalization;
using System.Text.Json;
using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Datasets.Lint;

public static class ALintedEvalSet
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly SourcePlace Place = new("evals/support.eval.yaml", 7, 5);

    [Fact]
    public static void IsSilentWhenNothingIsWrong() => Assert.Empty(Lint([Asking("a", "where is my parcel today"), Asking("b", "can I swap the boots for a larger size")]));

    [Fact]
    public static void NamesCopiesWithTheGroupTheyNeed()
    {
        var finding = Assert.Single(Lint([Asking("a", "Where is my parcel?"), Asking("b", "where is MY parcel")]));

        Assert.Equal(
            "evals/support.cases.jsonl(2): warning EG3101: case 'b' asks the same as 'a' (evals/support.cases.jsonl(1)) and counts twice. Give them one group (\"group\": \"a\"), or retire one of them.",
            finding.ToString());
    }

    [Fact]
    public static void NamesNearCopiesWithTheNearestOne()
    {
        var finding = Assert.Single(Lint(
        [
            Asking("a", "I bought a rucksack from you two weeks ago but it is too big for me"),
            Asking("b", "what does shipping to Norway cost for a parcel of three kilos"),
            Asking("c", "I bought a rucksack from you three weeks ago but it is too big for me"),
        ]));

        Assert.Equal(DiagnosticCodes.NearDuplicateInput, finding.Code);
        Assert.Equal("case 'c' is nearly 'a' (evals/support.cases.jsonl(1)): 76 % of their word pairs are shared. Give them one group (\"group\": \"a\"), or retire one of them.", finding.Message);
    }

    [Fact]
    public static void LeavesCopiesOfOneGroupAlone() =>
        Assert.Empty(Lint([Asking("a", "Where is my parcel?") with { Group = "g" }, Asking("b", "where is my parcel") with { Group = "g" }]));

    [Fact]
    public static void NamesContradictions()
    {
        var findings = Lint([Asking("a", "where is my parcel", "shipping"), Asking("b", "Where is my parcel", "complaint")]);

        Assert.Equal([DiagnosticCodes.DuplicateInput, DiagnosticCodes.ContradictoryCases], findings.Select(f => f.Code));
        Assert.StartsWith("case 'b' expects {\"intent\":\"complaint\"}, and 'a' (evals/support.cases.jsonl(1)) with the same input expects {\"intent\":\"shipping\"}.", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void CountsSlicesAgainstTheirRule()
    {
        Case[] cases = [.. Enumerable.Range(0, 60).Select(i => Asking(Id(i), $"question about {Word(i)} and {Word(i + 100)}", language: i < 3 ? "fr" : i < 20 ? "es" : "de"))];

        var findings = Lint(cases, s => s with { Gate = new() { Baseline = "b", Rules = [ARule.MaxDrop("correct", 0.02m)] } });

        Assert.Equal(
            [
                "note: 1 slice can hardly turn red for 'correct': language=fr (3). At least 5 cases are needed; add some ('evalgate cases promote'), or merge the values.",
                "note: 2 slices cannot be held within 0.05 of 'correct': language=es (17), language=de (40). 59 cases are needed to rule a rare loss out.",
            ],
            findings.Select(f => $"{f.Severity.ToString().ToLowerInvariant()}: {f.Message}"));
    }

    [Fact]
    public static void CountsAGroupOnce()
    {
        Case[] cases = [.. Enumerable.Range(0, 6).Select(i => Asking(Id(i), $"question about {Word(i)} and {Word(i + 100)}") with { Group = "one" })];

        Assert.Contains("language=de (1)", Lint(cases, s => s with { Gate = new() { Baseline = "b", Rules = [ARule.MaxDrop("correct", 0.02m)] } })[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void NamesBinsThatNobodyIsIn()
    {
        var attribute = new LengthAttribute("length", Place, new(PathRoot.Input, ["question"]), LengthUnit.Words, [new("short", null, 15), new("long", 16, null)]);

        var finding = Assert.Single(Lint([Asking("a", "where is my parcel")], s => s with { Attributes = [attribute] }));

        Assert.Equal("evals/support.eval.yaml(7,5): warning EG3105: no case is in length=long: nothing is measured there. Add cases, or change the bins.", finding.ToString());
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(2, 0)]
    public static void NamesCasesThatRunsTellNothingAbout(int runs, int findings)
    {
        var trial = new Trial().With("de", bothPass: 1, bothFail: 1).With("de", bothPass: 0, gains: 0, losses: 1);
        var flips = Enumerable.Range(0, runs).Select(i => trial.Run with { Records = [.. trial.Run.Records.Select((r, at) => at == 2 && i == 0 ? r with { Scores = new Dictionary<string, double?> { ["correct"] = 1 } } : r)] });

        var found = DatasetLint.Check(new() { Suite = trial.Suite with { Gate = null }, Cases = trial.AllCases, Today = Today, Runs = [.. flips] }).Where(f => f.Code == DiagnosticCodes.ConstantCase).ToArray();

        Assert.Equal(findings, found.Length);
        Assert.All(found, f => Assert.StartsWith("1 case ", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public static void AsksForReviews()
    {
        var findings = Lint(
        [
            Asking("a", "where is my parcel today") with { Reviewed = null },
            Asking("b", "can I swap the boots for a larger size") with { Reviewed = Today.AddDays(-181) },
            Asking("c", "do you repair tents that lost a pole") with { Quarantine = new("flaky", Today.AddDays(-1)) },
        ]);

        Assert.Equal(
            [
                "EG3107: 1 case without a review date: a. Have what they expect checked and write \"reviewed\": \"YYYY-MM-DD\"; 'evalgate labels sheet' draws a sample.",
                "EG3108: 1 case last reviewed more than 180 days ago: b. What was right then may not be now; 'evalgate labels sheet' draws a sample.",
                "EG3109: the quarantine of case 'c' ended on 2026-11-25. Mend the case, or retire it ('evalgate cases restore|retire').",
            ],
            findings.Select(f => $"{f.Code}: {f.Message}"));
    }

    [Fact]
    public static void FindsAnswersInTheirInput()
    {
        var @case = ACase.Of("a", """{"question":"It says: you can send it back within 30 days. True?"}""", """{"answer":"You can send it back within 30 days."}""") with { Reviewed = Today };

        Assert.StartsWith("case 'a': input.question holds expected.answer word for word", Assert.Single(Lint([@case])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void FindsFieldsThatGiveEveryAnswerAway()
    {
        Case[] cases = [.. Enumerable.Range(0, 5).Select(i => ACase.Of(Id(i), $$$"""{"question":"about {{{Word(i)}}} and {{{Word(i + 9)}}}","hint":"{{{(i < 2 ? "x" : "y")}}}"}""", $$"""{"intent":"{{(i < 2 ? "x" : "y")}}"}""") with { Reviewed = Today })];

        Assert.StartsWith("input.hint equals expected.intent in all 5 cases that have both", Assert.Single(Lint(cases)).Message, StringComparison.Ordinal);
        Assert.Empty(Lint(cases[..4]));
    }

    [Theory]
    [InlineData("  ", DiagnosticCodes.EmptyText)]
    [InlineData("my par\uFFFDel is lost", DiagnosticCodes.TruncatedText)]
    [InlineData("my parcel is lost and [truncated]", DiagnosticCodes.TruncatedText)]
    [InlineData("my p\u0430rcel is lost", DiagnosticCodes.MixedScripts)]
    [InlineData("my par\u200Bcel is lost", DiagnosticCodes.MixedScripts)]
    [InlineData("my key is AKIAIOSFODNN7EXAMPLE is it broken", DiagnosticCodes.SecretInCase)]
    [InlineData("write to jane.doe@gmail.com please", DiagnosticCodes.PersonalData)]
    public static void FindsDamagedAndSensitiveTexts(string question, string code) => Assert.Equal(code, Assert.Single(Lint([Asking("a", question)])).Code);

    [Theory]
    [InlineData("Мой заказ не пришёл")]
    [InlineData("Wo bleibt mein Paket … hallo?")]
    [InlineData("write to shop@example.com please")]
    [InlineData("an ångström is 0.1 nm and a μm is more")]
    public static void LeavesSoundTextsAlone(string question) => Assert.Empty(Lint([Asking("a", question)]));

    [Fact]
    public static void SuspectsTextsThatEndWhereFormsCutThem() =>
        Assert.Contains("after exactly 256 characters", Assert.Single(Lint([Asking("a", new string('a', 200) + " " + new string('b', 55))])).Message, StringComparison.Ordinal);

    private static IReadOnlyList<Diagnostic> Lint(IReadOnlyList<Case> cases, Func<Suite, Suite>? change = null)
    {
        var suite = new Trial().Suite with { Gate = null };
        return DatasetLint.Check(new() { Suite = change?.Invoke(suite) ?? suite, Cases = [.. cases.Select((c, i) => c with { Place = c.Place with { Line = i + 1 } })], Today = Today });
    }

    private static Case Asking(string id, string question, string intent = "x", string language = "de") =>
        ACase.Of(id, $$"""{"question":{{JsonSerializer.Serialize(question)}}}""", $$"""{"intent":"{{intent}}"}""", ("language", language)) with { Reviewed = Today };

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"q-{number:00}");

    private static string Word(int number) => string.Create(CultureInfo.InvariantCulture, $"w{number * 7919 % 1009}x");
}
