namespace EvalGate.PackageTests;

/// <summary>A library, tests on VSTest with a suite, and a folder of evals with a runner of its own, as <c>evalgate init</c> makes it.</summary>
public sealed class ASolution(ASolution.Accepted accepted) : IClassFixture<ASolution.Accepted>
{
    private const string Broken = "toy.eval.yaml(12,7): error EG2001: slice language=de: correct fell 41.7 pp";

    [Fact]
    public void RunsItsTestsAndItsEvalsWithOneCommand()
    {
        accepted.Run("test Shop.slnx --no-build").Exits(0).Says("EvalGate toy: clear", "toy: clear – identical on all 48 cases", "Total tests: 48");
        accepted.Run("test Shop.slnx --no-build", ("TOY", "worse")).Exits(1).Says($"Shop.Evals/evals/{Broken}", "EvalGateException : toy: REGRESSED");
    }

    [Fact]
    public void IsJudgedByTheTargetWhereItHasSuites()
    {
        accepted.Run("build Shop.slnx --no-restore -t:EvalGate -warnaserror").Exits(0).Says("EvalGate toy: clear").DoesNotSay("of Shop …");
        accepted.Run("build Shop.slnx --no-restore -t:EvalGate", ("TOY", "worse")).Exits(1).Says($"Shop.Evals/evals/{Broken}", $"Shop.Tests/evals/{Broken}");
    }

    [Fact]
    public void LeavesTheEvalsFolderToItsOwnRunner() =>
        accepted.Evals.Test("", ("TOY", "worse")).Exits(2).Says("failed EvalGate toy", "total: 49");

    /// <summary>All projects with accepted baselines, built once.</summary>
    public sealed class Accepted : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evalgate-solution-");

        public Accepted(ThePackage package)
        {
            Evals = new(package, Path.Combine(_folder.FullName, "Shop.Evals"));
            Write("Shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
            Write("Shop.slnx", """
                <Solution>
                  <Project Path="Shop/Shop.csproj" />
                  <Folder Name="/evals/"><Project Path="Shop.Evals/Toy.csproj" /></Folder>
                  <Folder Name="/tests/"><Project Path="Shop.Tests/Toy.csproj" /></Folder>
                </Solution>
                """);
            // As the README shows it: a target that only some projects have.
            Write("Directory.Solution.targets", """
                <Project>
                  <Target Name="EvalGate">
                    <MSBuild Projects="@(ProjectReference)" Targets="EvalGate" SkipNonexistentTargets="true" BuildInParallel="true" />
                  </Target>
                </Project>
                """);
            foreach (var project in (SampleProject[])[Evals, SampleProject.OnVsTest(package, Path.Combine(_folder.FullName, "Shop.Tests"))])
            {
                project.Accept().Exits(0);
            }

            Run("build Shop.slnx").Exits(0);
        }

        public SampleProject Evals { get; }

        public Outcome Run(string command, params (string Name, string Value)[] environment) => Dotnet.Run(_folder.FullName, command, environment);

        public void Dispose() => _folder.Delete(recursive: true);

        private void Write(string path, string text)
        {
            var file = Path.Combine(_folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }
}
