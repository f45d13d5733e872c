using EvalGate.Suites;

namespace EvalGate.Commands.Tests;

public sealed class TheFilesOfAJudge : IDisposable
{
    private const string Judged = "  helpful: { scorer: judge, of: output.label, rubric: rubrics/helpful.md, model: m, range: 1..5, labels: labels.jsonl }\ngate:";

    private readonly AProject _project = new();

    public TheFilesOfAJudge()
    {
        _project.Write("evals/toy.eval.yaml", AProject.Suite.Replace("gate:", Judged, StringComparison.Ordinal));
        _project.Write("evals/rubrics/helpful.md", "Five for a full answer.\r\n\r\nOne for none.\n\n");
        _project.Write("evals/labels.jsonl", """{"case":"q-00","output":"even","label":5}""" + "\n\n" + """{"case":"q-01","output":{"b":1,"a":[2]},"label":1.5}""" + "\n");
    }

    [Fact]
    public void BecomePartOfTheSuite()
    {
        var metric = Read().Suite!.Metrics.Single(m => m.Name == "helpful");

        Assert.Equal("Five for a full answer.\n\nOne for none.", metric.Scorer.Settings["rubric"]);
        Assert.Equal([new("q-00", "even", 5), new("q-01", """{"a":[2],"b":1}""", 1.5)], metric.Judge!.Labels);
    }

    [Fact]
    public void MakeAnotherJudgeByWhatTheySayAndNotByWhereTheyLie()
    {
        var before = Fingerprint();
        _project.Write("evals/other.md", "Five for a full answer.\n\nOne for none.");
        _project.Write("evals/toy.eval.yaml", _project.Read("evals/toy.eval.yaml").Replace("rubrics/helpful.md", "other.md", StringComparison.Ordinal));
        Assert.Equal(before, Fingerprint());

        _project.Write("evals/other.md", "Be strict.");
        Assert.NotEqual(before, Fingerprint());
    }

    [Theory]
    [InlineData("not json", "(2,2): error EG1101: Not valid JSON: 'not json'")]
    [InlineData("[1]", "(2,1): error EG1008: metric 'helpful': a label is one JSON object, such as {\"case\":\"…\",\"output\":\"…\",\"label\":5}.")]
    [InlineData("""{"case":"q-00","label":5}""", "(2,1): error EG1006: metric 'helpful': the label needs 'output', as in {\"case\":\"…\",\"output\":\"…\",\"label\":5}.")]
    [InlineData("""{"case":7,"output":"even","label":5}""", "(2,9): error EG1008: metric 'helpful': 'case' must be a text.")]
    [InlineData("""{"case":"q-00","output":"even","label":"5"}""", "(2,40): error EG1008: metric 'helpful': 'label' must be a number within 1..5.")]
    [InlineData("""{"case":"q-00","output":"ä","label": 6}""", "(2,38): error EG1008: metric 'helpful': 'label' must be a number within 1..5.")]
    [InlineData("""{"case":"q-00","output":"even","label":5,"arm":"canddate"}""", "(2,48): error EG1008: metric 'helpful': 'arm' is 'canddate'; baseline, candidate are allowed. Did you mean 'candidate'?")]
    [InlineData("""{"case":"q-00","output":"even","label":5,"arm":3}""", "(2,48): error EG1008: metric 'helpful': 'arm' is '3'; baseline, candidate are allowed.")]
    [InlineData("""{"case":"q-00","output":"even","label":5,"arms":"baseline"}""", "(2,42): error EG1004: metric 'helpful': a label has no key 'arms'; there are case, output, label, arm. Did you mean 'arm'?")]
    [InlineData("""{"case":"q-00","output":"even","label":5,"against":"odd"}""", "(2,42): error EG1004: metric 'helpful': a label has no key 'against'; there are case, output, label, arm.")]
    [InlineData("""{"case":"q-00","case":"q-01","output":"even","label":5}""", "(2,16): error EG1105: The key 'case' stands twice in one object. Keep one.")]
    public void HoldNothingThatIsNoLabel(string line, string mistake)
    {
        _project.Write("evals/labels.jsonl", """{"case":"q-00","output":"even","label":5}""" + $"\n{line}\n");

        Assert.StartsWith("evals/labels.jsonl" + mistake, Assert.Single(Read().Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void HoldWhatLabelsOfPreferencesWereComparedWith()
    {
        const string Pairwise = "  preferred: { scorer: pairwise, of: output.label, rubric: rubrics/helpful.md, model: m, labels: preferred.jsonl }\nsnapshots: {}\ngate:";
        _project.Write("evals/toy.eval.yaml", AProject.Suite.Replace("gate:", Pairwise, StringComparison.Ordinal));
        _project.Write("evals/preferred.jsonl", """{"case":"q-00","output":"even","against":"odd","label":0.5,"arm":"candidate"}""" + "\n" + """{"case":"q-00","output":"even","label":1}""" + "\n");

        var read = Read();

        Assert.Equal([new("q-00", "even", 0.5) { Against = "odd", Arm = "candidate" }], read.Suite!.Metrics.Single(m => m.Name == "preferred").Judge!.Labels);
        Assert.Equal(
            "evals/preferred.jsonl(2,1): error EG1006: metric 'preferred': the label needs 'against', as in {\"case\":\"…\",\"output\":\"…\",\"against\":\"…\",\"label\":1}.",
            Assert.Single(read.Diagnostics).ToString());
    }

    [Fact]
    public void HoldNoLabelOfACaseThatIsNotThere()
    {
        _project.Write("evals/labels.jsonl", """{"case":"q-0O","output":"even","label":5}""" + "\n" + """{"case":"q-01","output":"odd","label":5}""");

        Assert.EndsWith(
            "error EG1011: metric 'helpful': 'labels.jsonl' labels an output of case 'q-0O', which is not there. Did you mean 'q-00'?",
            Assert.Single(Read().Diagnostics).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void MustBeThere()
    {
        _project.Delete("evals/labels.jsonl");
        _project.Delete("evals/rubrics/helpful.md");

        Assert.Equal(
            ["metric 'helpful': there is no file 'rubrics/helpful.md'. Paths are relative to the suite's folder.", "metric 'helpful': there is no file 'labels.jsonl'. Paths are relative to the suite's folder."],
            Read().Diagnostics.Select(d => d.Message));
    }

    [Fact]
    public void AreOfASizeThatAModelReads()
    {
        _project.Write("evals/rubrics/helpful.md", new string('x', 100_001));

        Assert.Contains("the rubric is longer than 100000 characters", Assert.Single(Read().Diagnostics).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _project.Dispose();

    private CheckedSuite Read() => CheckedSuite.Read(_project.Folder, "evals/toy.eval.yaml", new YamlLanguage());

    private string Fingerprint() => Read().Suite!.Metrics.Single(m => m.Name == "helpful").Fingerprint;
}
