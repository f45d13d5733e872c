using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Suites;

namespace EvalGate.Tool.Tests;

public sealed class AStart : IDisposable
{
    private const string Xunit = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="xunit.v3" Version="4.0.2" />
          </ItemGroup>
        </Project>

        """;

    private const string VsTest = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net8.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
            <PackageReference Include="xunit" Version="2.9.3" />
            <ProjectReference Include="..\..\src\Shop\Shop.csproj" />
          </ItemGroup>
        </Project>

        """;

    private readonly Workplace _place = new();

    [Fact]
    public void StartsWithCasesThatLintWarnsOfNothingIn()
    {
        _place.Write("Shop.Tests.csproj", Xunit);

        _place.Run("init").Exits(0);

        _place.Run("cases lint").Exits(0).Says("6 active cases: 0 warnings");
    }

    [Fact]
    public void AddsToATestProjectWhatItNeeds()
    {
        _place.Write("Shop.Tests.csproj", Xunit);

        Approved.Is("init.txt", Versionless(_place.Run("init --name support").Exits(0).Out));
        Approved.Is("init-project.csproj.txt", Versionless(_place.Read("Shop.Tests.csproj")));
        Approved.Is("init-suite.yaml.txt", _place.Read("evals/support.eval.yaml"));
        Approved.Is("init-subject.cs.txt", _place.Read("evals/SupportSubject.cs"));
        Assert.Equal("{\n  \"test\": { \"runner\": \"Microsoft.Testing.Platform\" }\n}\n", _place.Read("global.json"));
        Assert.Empty(ProjectSuites.Read(_place["evals/support.eval.yaml"], new YamlLanguage()).Diagnostics);
    }

    [Fact]
    public void ChangesNothingTheSecondTime()
    {
        _place.Write("Shop.Tests.csproj", Xunit);
        _place.Run("init").Exits(0);
        string[] files = [.. Directory.EnumerateFiles(_place.Folder, "*", SearchOption.AllDirectories)];
        var before = files.Select(File.ReadAllText).ToArray();
        File.WriteAllText(_place["evals/sample.eval.yaml"], before[Array.IndexOf(files, _place["evals/sample.eval.yaml"])] + "# mine\n");

        var text = _place.Run("init --name other").Exits(0).Says("kept    evals/sample.eval.yaml", "kept    Shop.Tests.csproj", "kept    global.json").Out;

        Assert.DoesNotContain("created", text, StringComparison.Ordinal);
        Assert.EndsWith("# mine\n", _place.Read("evals/sample.eval.yaml"), StringComparison.Ordinal);
        Assert.Equal(files.Order(StringComparer.Ordinal), Directory.EnumerateFiles(_place.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NeverWritesOverAFile()
    {
        _place.Write("Shop.Tests.csproj", Xunit);
        _place.Write("evals/SampleSubject.cs", "mine");
        _place.Write("evals/sample.cases.jsonl", "mine");

        _place.Run("init").Exits(0).Says("created evals/sample.eval.yaml", "kept    evals/SampleSubject.cs", "kept    evals/sample.cases.jsonl");

        Assert.Equal(("mine", "mine"), (_place.Read("evals/SampleSubject.cs"), _place.Read("evals/sample.cases.jsonl")));
    }

    [Fact]
    public void PutsTheVersionWhereVersionsAre()
    {
        _place.Write("Directory.Packages.props", "<Project>\n  <PropertyGroup>\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\n  </PropertyGroup>\n</Project>\n");
        _place.Write("tests/Shop.Tests/Shop.Tests.csproj", Xunit.Replace(" Version=\"4.0.2\"", "", StringComparison.Ordinal));

        _place.Run("init tests/Shop.Tests").Exits(0).Says("changed Directory.Packages.props: version of EvalGate", "Next: cd tests/Shop.Tests && dotnet test");

        Assert.Contains("<PackageReference Include=\"EvalGate\" />", _place.Read("tests/Shop.Tests/Shop.Tests.csproj"), StringComparison.Ordinal);
        Assert.Contains($"<PackageVersion Include=\"EvalGate\" Version=\"{ToolVersion.Text}\" />", _place.Read("Directory.Packages.props"), StringComparison.Ordinal);
    }

    [Fact]
    public void KeepsLineEndsAndByteOrderMark()
    {
        File.WriteAllText(_place["Shop.Tests.csproj"], Xunit.ReplaceLineEndings("\r\n"), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        _place.Run("init").Exits(0);

        var bytes = File.ReadAllBytes(_place["Shop.Tests.csproj"]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal(bytes.Count(b => b == '\n'), bytes.Count(b => b == '\r'));
    }

    [Theory]
    [InlineData("""{ "sdk": { "version": "10.0.100" } }""", """{"sdk":{"version":"10.0.100"},"test":{"runner":"Microsoft.Testing.Platform"}}""")]
    [InlineData("{}", """{"test":{"runner":"Microsoft.Testing.Platform"}}""")]
    [InlineData("{ // pinned\n \"sdk\": {} }", """{"test":{"runner":"Microsoft.Testing.Platform"},"sdk":{}}""")]
    public void ChoosesTheRunnerForThisProjectOnly(string above, string expected)
    {
        _place.Write("global.json", above);
        _place.Write("tests/Shop.Tests.csproj", Xunit);
        _place.Write("own/global.json", above);
        _place.Write("own/Own.Tests.csproj", Xunit);

        _place.Run("init tests").Exits(0).Says("created tests/global.json");
        _place.Run("init own").Exits(0).Says("changed own/global.json: runner Microsoft.Testing.Platform");

        Assert.Equal(above, _place.Read("global.json"));
        Assert.Equal(Sorted(expected), Sorted(_place.Read("tests/global.json")));
        Assert.Equal(Sorted(expected), Sorted(_place.Read("own/global.json")));
    }

    [Fact]
    public void KeepsARunnerThatIsChosenAlready()
    {
        _place.Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        _place.Write("tests/Shop.Tests.csproj", Xunit.Replace("</ItemGroup>", "<PackageReference Include=\"Microsoft.NET.Test.Sdk\" /></ItemGroup>", StringComparison.Ordinal));

        _place.Run("init tests").Exits(0).Says("kept    global.json", "changed tests/Shop.Tests.csproj");
    }

    [Fact]
    public void GivesAProjectOnVsTestASeparateOne()
    {
        _place.Write("tests/Shop.Tests/Shop.Tests.csproj", VsTest);
        _place.Write("src/Shop/Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");

        Approved.Is("init-vstest.txt", _place.Run("init tests/Shop.Tests").Exits(0).Out);
        Approved.Is("init-separate.csproj.txt", Versionless(_place.Read("tests/Shop.Evals/Shop.Evals.csproj")));
        Assert.Equal(VsTest, _place.Read("tests/Shop.Tests/Shop.Tests.csproj"));
        Assert.Contains("subject: Shop.Evals.SampleSubject", _place.Read("tests/Shop.Evals/evals/sample.eval.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void GivesAnApplicationASeparateProjectThatKnowsIt()
    {
        _place.Write("Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\">\n</Project>\n");
        Directory.CreateDirectory(_place[".git"]);

        _place.Run("init").Exits(0).Says("created Shop.Evals/Shop.Evals.csproj", "changed Shop.csproj: leaves the evals project's files to it");

        Assert.Contains("<ProjectReference Include=\"../Shop.csproj\" />", _place.Read("Shop.Evals/Shop.Evals.csproj"), StringComparison.Ordinal);
        Assert.Contains("<DefaultItemExcludes>$(DefaultItemExcludes);Shop.Evals/**</DefaultItemExcludes>", _place.Read("Shop.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void GoesWhereItIsTold()
    {
        _place.Write("Shop.Tests.csproj", Xunit);

        using var json = JsonDocument.Parse(_place.Run("init --output ../evals-elsewhere/x --json").Exits(0).Out);

        var folder = Path.GetFullPath(Path.Combine(_place.Folder, "../evals-elsewhere/x"));
        Assert.Equal($"cd {folder} && dotnet test", json.RootElement.GetProperty("next").GetString());
        Assert.True(File.Exists(Path.Combine(folder, "Shop.Evals.csproj")));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Theory]
    [InlineData("init", "error EG1014: there is no C# project here. Go to the folder of a test project, or start one: dotnet new xunit3.")]
    [InlineData("init two", "error EG1014: there are several projects here: name one of A.csproj, B.csproj.")]
    [InlineData("init old", "error EG1008: the project targets net8.0, and EvalGate needs net10.0 or later. Raise it, or name a folder for a separate evals project: --output FOLDER.")]
    [InlineData("init old --name 1st", "error EG1008: '1st' is no name for a suite; letters, digits and '_' are allowed, at most 60, starting with a letter: it names the test class.")]
    [InlineData("init broken", "It is no valid XML")]
    [InlineData("init gone", "gone")]
    public void IsRefusedWithAReason(string arguments, string expected)
    {
        _place.Write("two/A.csproj", Xunit);
        _place.Write("two/B.csproj", Xunit);
        _place.Write("old/Old.Tests.csproj", Xunit.Replace("net10.0", "net8.0", StringComparison.Ordinal));
        _place.Write("broken/Broken.csproj", "<Project");

        Assert.Contains(expected, _place.Run(arguments).Exits(3).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    private static string Versionless(string text) => text.Replace(ToolVersion.Text, "VERSION", StringComparison.Ordinal);

    private static string Sorted(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return string.Join(',', document.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name + p.Value.GetRawText().Replace(" ", "", StringComparison.Ordinal)));
    }
}
