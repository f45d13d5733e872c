using System.Xml.Linq;

namespace EvalGate.RepositoryTests;

/// <summary>Who may know whom, and which packages: a project earns its place by its own package set.</summary>
public static class Arrows
{
    private const string Hosting = "Microsoft.Extensions.DependencyInjection";

    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Allowed = new()
    {
        ["EvalGate.Statistics"] = ([], ["MathNet.Numerics"]),
        ["EvalGate.Core"] = (["EvalGate.Statistics"], []),
        ["EvalGate.Suites"] = (["EvalGate.Core"], ["YamlDotNet"]),
        ["EvalGate.Files"] = (["EvalGate.Core"], []),
        ["EvalGate.Reports"] = (["EvalGate.Core"], []),
        ["EvalGate.Html"] = (["EvalGate.Core", "EvalGate.Reports"], ["OxyPlot.Core", "DiffPlex"]),
        ["EvalGate.GitHub"] = (["EvalGate.Core", "EvalGate.Reports"], ["Octokit"]),
        ["EvalGate.Warehouse"] = (["EvalGate.Core"], ["DuckDB.NET.Data.Full", "Npgsql"]),
        ["EvalGate.Commands"] = (["EvalGate.Files", "EvalGate.Reports"], []),
        ["EvalGate.Xunit"] = (["EvalGate.Commands"], [Hosting, "Microsoft.Testing.Platform", "Microsoft.Testing.Extensions.TrxReport.Abstractions", "xunit.v3.extensibility.core"]),
        ["EvalGate.Chat"] = (["EvalGate.Core", "EvalGate"], ["Microsoft.Extensions.AI", "Polly.Core"]),
        ["EvalGate.Shadow"] = ([], ["Microsoft.Extensions.AI.Abstractions", "Polly.Core"]),
        ["EvalGate.MSBuild"] = (["EvalGate.Commands", "EvalGate.Suites", "EvalGate.Html", "EvalGate.GitHub"], ["Microsoft.Build.Utilities.Core"]),
        ["EvalGate.Tool"] = (["EvalGate.Commands", "EvalGate.Suites", "EvalGate.Html", "EvalGate.GitHub", "EvalGate.Warehouse"], ["System.CommandLine", "Spectre.Console", "DiffEngine"]),
        ["EvalGate"] = (["EvalGate.Xunit", "EvalGate.MSBuild"], ["MathNet.Numerics", Hosting]),
    };

    public static TheoryData<string> Projects { get; } = [.. Repository.Files("src", "*.csproj")];

    [Theory]
    [MemberData(nameof(Projects))]
    public static void PointOneWay(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} is not in the table of arrows: say there what it may know.");
        var items = XDocument.Parse(Repository.Read(project)).Descendants();

        Assert.Empty(Includes(items, "ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Replace('\\', '/'))).Except(allowed.Projects));
        Assert.Empty(Includes(items, "PackageReference").Except(allowed.Packages));
    }

    [Fact]
    public static void KeepPureProjectsPure() =>
        Assert.All(
            new[] { "Statistics", "Core", "Suites", "Reports", "Html" },
            name => Assert.Contains("<IsPure>true</IsPure>", Repository.Read($"src/EvalGate.{name}/EvalGate.{name}.csproj"), StringComparison.Ordinal));

    [Fact]
    public static void LeaveNoProjectOutOfTheSolution()
    {
        var solution = Repository.Read("EvalGate.sln").Replace('\\', '/');

        Assert.All(
            Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")).Concat(Repository.Files("example-project", "*.csproj"))
                .Where(project => !project.StartsWith("tests/Benchmarks/Samples/", StringComparison.Ordinal)), // built by the benchmark, which writes their cases
            project => Assert.Contains(project, solution, StringComparison.Ordinal));
    }

    [Fact]
    public static void OpenInternalsToMatchingTestsOnly() =>
        Assert.All(
            Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.csproj")),
            file => Assert.DoesNotContain("InternalsVisibleTo", Repository.Read(file), StringComparison.Ordinal));

    private static IEnumerable<string> Includes(IEnumerable<XElement> items, string kind) =>
        items.Where(i => i.Name.LocalName == kind).Select(i => i.Attribute("Include")!.Value);
}
