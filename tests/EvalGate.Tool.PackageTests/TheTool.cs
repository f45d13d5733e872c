using System.Diagnostics;
using System.Reflection;
using EvalGate.PackageTests;
using EvalGate.Tool.PackageTests;

[assembly: AssemblyFixture(typeof(TheTool))]

namespace EvalGate.Tool.PackageTests;

/// <summary>Both packages, packed once per run from what was just built, and the tool installed from its package; gone afterwards.</summary>
public sealed class TheTool : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private static readonly string Root = Setting("RepositoryRoot");
    private static readonly string Configuration = Setting("Configuration");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evalgate-tool-package-");

    public TheTool()
    {
        // 'init' references the package of the tool's own version, so both are packed under the version that was built in.
        var built = Path.Combine(Root, "src", "EvalGate.Tool", "bin", Configuration, "net10.0", "EvalGate.Tool.dll");
        Version = FileVersionInfo.GetVersionInfo(built).ProductVersion!.Split('+')[0];
        foreach (var project in new[] { "EvalGate", "EvalGate.Tool" })
        {
            EvalGate.PackageTests.Dotnet.Run(Root, $"pack src/{project} -c {Configuration} --no-build -o \"{Packages}\" -p:MinVerVersionOverride={Version} -p:PackageVersion={Version}").Exits(0);
        }

        Dotnet(_folder.FullName, $"tool install EvalGate.Tool --version {Version} --tool-path \"{Tools}\" --source \"{Packages}\"").Exits(0);
    }

    public string Version { get; }

    /// <summary>A package cache of its own: a package of this version from an earlier build must not be taken for this one.</summary>
    private (string Name, string Value)[] Cache =>
    [
        ("NUGET_PACKAGES", Path.Combine(_folder.FullName, "cache")),
        ("NUGET_FALLBACK_PACKAGES", Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")),
    ];

    /// <summary>The installed command.</summary>
    public string Command => Path.Combine(Tools, "evalgate");

    private string Packages => Path.Combine(_folder.FullName, "packages");

    private string Tools => Path.Combine(_folder.FullName, "tools");

    /// <summary>An empty folder in which packages are found.</summary>
    public DirectoryInfo NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("evalgate-tool-user-");
        File.WriteAllText(Path.Combine(folder.FullName, "nuget.config"), $"""<configuration><packageSources><add key="packed" value="{Packages}" /></packageSources></configuration>""");
        return folder;
    }

    /// <summary>Writes the test project of somebody who has no evals yet.</summary>
    public static void AddTestProject(DirectoryInfo folder)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "Shop.Tests.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3" Version="4.0.2" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder.FullName, "AShop.cs"), "public sealed class AShop { [Xunit.Fact] public void Opens() { } }");
    }

    /// <summary>Runs dotnet as a user's shell would.</summary>
    public Outcome Dotnet(string folder, string arguments, params (string Name, string Value)[] environment) =>
        EvalGate.PackageTests.Dotnet.Run(folder, arguments, [.. Cache, .. environment]);

    /// <summary>Runs the command as a user's shell would.</summary>
    public Outcome Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in Cache)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Limit), $"evalgate {string.Join(' ', arguments)} did not end within {Limit}");
        return new(process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Setting(string key) =>
        typeof(TheTool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
