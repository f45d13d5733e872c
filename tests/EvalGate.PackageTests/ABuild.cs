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
        _project.Build().Exits(0);
        Assert.Contains("0.03", File.ReadAllText(Path.Combine(Generated, "toy.suite.json")), StringComparison.Ordinal);
        Assert.Equal(first["toy.g.cs"], Stamps()["toy.g.cs"]);

        _project.Write("evals/other.eval.yaml", SampleProject.Suite.Replace("suite: toy", "suite: other", StringComparison.Ordinal));
        _project.Build().Exits(0);
        Assert.True(File.Exists(Path.Combine(Generated, "other.g.cs")));

        File.Delete(Path.Combine(_project.Folder, "evals", "other.eval.yaml"));
        _project.Build().Exits(0);
        Assert.False(File.Exists(Path.Combine(Generated, "other.g.cs")));
    }

    [Fact]
    public void ReportsEveryMistakeAtItsPlace()
    {
        _project.Write("evals/toy.eval.yaml", SampleProject.Suite.Replace("max_drop: 2pp", "max_dorp: 2pp", StringComparison.Ordinal).Replace("- language", "- langage", StringComparison.Ordinal));
        _project.Build().Exits(1).Says(
            "evals/toy.eval.yaml(12,", "error EG1004: a rule has no key 'max_dorp'", "Did you mean 'max_drop'?");

        _project.Write("evals/toy.eval.yaml", SampleProject.Suite.Replace("- language", "- langage", StringComparison.Ordinal));
        _project.Build().Exits(1).Says("evals/toy.eval.yaml(6,5): error EG1011: no case has a slice value 'langage'", "Did you mean 'language'?");

        _project.Write("evals/toy.eval.yaml", SampleProject.Suite.Replace("Toy.Sorter", "Toy.Sortre", StringComparison.Ordinal));
        _project.Build().Exits(1).Says("evals/toy.eval.yaml(2,14): error CS0234");

        _project.Write("evals/toy.eval.yaml", SampleProject.Suite.Replace("Toy.Sorter", "Toy.Question", StringComparison.Ordinal));
        _project.Build().Exits(1).Says("evals/toy.eval.yaml(2,10): error CS0411", "IEvalSubject<TInput, TOutput>");

        _project.Write("evals/toy.eval.yaml", SampleProject.Suite);
        _project.Write("evals/second.eval.yaml", SampleProject.Suite);
        _project.Build().Exits(1).Says("error EG1016: suite 'toy' is there twice");
        File.Delete(Path.Combine(_project.Folder, "evals", "second.eval.yaml"));

        var cases = Path.Combine(_project.Folder, "evals", "toy.cases.jsonl");
        File.AppendAllText(cases, "{\"id\":\"de-00\",\"input\":{}}\n{\"id\":\"broken\"\n");
        _project.Build().Exits(1).Says("evals/toy.cases.jsonl(49", "error EG1103", "evals/toy.cases.jsonl(50", "error EG1101");
    }

    [Fact]
    public void WarnsOnceWithoutParallelism()
    {
        _project.Write("Toy.csproj", _project.ProjectFile("", parallel: ""));

        _project.Build().Exits(0).Says("warning EG1201", "<EvalGateParallel>true</EvalGateParallel>", "1 Warning(s)");
    }

    [Fact]
    public void TakesHandWrittenCasesAndAModeFromTheProject()
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
        _project.Write("Toy.csproj", _project.ProjectFile("<EvalGateMode>record</EvalGateMode>"));
        _project.Build().Exits(0);

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

    private Dictionary<string, DateTime> Stamps() => Directory.EnumerateFiles(Generated, "*", SearchOption.AllDirectories)
        .Append(Path.Combine(_project.Folder, "obj", "Debug", "net10.0", "Toy.dll"))
        .ToDictionary(f => Path.GetFileName(f), File.GetLastWriteTimeUtc);
}
