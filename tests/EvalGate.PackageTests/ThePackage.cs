using System.Globalization;
using System.Reflection;
using EvalGate.PackageTests;

[assembly: AssemblyFixture(typeof(ThePackage))]

namespace EvalGate.PackageTests;

/// <summary>The packages of a test project, packed once per run from what was just built, under a version of its own; gone afterwards.</summary>
public sealed class ThePackage : IDisposable
{
    public static readonly string Root = Setting("RepositoryRoot");

    private static readonly string[] Names = ["EvalGate", "EvalGate.Chat"];

    public ThePackage()
    {
        Version = string.Create(CultureInfo.InvariantCulture, $"0.0.0-test.{Environment.ProcessId}.{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}");
        Folder = Directory.CreateTempSubdirectory("evalgate-package-").FullName;
        foreach (var package in Names)
        {
            Dotnet.Run(Root, $"pack src/{package} -c {Setting("Configuration")} --no-build -o \"{Folder}\" -p:MinVerVersionOverride={Version} -p:PackageVersion={Version}").Exits(0);
        }
    }

    public string Version { get; }

    /// <summary>A folder source with these packages alone.</summary>
    public string Folder { get; }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var extracted in Names.Select(n => Path.Combine(cache, n.ToLowerInvariant(), Version)).Where(Directory.Exists))
        {
            Directory.Delete(extracted, recursive: true);
        }
    }

    private static string Setting(string key) =>
        typeof(ThePackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
