using System.Diagnostics;
using EvalGate.PackageTests;

namespace EvalGate.Tool.PackageTests;

/// <summary>From the first output to a changed one that is looked at and approved, as a user goes it.</summary>
public sealed class TheSnapshotsOfAProject(TheTool tool) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = tool.NewFolder();

    private string Subject => Path.Combine(_folder.FullName, "evals", "SampleSubject.cs");

    private string Snapshots => Path.Combine(_folder.FullName, "evals", "sample.snapshots");

    [Fact]
    public void AreApprovedOneByOneAndAtOnce()
    {
        Start();

        Dotnet("test").Exits(2).Says("capital-de-1.received.json", "\"answer\": \"Paris\"", "If it is intended: evalgate snapshots review sample");
        Tool("snapshots", "status").Exits(1).Says("sample: 6 outputs wait for approval, 6 block");
        Tool("accept", "--yes").Exits(1).Says("6 snapshots that block wait for approval");
        Tool("snapshots", "accept", "--kind", "new", "--expect-count", "6").Exits(0).Says("sample: 6 outputs approved, 0 left");
        Tool("accept", "--yes").Exits(0);
        Dotnet("test").Exits(0).Says("succeeded: 8");

        Change("\"Paris\"", "\"Lyon\"");
        Dotnet("test").Exits(2).Says("capital-de-1.received.json", "output.answer:", "- Paris", "+ Lyon");
        Tool("snapshots", "review").Exits(3).Says("evalgate snapshots accept sample --group A --expect-count 2   # value: output.answer: “Paris” → “Lyon”");
        Review("Ay");
        Dotnet("test").Exits(0).DoesNotSay("received.json");
        Assert.Equal(6, Directory.EnumerateFiles(Snapshots).Count());

        Change("\"Lyon\"", "\"Paris\"");
        Dotnet("test").Exits(2).Says("- Lyon", "+ Paris");
        Tool("snapshots", "reject", "--expect-count", "2").Exits(0);
        Change("\"Paris\"", "\"Lyon\"");
        Dotnet("build").Exits(0);
        Tool("snapshots", "check").Exits(0).Says("6 approved outputs: nothing is wrong.");
    }

    [Fact]
    public void AreLeftInAPackInCiAndPulledFromIt()
    {
        Start();
        Dotnet("test", ("CI", "true"), ("EVALGATE_RESULTS", Path.Combine(_folder.FullName, "artifact"))).Exits(2);

        Assert.False(Directory.Exists(Snapshots));
        Tool("snapshots", "pull", "artifact").Exits(0).Says("sample: 6 outputs of run");
        Tool("snapshots", "accept", "--expect-count", "6", "--reason", "first outputs").Exits(0);
        Assert.Equal(6, Directory.EnumerateFiles(Snapshots, "*.verified.json").Count());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Start()
    {
        TheTool.AddTestProject(_folder);
        Tool("init").Exits(0);
        var suite = Path.Combine(_folder.FullName, "evals", "sample.eval.yaml");
        File.WriteAllText(suite, File.ReadAllText(suite).Replace("policy: review", "policy: block", StringComparison.Ordinal));
    }

    private void Change(string from, string to) => File.WriteAllText(Subject, File.ReadAllText(Subject).Replace(from, to, StringComparison.Ordinal));

    private Outcome Tool(params string[] arguments) => tool.Run(_folder.FullName, arguments);

    private Outcome Dotnet(string arguments, params (string Name, string Value)[] environment) => tool.Dotnet(_folder.FullName, arguments, environment);

    /// <summary>Presses keys in a terminal; where no pseudo-terminal can be had, approves without one.</summary>
    private void Review(string keys)
    {
        if (!File.Exists("/usr/bin/script"))
        {
            TestContext.Current.AddWarning("No pseudo-terminal: util-linux's script is missing, so the review was not driven.");
            Tool("snapshots", "accept", "--group", "A", "--expect-count", "2").Exits(0);
            return;
        }

        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", $"{tool.Command} snapshots review", "/dev/null"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["TERM"] = "xterm" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(keys);
        process.StandardInput.Flush();
        var shown = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(Limit), "the review did not end");
        process.StandardInput.Close();
        Assert.Contains("sample: approve 2, reject 0, leave 0? [y/N] yes", shown.GetAwaiter().GetResult(), StringComparison.Ordinal);
    }
}
