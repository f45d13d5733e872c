namespace EvalGate.Commands.Tests;

public static class AGeneration
{
    [Fact]
    public static void MirrorsTheSuites()
    {
        using var project = new AProject();
        project.Write("evals/second.eval.yaml", Named("second"));
        Assert.Equal(5, Clean(project.Generate()).Written);
        Assert.Equal(["EvalGate.Assembly.g.cs", "second.g.cs", "second.suite.json", "toy.g.cs", "toy.suite.json"], project.GeneratedFiles());

        project.Delete("evals/second.eval.yaml");
        Assert.Equal(3, Clean(project.Generate()).Written);
        Assert.Equal(["EvalGate.Assembly.g.cs", "toy.g.cs", "toy.suite.json"], project.GeneratedFiles());
    }

    [Fact]
    public static void OfTheSameSuitesWritesNothing()
    {
        using var project = new AProject();
        Clean(project.Generate());

        Assert.Equal(0, Clean(project.Generate()).Written);
    }

    [Fact]
    public static void ReadsTheMixOfProductionFromItsFile()
    {
        using var project = new AProject();
        project.Write("evals/toy.eval.yaml", Named("toy").Replace("metrics:", "weights: mix.csv\nmetrics:", StringComparison.Ordinal));
        Assert.Equal("evals/toy.eval.yaml(8,10): error EG1014: 'weights: mix.csv' is not there. The file stands beside the suite.", Assert.Single(project.Generate().Diagnostics).ToString());

        project.Write("evals/mix.csv", "language,share\nen,60%\nde,50%\n");
        Assert.StartsWith("evals/mix.csv(1,1): error EG1009: the weights of 'language' add up to 110%", Assert.Single(project.Generate().Diagnostics).ToString(), StringComparison.Ordinal);

        project.Write("evals/mix.csv", "language,share\nen,60%\nde,40%\n");
        Clean(project.Generate());
        Assert.Equal([("de", 0.4m), ("en", 0.6m)], Files.ResolvedSuiteFile.Read(Path.Combine(project.Generated, "toy.suite.json")).Mix!.Shares.OrderBy(s => s.Key).Select(s => (s.Key, s.Value)));
    }

    [Fact]
    public static void TakesTheWaiversBesideTheSuitesIntoThem()
    {
        using var project = new AProject();
        project.Write("evals/second.eval.yaml", Named("second"));
        project.Write("evals/waivers.yaml", "- { suite: tog, metric: correct, ceiling: 5pp, reason: known, expires: 2027-01-31 }\n- nonsense\n");
        Assert.Equal(
            ["evals/waivers.yaml(2,3): error EG1008: a waiver must be a map (key: value), found 'nonsense'.", "evals/waivers.yaml(1,12): error EG1011: there is no suite 'tog' to waive anything of; there are second, toy. Did you mean 'toy'?"],
            project.Generate().Diagnostics.Select(d => d.ToString()));

        project.Write("evals/waivers.yaml", "- { suite: toy, metric: correct, ceiling: 5pp, reason: known, expires: 2027-01-31 }\n");
        Clean(project.Generate());
        Assert.Equal("known", Assert.Single(Files.ResolvedSuiteFile.Read(Path.Combine(project.Generated, "toy.suite.json")).Gate!.Waivers).Reason);
        Assert.Empty(Files.ResolvedSuiteFile.Read(Path.Combine(project.Generated, "second.suite.json")).Gate!.Waivers);
    }

    [Fact]
    public static void LeavesForeignFilesAlone()
    {
        using var project = new AProject();
        project.Write("obj/evalgate/inputs.txt", "a list of the build");

        Clean(project.Generate());

        Assert.Contains("inputs.txt", project.GeneratedFiles());
    }

    [Fact]
    public static void AddsUpTheConcurrencyOfAllSuites()
    {
        using var project = new AProject();
        project.Write("evals/second.eval.yaml", Named("second").Replace("slices:", "concurrency: 3\nslices:", StringComparison.Ordinal));

        Clean(project.Generate());

        Assert.Contains("MaxThreads = 19)", File.ReadAllText(Path.Combine(project.Generated, "EvalGate.Assembly.g.cs")), StringComparison.Ordinal);
    }

    [Fact]
    public static void WarnsOnceWithoutParallelism()
    {
        using var project = new AProject();
        project.Write("evals/second.eval.yaml", Named("second"));

        Assert.Equal(
            "evals/second.eval.yaml(1,8): warning EG1201: the cases run one after the other: the suite asks for concurrency 16, xUnit gives 1. "
            + "Set <EvalGateParallel>true</EvalGateParallel> in the project to let rows run in parallel, or 'concurrency: 1' in the suite.",
            Assert.Single(project.Generate(parallel: false).Diagnostics).ToString());
        Assert.Contains("toy.g.cs", project.GeneratedFiles());
    }

    [Fact]
    public static void ResolvesHandWrittenCasesForAHostThatReadsNoYaml()
    {
        using var project = new AProject();
        project.Write("evals/toy.eval.yaml", AProject.Suite.Replace("toy.cases.jsonl", "[toy.cases.jsonl, more.cases.yaml]", StringComparison.Ordinal));
        project.Write("evals/more.cases.yaml", """
            - id: by-hand
              input: { text: hello }
              expected: { label: odd }
              slices: { language: fr }

            """);

        Clean(project.Generate());

        Assert.Contains("files/evals/more.cases.yaml.jsonl", project.GeneratedFiles());
        var loaded = project.Load();
        Assert.Empty(loaded.Diagnostics);
        Assert.Equal(25, loaded.Cases.Count);
        Assert.Equal("by-hand", loaded.Cases.Single(c => c.Slices["language"].Contains("fr")).Id);
    }

    [Fact]
    public static void TellsEveryMistakeOfAllSuitesAtOnceAndWritesNothing()
    {
        using var project = new AProject();
        project.Write("evals/a.eval.yaml", Named("a").Replace("slices:", "colour: red\nslices:", StringComparison.Ordinal).Replace("scorer: exact", "scorer: exacte", StringComparison.Ordinal));
        project.Write("evals/b.eval.yaml", Named("b").Replace("toy.cases.jsonl", "none.cases.jsonl", StringComparison.Ordinal).Replace("prompt.md", "prompts/*.md", StringComparison.Ordinal));
        project.Write("evals/c.eval.yaml", Named("c").Replace("- language", "- langage", StringComparison.Ordinal));
        project.Write("evals/d.eval.yaml", Named("TOY"));

        var result = project.Generate();

        Assert.Equal(0, result.Written);
        Assert.False(Directory.Exists(project.Generated));
        Assert.Equal(
            [
                "evals/a.eval.yaml EG1004",
                "evals/a.eval.yaml EG1011",
                "evals/b.eval.yaml EG1014",
                "evals/b.eval.yaml EG1014",
                "evals/c.eval.yaml EG1011",
                "evals/toy.eval.yaml EG1016",
            ],
            result.Diagnostics.Select(d => $"{d.Place.File} {d.Code}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void SaysWhatIsWrongAndWhere()
    {
        using var project = new AProject();
        project.Write("evals/toy.eval.yaml", AProject.Suite.Replace("toy.cases.jsonl", "tot.cases.jsonl", StringComparison.Ordinal).Replace("prompt.md", "prompt.txt", StringComparison.Ordinal));
        project.Write("evals/twice.eval.yaml", Named("Toy"));

        Assert.Equal(
            """
            evals/toy.eval.yaml(1,8): error EG1014: 'cases: evals/tot.cases.jsonl' matches no file. Paths are relative to the suite's folder.
            evals/toy.eval.yaml(5,3): error EG1014: component 'prompt': 'prompt.txt' matches no file. Paths are relative to the project folder.
            evals/twice.eval.yaml(1,8): error EG1016: suite 'Toy' is there twice: the first is at evals/toy.eval.yaml(1,8). Suite names are unique, whatever their case.
            """,
            string.Join('\n', project.Generate().Diagnostics));
    }

    [Fact]
    public static void ReportsBrokenCasesWithoutGuessingFurther()
    {
        using var project = new AProject();
        project.Write("evals/toy.cases.jsonl", "{\"id\":\"a\",\"input\":{},\"slices\":{\"langage\":\"de\"}}\nnonsense\n");

        var diagnostic = Assert.Single(project.Generate().Diagnostics);

        Assert.Equal(("EG1101", "evals/toy.cases.jsonl", 2), (diagnostic.Code, diagnostic.Place.File, diagnostic.Place.Line));
    }

    private static string Named(string name) => AProject.Suite.Replace("suite: toy", $"suite: {name}", StringComparison.Ordinal);

    private static GenerateResult Clean(GenerateResult result)
    {
        Assert.Empty(result.Diagnostics);
        return result;
    }
}
