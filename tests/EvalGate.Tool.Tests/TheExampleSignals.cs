using System.Reflection;

namespace EvalGate.Tool.Tests;

/// <summary>The example's signals are what their seed makes: <c>EVALGATE_UPDATE=1</c> writes them.</summary>
public static class TheExampleSignals
{
    private static readonly string Production = Path.Combine(typeof(TheExampleSignals).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ExampleFolder").Value!, "production");

    [Fact]
    public static void AreWhatTheirSeedMakes() => Assert.All(ExampleSignals.Files, file =>
    {
        var path = Path.Combine(Production, file.Key);
        if (Environment.GetEnvironmentVariable("EVALGATE_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Value);
        }

        Assert.Equal(file.Value, File.ReadAllText(path).ReplaceLineEndings("\n"));
    });
}
