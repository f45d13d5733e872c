using System.Globalization;

namespace EvalGate.Benchmarks;

/// <summary>The package as users get it, packed under a version of its own into a folder for projects that use it; gone afterwards.</summary>
internal sealed class PackedPackage : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evalgate-benchmark-");
    private readonly string _version = string.Create(CultureInfo.InvariantCulture, $"0.0.0-benchmark.{Environment.ProcessId}.{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}");

    public PackedPackage()
    {
        var feed = Path.Combine(_folder.FullName, "feed");
        Dotnet.Run(["pack", Path.Combine(Sample.Home, "..", "..", "src", "EvalGate"), "-c", "Release", "-o", feed, $"-p:MinVerVersionOverride={_version}", $"-p:PackageVersion={_version}"]);
        Write("nuget.config", $"""<configuration><packageSources><add key="packed" value="{feed}" /></packageSources></configuration>""");
    }

    /// <summary>The line of a project file that uses it.</summary>
    public string Reference => $"""<PackageReference Include="EvalGate" Version="{_version}" />""";

    /// <summary>Writes a file; returns its path.</summary>
    public string Write(string relative, string text)
    {
        var path = Path.Combine(_folder.FullName, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var extracted = Path.Combine(cache, "evalgate", _version);
        if (Directory.Exists(extracted))
        {
            Directory.Delete(extracted, recursive: true);
        }
    }
}
