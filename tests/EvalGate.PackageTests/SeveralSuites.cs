using System.Globalization;

namespace EvalGate.PackageTests;

/// <summary>A suite of single questions, and one of conversations that are asked three times each.</summary>
public sealed class SeveralSuites(SeveralSuites.Accepted accepted) : IClassFixture<SeveralSuites.Accepted>
{
    private readonly SampleProject _project = accepted.Project;

    [Fact]
    public void AreJudgedEachByItself()
    {
        _project.Test("--output detailed", ("TOY", "talks")).Exits(2).Says(
            "passed EvalGate toy",
            "toy: clear – identical on all 48 cases",
            "failed EvalGate talks",
            "talks: REGRESSED – overall: correct fell 25.0 pp, from 100.0 % to 75.0 %",
            "total: 66");

        var run = File.ReadAllLines(Directory.EnumerateFiles(_project.ResultsOf("talks"), "*.jsonl").Order(StringComparer.Ordinal).Last());
        Assert.Equal(1 + (16 * 3) + 1, run.Length);
        Assert.Contains("16 cases are 8 independent observations", File.ReadAllText(Path.Combine(_project.ResultsOf("talks"), "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void AreReadFromAnotherRootWhenAskedTo()
    {
        var root = Directory.CreateTempSubdirectory("evalgate-root-").FullName;
        Directory.CreateDirectory(Path.Combine(root, "evals"));
        File.WriteAllLines(Path.Combine(root, "evals", "toy.cases.jsonl"), File.ReadLines(Path.Combine(_project.Folder, "evals", "toy.cases.jsonl")).Take(6));

        _project.Test("--filter-trait evalgate=toy", ("EVALGATE_ROOT", root)).Exits(0).Says("total: 7", "skipped EvalGate toy", "there is no baseline yet");

        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void AreAcceptedOneByOneWhenAskedTo()
    {
        var toy = File.ReadAllBytes(_project.Baseline);

        _project.Build("-t:EvalGateAccept -p:EvalGateSuite=talks -p:EvalGateAcceptedBy=octo -p:EvalGateReason=\"asked twice\"").Exits(0)
            .Says("accepted talks: 16 cases, 2 runs").DoesNotSay("accepted toy");
        _project.Build("-t:EvalGateAccept -p:EvalGateSuite=tolks").Exits(1).Says("there is no suite 'tolks'; there are talks, toy");

        Assert.Equal(toy, File.ReadAllBytes(_project.Baseline));
        var header = File.ReadLines(Path.Combine(_project.Folder, "evals", "talks.baseline.jsonl")).First();
        Assert.Contains("\"accepted_by\":\"octo\",\"reason\":\"asked twice\"", header, StringComparison.Ordinal);
    }

    /// <summary>Both suites with accepted baselines, built once.</summary>
    public sealed class Accepted : IDisposable
    {
        public Accepted(ThePackage package)
        {
            Project = new(package);
            Project.Write("evals/talks.eval.yaml", SampleProject.Talks);
            Project.Write("evals/talks.cases.yaml", string.Concat(Enumerable.Range(0, 16).Select(Case)));
            Project.Accept().Exits(0).Says("accepted toy: 48 cases, 2 runs", "accepted talks: 16 cases, 2 runs");
        }

        public SampleProject Project { get; }

        public void Dispose() => Project.Dispose();

        private static string Case(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
            - id: talk-{{number:00}}
              group: talk {{number / 2}}
              input: { text: question {{number}}, truth: odd }
              expected: { label: odd }
              slices: { language: {{(number % 4 < 2 ? "de" : "en")}} }

            """);
    }
}
