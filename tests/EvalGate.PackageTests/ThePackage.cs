using System.Globalization;
using System.Reflection;
using EvalGate.PackageTests;

[assembly: AssemblyFixture(typeof(ThePackage))]

namespace EvalGate.PackageTests;

/// <summary>The package, packed once per run from what was just built, under a version of its own; gone afterwards.</summary>
public sealed class ThePackage : IDisposable
{
    public static readonly string Root = Setting("RepositoryRoot");

    public ThePackage()
    {
        Version = string.Create(CultureInfo.InvariantCulture, $"0.0.0-test.{Environment.ProcessId}.{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}");
        Folder = Directory.CreateTempSubdirectory("evalgate-package-").FullName;
        Dotnet.Run(Root, $"pack src/EvalGate -c {Setting("Configuration")} --no-build -o \"{Folder}\" -p:MinVerVersionOverride={Version} -p:PackageVersion={Version}").Exits(0);
    }

    public string Version { get; }

    /// <summary>A folder source with this package alone.</summary>
    public string Folder { get; }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var extracted = Path.Combine(cache, "evalgate", Version);
        if (Directory.Exists(extracted))
        {
            Directory.Delete(extracted, recursive: true);
        }
    }

    private static string Setting(string key) =>
        typeof(ThePackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
