using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Commands.Tests.Datasets;

public sealed class AnEvalSetInAVerdict : IDisposable
{
    private const string Leaked = "What is the colour of the third house in our street?";

    private readonly AProject _project = new();

    [Fact]
    public void IsLinted()
    {
        AddCases(Case("again", "Question 3"));

        var verdict = Judged("");

        Assert.Contains("evals/toy.cases.jsonl(25): warning EG3101: case 'again' asks the same as 'q-03' (evals/toy.cases.jsonl(4)) and counts twice.", Text(verdict), StringComparison.Ordinal);
        Assert.Contains("evals/toy.cases.jsonl(25): case 'again' asks the same as 'q-03'", TextReport.Write(verdict, new()), StringComparison.Ordinal);
        Assert.Contains("case 'again' asks the same as 'q-03'", _project.Read("TestResults/toy/report.md"), StringComparison.Ordinal);
        Assert.Contains("\"EG3101\"", _project.Read("TestResults/toy/verdict.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void IsNamedByAFewFindingsOfEachCode()
    {
        AddCases([.. Enumerable.Range(0, 7).Select(i => Case($"again-{i}", $"question {i}"))]);

        var copies = Judged("").Findings.Where(f => f.Code == DiagnosticCodes.DuplicateInput).ToArray();

        Assert.Equal(3, copies.Length);
        Assert.EndsWith("(4 more like this: evalgate cases lint toy)", copies[2].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-25", false)]
    public void IsLintedOnTheDayOfTheRun(string expires, bool over)
    {
        AddCases($$$"""{"id":"out","input":{"text":"shaky"},"expected":{"label":"even"},"slices":{"language":"en"},"quarantine":{"reason":"flaky","expires":"{{{expires}}}"}}""");

        Assert.Equal(over, Text(Judged("")).Contains("warning EG3109: the quarantine of case 'out' ended on 2026-11-24.", StringComparison.Ordinal));
    }

    [Fact]
    public void IsLintedByTheBuildAloneWhereItIsLarge()
    {
        AddCases([.. Enumerable.Range(0, 1000).Select(i => Case($"again-{i}", $"question {i % 500}"))]);

        Assert.DoesNotContain("EG31", Text(Judged("")), StringComparison.Ordinal);
    }

    [Fact]
    public void KeepsNotesForTheCommands() => Assert.DoesNotContain("EG3107", Text(Judged("")), StringComparison.Ordinal);

    [Fact]
    public void IsHeldAgainstProductionWhereTheSuiteNamesIt()
    {
        _project.Write("requests.jsonl", string.Concat(Enumerable.Range(0, 40).Select(i => JsonSerializer.Serialize(new { input = new { text = $"request {i}" }, language = i < 30 ? "fr" : "de" }) + "\n")));

        var verdict = Judged("coverage: { production: requests.jsonl, fewest: 5 }\n");

        Assert.Contains("warning EG3301: 75.0 % of the requests lie in a slice with fewer than 5 cases", Text(verdict), StringComparison.Ordinal);
        Assert.Contains("warning EG3302: the eval set's mix of 'language' is not production's", Text(verdict), StringComparison.Ordinal);
        Assert.DoesNotContain("EG33", Text(Judged("")), StringComparison.Ordinal);
    }

    [Fact]
    public void IsNotCoveredWithAWordWhenTheLogIsMissingOrDamaged()
    {
        Assert.Contains("warning EG3304: coverage was not measured: 'requests.jsonl' is not there.", Text(Judged("coverage: { production: requests.jsonl }\n")), StringComparison.Ordinal);
        _project.Write("requests.jsonl", "{}\n");
        Assert.Contains("requests.jsonl(1): warning EG1102: A request is one JSON object a line", Text(Judged("coverage: { production: requests.jsonl }\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void IsHeldAgainstASecondLookWhereTheSuiteNamesIt()
    {
        _project.Write("labels/2026-11.csv", "id,label\nq-00,even\nq-02,odd\n");

        var verdict = Judged("labels: { sheets: labels/*.csv }\n");

        Assert.Contains("evals/toy.cases.jsonl(3): warning EG3401: case 'q-02' expects 'even', and a second look says 'odd'", Text(verdict), StringComparison.Ordinal);
        Assert.Contains("labels were not compared: no sheet matches.", Text(Judged("labels: { sheets: other/*.csv }\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void IsHeldAgainstWhatProductionSaysWhereAMapStandsBesideTheSuite()
    {
        _project.Write("evals/toy.outcomes.yaml", "files: ../signals.csv\nreleases: ../releases/*.csv\nsignals: { down: { better: lower } }\n");
        Assert.Matches("evals/toy.outcomes.yaml\\(1,1\\): warning EG3304: production's signals were not read: .*signals.csv: ", Text(Judged("")));

        _project.Write("signals.csv", "id,release,language,down\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"{i},r{1 + (i / 200)},de,{(i % 10 < (i < 200 ? 1 : 4) ? 1 : 0)}\n")));
        _project.Write("releases/r1.csv", "id,language,correct\na,de,1\n");
        _project.Write("releases/r2.csv", "id,language,correct\na,de,1\n");
        var verdict = Judged("");

        Assert.Equal((Verdict.Clear, false), (verdict.Verdict, verdict.Blocks));
        Assert.Contains("evals/toy.outcomes.yaml(1,1): warning EG3501: production did worse with release 'r2' than with 'r1': down overall 10.0 % → 40.0 %", Text(verdict), StringComparison.Ordinal);
        Assert.Contains("production did worse with release 'r2'", _project.Read("TestResults/toy/report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesCasesThatLeaked()
    {
        Leak();

        var verdict = Judged("leakage: { against: train.txt }\n");

        Assert.Equal(Verdict.Clear, verdict.Verdict);
        Assert.Contains("train.txt(2): warning EG3201: case 'long': input.text stands here word for word", Text(verdict), StringComparison.Ordinal);
    }

    [Fact]
    public void JudgesWithoutCasesThatLeakedWhereThatIsThePolicy()
    {
        Leak();

        var verdict = Judged("leakage: { against: train.txt, policy: exclude }\n", "long", "q-00");

        var overall = verdict.Comparisons.Single(c => c.Slice.IsOverall);
        Assert.Equal((24, 1), (overall.Cases, overall.Losses));
        Assert.Empty(verdict.Unpaired.Retired);
        Assert.Contains("warning EG3205: 1 case leaked and is left out of the verdict: long. Of the run, correct is 95.8 % without and 92.0 % with them.", Text(verdict), StringComparison.Ordinal);
        Assert.Contains("1 case leaked and is left out of the verdict: long.", _project.Read("TestResults/toy/report.md"), StringComparison.Ordinal);
        Assert.Equal((25, 2), Judged("leakage: { against: train.txt }\n", "long", "q-00").Comparisons.Where(c => c.Slice.IsOverall).Select(c => (c.Cases, c.Losses)).Single());
    }

    [Fact]
    public void IsNotJudgedWhileCasesLeakWhereThatIsThePolicy()
    {
        Leak();

        var verdict = Judged("leakage: { against: train.txt, policy: block }\n");

        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
        Assert.Contains("case 'long': input.text stands here", TextReport.Headline(verdict), StringComparison.Ordinal);
        _project.Write("train.txt", "nothing\n");
        Assert.Equal((Verdict.Clear, false), (Judged("leakage: { against: train.txt, policy: block }\n") is { } clean ? (clean.Verdict, clean.Blocks) : default));
    }

    public void Dispose() => _project.Dispose();

    private void Leak()
    {
        AddCases(Case("long", Leaked));
        _project.Write("train.txt", $"nothing\n{Leaked.ToLowerInvariant()}\n");
    }

    private static string Case(string id, string text) =>
        JsonSerializer.Serialize(new { id, input = new { text }, expected = new { label = "even" }, slices = new { language = "en" } });

    private void AddCases(params string[] cases) => _project.Write("evals/toy.cases.jsonl", _project.Read("evals/toy.cases.jsonl") + string.Concat(cases.Select(c => c + "\n")));

    /// <summary>The verdict on a run in which some cases are wrong, against a baseline in which none was.</summary>
    private SuiteVerdict Judged(string keys, params string[] wrong)
    {
        _project.Write("evals/toy.eval.yaml", AProject.Suite + keys);
        _project.Generate();
        Assert.IsType<Accepted>(AcceptCommand.Execute(_project.Load(), [_project.Run(1), _project.Run(2)], "a tester", null).Acceptance);
        return GateCommand.Execute(_project.Load(), _project.Run(3, wrong), _project.Results).Verdict;
    }

    private static string Text(SuiteVerdict verdict) => Text(verdict.Findings.Select(f => f.ToString()));

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines);
}
