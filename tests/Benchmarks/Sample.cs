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

    private static string Home => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "BenchmarksFolder").Value!;

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
            Dotnet.Run(["build", Project, "-c", "Release", "-v", "quiet", "-nologo", "-t:EvalGateAccept"]);
        }
    }

    /// <summary>Runs <c>dotnet test</c> on what was built.</summary>
    public Measured Test(int delay = 0) => Dotnet.Run(
        ["test", "--project", Project, "-c", "Release", "--no-build"],
        watched: Path.Combine(Folder, "bin"),
        new Dictionary<string, string> { ["ECHO_DELAY_MS"] = delay.ToString(CultureInfo.InvariantCulture) });

    private static string Text(int i) => string.Create(CultureInfo.InvariantCulture, $"the answer to question {i} is {i * 7 % 1000}");
}
