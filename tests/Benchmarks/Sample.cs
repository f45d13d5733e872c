using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace EvalGate.Benchmarks;

/// <summary>A sample project beside this program: evals of an echo, or bare theories.</summary>
/// <param name="Name">Its folder and project.</param>
internal sealed record Sample(string Name)
{
    private static readonly string[] Languages = ["de", "en", "es", "fr"];

    /// <summary>The project file.</summary>
    public string Project => Path.Combine(Folder, $"{Name}.csproj");

    /// <summary>The folder.</summary>
    public string Folder => Path.Combine(Home, "Samples", Name);

    /// <summary>The folder of this program's source.</summary>
    public static string Home => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "BenchmarksFolder").Value!;

    /// <summary>Writes cases that an echo answers correctly, in four languages and eight categories.</summary>
    public void WriteCases(int count)
    {
        var name = Name.ToLowerInvariant();
        var lines = Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"case-{i:00000}"),
            input = new { text = Text(i) },
            expected = new { text = Text(i) },
            slices = new { language = Languages[i % Languages.Length], category = string.Create(CultureInfo.InvariantCulture, $"c{i % 8}") },
        }));
        File.WriteAllText(Path.Combine(Folder, "evals", $"{name}.cases.jsonl"), string.Join('\n', lines) + "\n", new UTF8Encoding(false));
    }

    /// <summary>Builds the project and, where it has a suite, accepts a run of it.</summary>
    public void Prepare()
    {
        Dotnet.Run(["build", Project, "-c", "Release", "-v", "quiet", "-nologo"]);
        if (Directory.Exists(Path.Combine(Folder, "evals")))
        {
            Dotnet.Run(["build", Project, "-c", "Release", "-v", "quiet", "-nologo", "-t:EvalGateAccept", "-p:EvalGateWithSnapshots=true"]);
        }
    }

    /// <summary>Where approved outputs are; preparing approves them.</summary>
    public string Snapshots => Path.Combine(Folder, "evals", $"{Name.ToLowerInvariant()}.snapshots");

    /// <summary>Builds what is built already.</summary>
    public Measured BuildAgain() => Dotnet.Run(["build", Project, "-c", "Release", "-v", "quiet", "-nologo", "--no-restore"]);

    /// <summary>Runs <c>dotnet test</c> on what was built.</summary>
    public Measured Test(int delay) => Test([("ECHO_DELAY_MS", delay.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Runs <c>dotnet test</c> on what was built.</summary>
    /// <param name="snapshots">What is done with snapshots.</param>
    public Measured Test(string snapshots = "verify") => Test([("EVALGATE_SNAPSHOTS", snapshots)]);

    private Measured Test((string Name, string Value)[] environment) => Dotnet.Run(
        ["test", "--project", Project, "-c", "Release", "--no-build"],
        watched: Path.Combine(Folder, "bin"),
        environment.ToDictionary(v => v.Name, v => v.Value));

    private static string Text(int i) => string.Create(CultureInfo.InvariantCulture, $"the answer to question {i} is {i * 7 % 1000}");
}
