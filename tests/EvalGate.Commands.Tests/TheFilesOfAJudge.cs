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
    [InlineData("not json")]
    [InlineData("""{"case":"q-00","label":5}""")]
    [InlineData("""{"case":"q-00","output":"even","label":"5"}""")]
    [InlineData("""{"case":"q-00","output":"even","label":6}""")]
    [InlineData("[1]")]
    public void HoldLabelsWithinTheScale(string line)
    {
        _project.Write("evals/labels.jsonl", """{"case":"q-00","output":"even","label":5}""" + $"\n{line}\n");

        Assert.Contains("metric 'helpful': line 2 of 'labels.jsonl' is no label", Assert.Single(Read().Diagnostics).Message, StringComparison.Ordinal);
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
