using EvalGate.Files;

namespace EvalGate.Commands;

/// <summary>An xUnit v3 test project that gets evals beside its tests.</summary>
internal sealed class TestProjectHome(ProjectFile project) : EvalsHome
{
    private const string Package = "EvalGate";

    public override string Folder => project.Folder;

    public override string RootNamespace => project.RootNamespace;

    public override bool IsSeparate => false;

    public override IEnumerable<string> Notes => project.Packages.Contains(Package, StringComparer.OrdinalIgnoreCase)
        ? []
        : ["EvalGateParallel lets all tests of this project run in parallel, not only the cases; [TestClass(DisableParallelization = true)] exempts a class."];

    public override void Prepare(InitWriter writer, string version)
    {
        var hasPackage = project.Packages.Contains(Package, StringComparer.OrdinalIgnoreCase);
        var hasSetting = project.Property("EvalGateParallel") is not null;
        if (hasPackage && hasSetting)
        {
            writer.Keep(project.Path);
            return;
        }

        var central = project.CentralVersionsFile;
        var written = central is null ? $" Version=\"{version}\"" : "";
        var lines = (hasSetting ? "" : Setting) + (hasPackage ? "" : $"  <ItemGroup>\n    <PackageReference Include=\"{Package}\"{written} />\n  </ItemGroup>\n");
        string[] what = [.. hasPackage ? Array.Empty<string>() : [$"package {Package} {version}"], .. hasSetting ? Array.Empty<string>() : ["EvalGateParallel"]];
        writer.Change(project.Path, string.Join(", ", what), text => Append(text, lines));
        if (!hasPackage && central is not null)
        {
            writer.Change(central, $"version of {Package}", text => Append(text, $"  <ItemGroup>\n    <PackageVersion Include=\"{Package}\" Version=\"{version}\" />\n  </ItemGroup>\n"));
        }
    }

    private const string Setting = """
          <PropertyGroup>
            <!-- Cases run in parallel, as many as their suite's 'concurrency' says. -->
            <EvalGateParallel>true</EvalGateParallel>
          </PropertyGroup>

        """;
}
