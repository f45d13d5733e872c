namespace EvalGate.PackageTests;

public sealed class ABuild(ThePackage package) : IDisposable
{
    private readonly SampleProject _project = new(package);

    private string Generated => Path.Combine(_project.Folder, "obj", "Debug", "net10.0", "evalgate");

    [Fact]
    public void RegeneratesWhatChangedAndNothingElse()
    {
        _project.Build().Exits(0);
        var first = Stamps();
        _project.Build().Exits(0);
        Assert.Equal(first, Stamps());

        _project.Write("evals/toy.eval.yaml", SampleProject.Suite.Replace("2pp", "3pp", StringComparison.Ordinal));
        _project.Write("evals/other.eval.yaml", Named("other"));
        _project.Build().Exits(0);
        Assert.Contains("0.03", File.ReadAllText(Path.Combine(Generated, "toy.suite.json")), StringComparison.Ordinal);
        Assert.Equal(first["toy.g.cs"], Stamps()["toy.g.cs"]);
        Assert.True(File.Exists(Path.Combine(Generated, "other.g.cs")));

        File.Delete(Path.Combine(_project.Folder, "evals", "other.eval.yaml"));
        _project.Build().Exits(0);
        Assert.False(File.Exists(Path.Combine(Generated, "other.g.cs")));
    }

    [Fact]
    public void ReportsEveryMistakeAtItsPlace()
    {
        _project.Write("evals/key.eval.yaml", Named("key").Replace("timeout", "timeuot", StringComparison.Ordinal));
        _project.Write("evals/slice.eval.yaml", Named("slice").Replace("- language", "- langage", StringComparison.Ordinal));
        _project.Write("evals/twice.eval.yaml", Named("toy"));
        _project.Write("evals/cases.eval.yaml", Named("cases").Replace("toy.cases", "broken.cases", StringComparison.Ordinal));
        _project.Write("evals/broken.cases.jsonl", "{\"id\":\"a\",\"input\":{}}\n{\"id\":\"a\",\"input\":{}}\n{\"id\":\"broken\"\n");

        _project.Build().Exits(1).Says(
            "evals/key.eval.yaml(4,1): error EG1004:", "Did you mean 'timeout'?",
            "evals/slice.eval.yaml(6,5): error EG1011: no case has a slice value 'langage'", "Did you mean 'language'?",
            "evals/twice.eval.yaml(1,8): error EG1016: suite 'toy' is there twice",
            "evals/broken.cases.jsonl(2", "error EG1103",
            "evals/broken.cases.jsonl(3", "error EG1101");
    }

    [Fact]
    public void WarnsOfWhatLintFindsWhenCasesChangedAndUnlessItIsTurnedOff()
    {
        _project.Build("-p:EvalGateLint=true").Exits(0).Says("warning EG3110: ", "input.truth");

        _project.Build("-p:EvalGateLint=true").Exits(0).DoesNotSay("EG31");
        _project.Write("evals/toy.cases.jsonl", File.ReadAllText(Path.Combine(_project.Folder, "evals", "toy.cases.jsonl")) + """{"id":"new","input":{"text":"question 3"},"expected":{"label":"odd"},"slices":{"language":"en"}}""" + "\n");
        _project.Build("-p:EvalGateLint=true").Exits(0).Says("warning EG31");
        _project.Build().Exits(0).DoesNotSay("EG31");
        _project.Build("-p:EvalGateLint=true -warnaserror").Exits(1).Says("error EG31");
    }

    [Fact]
    public void PointsAtTheSuiteWhenASubjectIsMissingOrIsNone()
    {
        _project.Write("evals/toy.eval.yaml", SampleProject.Suite.Replace("Toy.Sorter", "Toy.Sortre", StringComparison.Ordinal));
        _project.Write("evals/other.eval.yaml", Named("other").Replace("Toy.Sorter", "Toy.Question", StringComparison.Ordinal));

        _project.Build().Exits(1).Says("evals/toy.eval.yaml(2,14): error CS0234");

        _project.Write("evals/toy.eval.yaml", SampleProject.Suite);
        _project.Build().Exits(1).Says("evals/other.eval.yaml(2,10): error CS0411", "IEvalSubject<TInput, TOutput>");
    }

    [Fact]
    public void TakesHandWrittenCasesAndAModeAndWarnsOnceWithoutParallelism()
    {
        _project.Write("evals/toy.eval.yaml", SampleProject.Suite.Replace("toy.cases.jsonl", "toy.cases.yaml", StringComparison.Ordinal));
        _project.Write("evals/toy.cases.yaml", """
            - id: de-77
              input: { text: eins, truth: odd }
              expected: { label: odd }
              slices: { language: de }
            - id: en-78
              input: { text: two, truth: even }
              expected: { label: even }
              slices: { language: en }

            """);
        _project.Write("Toy.csproj", _project.ProjectFile("<EvalGateMode>record</EvalGateMode>", parallel: ""));
        _project.Build().Exits(0).Says("warning EG1201", "<EvalGateParallel>true</EvalGateParallel>", "1 Warning(s)");

        _project.Test().Exits(0).Says("total: 2", "succeeded: 2").DoesNotSay("EvalGate toy");
        _project.Test("", ("EVALGATE_MODE", "enforce")).Exits(0).Says("skipped EvalGate toy");
    }

    [Fact]
    public void GeneratesForDesignTimeToo()
    {
        _project.Build("-t:Restore").Exits(0);

        _project.Build("--no-restore -p:DesignTimeBuild=true -t:CoreCompile -p:SkipCompilerExecution=true -p:ProvideCommandLineArgs=true").Exits(0);

        Assert.True(File.Exists(Path.Combine(Generated, "toy.g.cs")));
    }

    [Fact]
    public void LeavesALibraryAlone()
    {
        File.Delete(Path.Combine(_project.Folder, "Toy.csproj"));
        _project.Write("Toy.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup><PackageReference Include="EvalGate" Version="{package.Version}" /></ItemGroup>
            </Project>
            """);

        _project.Build().Exits(0);

        Assert.False(Directory.Exists(Generated));
    }

    public void Dispose() => _project.Dispose();

    private static string Named(string name) => SampleProject.Suite.Replace("suite: toy", $"suite: {name}", StringComparison.Ordinal);

    private Dictionary<string, DateTime> Stamps() => Directory.EnumerateFiles(Generated, "*", SearchOption.AllDirectories)
        .Append(Path.Combine(_project.Folder, "obj", "Debug", "net10.0", "Toy.dll"))
        .ToDictionary(f => Path.GetFileName(f), File.GetLastWriteTimeUtc);
}
