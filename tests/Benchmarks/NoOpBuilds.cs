using System.Globalization;

namespace EvalGate.Benchmarks;

/// <summary><c>dotnet build</c> of a project in which nothing changed, with the package and without it.</summary>
internal static class NoOpBuilds
{
    private const int Suites = 20;

    /// <summary>Builds are short, and the bar is close to 1: the median needs more of them.</summary>
    private const int BuildsPerRound = 3;

    private const string Test = "public sealed class Something { [Xunit.Fact] public void Holds() { } }\n";

    private const string Subject = """
        using EvalGate;

        namespace Sample;

        public sealed record Question(string Text);

        public sealed class Echo : IEvalSubject<Question, Question>
        {
            public Task<Question> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken) => Task.FromResult(input);
        }

        """;

    /// <summary>A project with 20 suites against one that never heard of EvalGate.</summary>
    public static IEnumerable<Bar> AgainstTheSameWithout(int rounds)
    {
        using var package = new PackedPackage();
        var (with, without) = (Prepare(package, "With", package.Reference), Prepare(package, "Without", ""));
        var builds = Enumerable.Range(0, rounds * BuildsPerRound).Select(i => Pair(with, without, i % 2 == 0)).ToArray();
        yield return Bar.OfSeconds($"{Suites} suites, no-op dotnet build: wall, against a project without EvalGate", builds.Select(b => b.With), builds.Select(b => b.Without), 1.05);
    }

    private static (double With, double Without) Pair(string with, string without, bool isWithFirst)
    {
        var first = Build(isWithFirst ? with : without);
        var second = Build(isWithFirst ? without : with);
        return isWithFirst ? (first, second) : (second, first);
    }

    private static double Build(string project) => Dotnet.Run(["build", project, "-v", "quiet", "-nologo"]).Seconds;

    private static string Prepare(PackedPackage package, string name, string reference)
    {
        var project = package.Write($"{name}/Sample.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <EvalGateParallel>true</EvalGateParallel>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3" Version="4.0.2" />
                {reference}
              </ItemGroup>
            </Project>
            """);
        package.Write($"{name}/Something.cs", Test);
        if (reference.Length > 0)
        {
            package.Write($"{name}/Echo.cs", Subject);
            WriteSuites(package, name);
        }

        Build(project);
        return project;
    }

    private static void WriteSuites(PackedPackage package, string name)
    {
        for (var i = 1; i <= Suites; i++)
        {
            var suite = string.Create(CultureInfo.InvariantCulture, $"suite{i}");
            package.Write($"{name}/evals/{suite}.eval.yaml", $$"""
                suite: {{suite}}
                subject: Sample.Echo
                cases: {{suite}}.cases.jsonl
                slices: [language]
                metrics:
                  correct: { scorer: exact, of: output.text, expected: expected.text }
                gate:
                  baseline: {{suite}}.baseline.jsonl
                  rules:
                    - { metric: correct, max_drop: 2pp }

                """);
            package.Write($"{name}/evals/{suite}.cases.jsonl", string.Concat(Enumerable.Range(0, 100).Select(c => string.Create(
                CultureInfo.InvariantCulture, $$$"""{"id":"case-{{{c:000}}}","input":{"text":"{{{c}}}"},"expected":{"text":"{{{c}}}"},"slices":{"language":"en"}}{{{"\n"}}}"""))));
        }
    }
}
