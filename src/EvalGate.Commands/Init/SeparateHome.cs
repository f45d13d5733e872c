using System.Text.RegularExpressions;
using EvalGate.Files;

namespace EvalGate.Commands;

/// <summary>A project of its own for evals, beside one whose tests run on VSTest, another framework, or not at all.</summary>
internal sealed partial class SeparateHome(ProjectFile project, string? output) : EvalsHome
{
    private const string XunitVersion = "4.0.2";
    private static readonly string[] TestPackages = ["xunit", "xunit.v3", "NUnit", "MSTest", "MSTest.TestFramework", "TUnit", "Microsoft.NET.Test.Sdk"];

    private readonly string _name = TestEnding().Replace(project.Name, "") + ".Evals";

    public override string Folder => output ?? (project.IsRepositoryRoot
        ? Path.Combine(project.Folder, _name)
        : Path.Combine(Path.GetDirectoryName(project.Folder)!, _name));

    public override string RootNamespace => _name;

    public override bool IsSeparate => true;

    public override IEnumerable<string> Notes =>
    [
        $"Evals are in a project of their own with its own global.json: {project.Name} {(IsTestProject ? "runs its tests another way than xUnit v3 on Microsoft.Testing.Platform, and 'dotnet test' takes one way at a time" : "is no test project")}. "
            + "Run 'dotnet test' in its folder. In a solution whose tests run on VSTest, 'dotnet test' runs it too.",
    ];

    private bool IsTestProject => project.Packages.Intersect(TestPackages, StringComparer.OrdinalIgnoreCase).Any();

    public override void Prepare(InitWriter writer, string version)
    {
        writer.Create($"{_name}.csproj", Source(version));
        if (IsInside(project.Folder) && !(project.Property("DefaultItemExcludes") ?? "").Contains(_name, StringComparison.Ordinal))
        {
            var relative = Path.GetRelativePath(project.Folder, Folder).Replace('\\', '/');
            writer.Change(project.Path, "leaves the evals project's files to it", text => Append(text, $"""
                  <PropertyGroup>
                    <DefaultItemExcludes>$(DefaultItemExcludes);{relative}/**</DefaultItemExcludes>
                  </PropertyGroup>

                """));
        }
    }

    private bool IsInside(string folder) => FolderPath.Below(folder, Folder) is not null;

    private string Source(string version)
    {
        // A test project leads to what it tests; anything else is what is to be evaluated.
        var references = IsTestProject ? project.Projects : [project.Path];
        var items = string.Concat(references.Select(r => $"    <ProjectReference Include=\"{Path.GetRelativePath(Folder, r).Replace('\\', '/')}\" />\n"));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <IsPackable>false</IsPackable>
                <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
                <!-- Cases run in parallel, as many as their suite's 'concurrency' says. -->
                <EvalGateParallel>true</EvalGateParallel>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3" Version="{XunitVersion}" />
                <PackageReference Include="EvalGate" Version="{version}" />
              </ItemGroup>

            """ + (items.Length == 0 ? "" : $"  <ItemGroup>\n{items}  </ItemGroup>\n") + "</Project>\n";
    }

    [GeneratedRegex(@"\.?(Unit|Integration)?Tests?$", RegexOptions.CultureInvariant)]
    private static partial Regex TestEnding();
}
