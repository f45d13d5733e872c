using Microsoft.Build.Utilities;

namespace EvalGate.MSBuild.Tests;

public sealed class AGeneration : IDisposable
{
    private const string Suite = """
        suite: toy
        subject: Toy.Sorter
        cases: toy.cases.jsonl
        slices:
          - language
        metrics:
          correct: { scorer: exact, of: output.label, expected: expected.label }

        """;

    private readonly TempFolder _folder = new();
    private readonly BuildLog _log;

    public AGeneration()
    {
        _log = new(_folder["project"]);
        _folder.Write("project/evals/toy.eval.yaml", Suite);
        _folder.Write("project/evals/toy.cases.jsonl", """{"id":"a","input":{},"expected":{"label":"odd"},"slices":{"language":"de"}}""");
    }

    [Theory]
    [InlineData("evals/toy.eval.yaml")]
    [InlineData(@"evals\toy.eval.yaml")]
    [InlineData(@".\evals/../evals\toy.eval.yaml")]
    public void ReadsASuiteHoweverItsPathIsWritten(string item)
    {
        Assert.True(Generate(item));

        var source = File.ReadAllText(_folder["project/obj/evalgate/toy.g.cs"]);
        Assert.Contains("/project/evals/toy.eval.yaml\"", source, StringComparison.Ordinal);
        Assert.DoesNotContain('\\', source);
        Assert.Contains("\"evals/toy.eval.yaml\"", File.ReadAllText(_folder["project/obj/evalgate/toy.suite.json"]), StringComparison.Ordinal);
        Assert.Empty(_log.Errors);
    }

    [Fact]
    public void ReportsMistakesAtTheirPlaceWithAnExplanation()
    {
        _folder.Write("project/evals/toy.eval.yaml", Suite.Replace("slices", "slicse", StringComparison.Ordinal));

        Assert.False(Generate("evals/toy.eval.yaml"));

        Assert.StartsWith($"{Path.Combine("evals", "toy.eval.yaml")}(4,1): error EG1004: ", Assert.Single(_log.Errors), StringComparison.Ordinal);
        Assert.EndsWith("codes.md#eg1004", Assert.Single(_log.HelpLinks), StringComparison.Ordinal);
    }

    [Fact]
    public void WarnsOfWhatStandsInTheWayOfParallelCases()
    {
        Assert.True(Generate("evals/toy.eval.yaml"));

        Assert.Contains(": warning EG1201: ", Assert.Single(_log.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void WarnsOfWhatLintWarnsOfUnlessItIsTurnedOff()
    {
        Assert.True(Generate(true, "evals/toy.eval.yaml"));
        Assert.DoesNotContain(_log.Warnings, w => w.Contains("EG31", StringComparison.Ordinal));

        _folder.Write("project/evals/toy.cases.jsonl", """{"id":"a","input":{"q":" "},"expected":{"label":"odd"},"slices":{"language":"de"}}""");
        Assert.True(Generate(false, "evals/toy.eval.yaml"));
        Assert.DoesNotContain(_log.Warnings, w => w.Contains("EG31", StringComparison.Ordinal));
        Assert.True(Generate(true, "evals/toy.eval.yaml"));
        Assert.StartsWith($"{Path.Combine("evals", "toy.cases.jsonl")}(1,0): warning EG3111: case 'a' has an input without any text.", Assert.Single(_log.Warnings, w => w.Contains("EG31", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesASuiteOutsideItsProject()
    {
        _folder.Write("elsewhere/far.eval.yaml", Suite);

        Assert.False(Generate("../elsewhere/far.eval.yaml"));

        Assert.Contains("error EG1008: ", Assert.Single(_log.Errors), StringComparison.Ordinal);
        Assert.Contains("far.eval.yaml lies outside the project's folder", _log.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void ReadsASuiteOnceThatIsListedTwice()
    {
        Assert.True(Generate("evals/toy.eval.yaml", @"evals\toy.eval.yaml"));

        Assert.Empty(_log.Errors);
    }

    [Fact]
    public void SaysWhatItCouldNotRead()
    {
        Assert.False(Generate("evals/missing.eval.yaml"));

        Assert.Contains("error EG3001: ", Assert.Single(_log.Errors), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private bool Generate(params string[] items) => Generate(false, items);

    private bool Generate(bool lint, params string[] items) => new EvalGateGenerate
    {
        BuildEngine = _log,
        // As the build hands it over: items know where they are.
        Suites = [.. items.Select(item => new TaskItem(Path.Combine(_folder["project"], item)))],
        ProjectFolder = _folder["project"],
        OutputFolder = "obj/evalgate/",
        RootNamespace = "Toy",
        Lint = lint,
    }.Execute();
}
