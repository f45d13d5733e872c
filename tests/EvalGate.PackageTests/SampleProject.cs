using System.Globalization;
using System.Text.Json;

namespace EvalGate.PackageTests;

/// <summary>A test project as a user has it, in an empty folder, with the packed package.</summary>
public sealed class SampleProject : IDisposable
{
    private readonly ThePackage _package;

    private const string OnThePlatform = """
        <PackageReference Include="xunit.v3" Version="4.0.2" />
            <PackageReference Include="Microsoft.Testing.Extensions.TrxReport" Version="2.5.1" />
            <PackageReference Include="Microsoft.Testing.Extensions.Retry" Version="2.5.1" />
        """;

    private const string VsTest = """
        <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
            <PackageReference Include="xunit.v3.mtp-off" Version="4.0.2" />
            <PackageReference Include="xunit.runner.visualstudio" Version="4.0.1" />
        """;

    private readonly string _runner;

    /// <summary>A project on Microsoft.Testing.Platform.</summary>
    /// <param name="package">The package.</param>
    /// <param name="folder">Where; null for a new folder.</param>
    public SampleProject(ThePackage package, string? folder = null)
        : this(package, folder, OnThePlatform) => Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");

    private SampleProject(ThePackage package, string? folder, string runner)
    {
        (_package, _runner) = (package, runner);
        Folder = folder ?? Directory.CreateTempSubdirectory("evalgate-sample-").FullName;
        Write("nuget.config", $"""<configuration><packageSources><add key="packed" value="{package.Folder}" /></packageSources></configuration>""");
        Write("Toy.csproj", ProjectFile(""));
        Write("Sorter.cs", Subject);
        Write("evals/toy.eval.yaml", Suite);
        Write("evals/toy.cases.jsonl", string.Concat(Enumerable.Range(0, 24).SelectMany(i => new[] { Case("de", i), Case("en", i) })));
    }

    public const string Suite = """
        suite: toy
        subject: Toy.Sorter
        cases: toy.cases.jsonl
        timeout: 20s
        slices:
          - language
        metrics:
          correct: { scorer: exact, of: output.label, expected: expected.label }
        gate:
          baseline: toy.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }

        """;

    /// <summary>Conversations of two questions, each asked three times.</summary>
    public const string Talks = """
        suite: talks
        subject: Toy.Sorter
        cases: talks.cases.yaml
        repetitions: 3
        concurrency: 4
        slices:
          - language
        metrics:
          correct: { scorer: exact, of: output.label, expected: expected.label }
        gate:
          baseline: talks.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }

        """;

    /// <summary>Behaves as the environment variable TOY says; logs each call, so that tests can tell that none was made.</summary>
    private const string Subject = """
        using EvalGate;

        namespace Toy;

        public sealed record Question(string Text, string Truth);

        public sealed record Reply(string Label);

        public sealed class Sorter : IEvalSubject<Question, Reply>
        {
            public async Task<Reply> RunAsync(Question input, EvalContext context, CancellationToken cancellationToken)
            {
                var mood = Environment.GetEnvironmentVariable("TOY");
                if (Environment.GetEnvironmentVariable("TOY_CALLS") is { } calls)
                {
                    lock (typeof(Sorter)) { File.AppendAllText(calls, context.CaseId + "\n"); }
                }

                switch (mood)
                {
                    case "worse" when context.CaseId.StartsWith("de-") && string.CompareOrdinal(context.CaseId, "de-10") < 0:
                        return new("wrong");
                    case "talks" when context.Suite == "talks" && string.CompareOrdinal(context.CaseId, "talk-06") < 0:
                        return new(context.Repetition == 2 ? input.Truth : "wrong");
                    case "throws" when context.CaseId == "de-03":
                        throw new InvalidOperationException("no index loaded");
                    case "hangs" when context.CaseId == "de-03":
                        Thread.Sleep(Timeout.Infinite);
                        break;
                    case "flaky" when context.CaseId == "de-03" && !File.Exists(Environment.GetEnvironmentVariable("TOY_MARK")):
                        File.WriteAllText(Environment.GetEnvironmentVariable("TOY_MARK")!, "");
                        throw new InvalidOperationException("the first time");
                    case "slow":
                        await Task.Delay(500, cancellationToken);
                        break;
                }

                return new(input.Truth);
            }
        }
        """;

    /// <summary>The same on VSTest.</summary>
    /// <param name="package">The package.</param>
    /// <param name="folder">Where; null for a new folder.</param>
    public static SampleProject OnVsTest(ThePackage package, string? folder = null) => new(package, folder, VsTest);

    public string Folder { get; }

    public string Baseline => Path.Combine(Folder, "evals", "toy.baseline.jsonl");

    public string Results => ResultsOf("toy");

    public string ResultsOf(string suite) => Path.Combine(Folder, "TestResults", "evalgate", "net10.0", suite);

    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text.ReplaceLineEndings("\n"));
    }

    public string ProjectFile(string more, string parallel = "<EvalGateParallel>true</EvalGateParallel>") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <!-- Its cases hold their answers, for the subject to give. -->
            <EvalGateLint>false</EvalGateLint>
            {parallel}
            {more}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="EvalGate" Version="{_package.Version}" />
            {_runner}
          </ItemGroup>
        </Project>
        """;

    public Outcome Build(string arguments = "", params (string Name, string Value)[] environment)
    {
        var isRestored = File.Exists(Path.Combine(Folder, "obj", "project.assets.json"));
        return Dotnet.Run(Folder, $"build {(isRestored ? "--no-restore " : "")}{arguments}", environment);
    }

    public Outcome Accept(params (string Name, string Value)[] environment) => Build("-t:EvalGateAccept", environment);

    /// <summary>Runs the tests of the last build.</summary>
    public Outcome Test(string arguments = "", params (string Name, string Value)[] environment) => Dotnet.Run(Folder, $"test --no-build {arguments}", environment);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Case(string language, int number)
    {
        var truth = number % 2 == 0 ? "even" : "odd";
        var line = new
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{language}-{number:00}"),
            input = new { text = string.Create(CultureInfo.InvariantCulture, $"question {number}"), truth },
            expected = new { label = truth },
            slices = new { language },
        };
        return JsonSerializer.Serialize(line) + "\n";
    }
}
