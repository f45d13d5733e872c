using EvalGate.PackageTests;

namespace EvalGate.Tool.PackageTests;

public sealed class AStartedProject(TheTool tool) : IDisposable
{
    private readonly DirectoryInfo _folder = tool.NewFolder();

    [Fact]
    public void IsLedFromInitToTheGate()
    {
        TheTool.AddTestProject(_folder);

        tool.Run(_folder.FullName, "init").Exits(0).Says("Next: dotnet test");
        Dotnet("test").Exits(0).Says("skipped EvalGate sample", "there is no baseline yet", "total: 8");
        tool.Run(_folder.FullName, "gate").Exits(2).Says("there is no baseline yet");
        tool.Run(_folder.FullName, "accept").Exits(3).Says("add --yes");
        tool.Run(_folder.FullName, "accept", "--yes").Exits(0).Says("EvalGate accepted sample: 6 cases", "evals/sample.baseline.jsonl");
        Dotnet("test").Exits(0).Says("total: 8", "succeeded: 8");
        tool.Run(_folder.FullName, "gate").Exits(0).Says("sample: clear – identical on all 6 cases");
        tool.Run(_folder.FullName, "validate").Exits(0).Says("1 suite, 6 cases: no problems.");
        tool.Run(_folder.FullName, "init").Exits(0).Says("kept evals/sample.eval.yaml");
    }

    [Fact]
    public void OfItsOwnStandsBesideOneOnVsTest()
    {
        const string Tests = """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
                <PackageReference Include="xunit.v3.mtp-off" Version="4.0.2" />
                <PackageReference Include="xunit.runner.visualstudio" Version="4.0.1" />
                <ProjectReference Include="../../src/Shop/Shop.csproj" />
              </ItemGroup>
            </Project>
            """;
        Write("src/Shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        Write("tests/Shop.Tests/Shop.Tests.csproj", Tests.Replace("<TargetFramework>", "<OutputType>Exe</OutputType><TargetFramework>", StringComparison.Ordinal));
        Write("tests/Shop.Tests/AShop.cs", "public sealed class AShop { [Xunit.Fact] public void Opens() { } }");

        tool.Run(_folder.FullName, "init", "tests/Shop.Tests").Exits(0).Says("created tests/Shop.Evals/Shop.Evals.csproj", "Next: cd tests/Shop.Evals && dotnet test");

        Dotnet("test", "tests/Shop.Evals").Exits(0).Says("skipped EvalGate sample", "total: 7");
        Dotnet("test", "tests/Shop.Tests").Exits(0).Says("Passed: 1");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Outcome Dotnet(string arguments, string folder = "") => tool.Dotnet(Path.Combine(_folder.FullName, folder), arguments);

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
