using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Xunit.Tests;

/// <summary>What a build leaves for the host: resolved suites beside the assembly; cases and baselines in the project.</summary>
internal sealed class ABuiltProject : IDisposable
{
    private readonly TempFolder _folder = new();

    public static EvalEnvironment OnADesk { get; } = new();

    public static EvalEnvironment InCi { get; } = new() { IsCi = true };

    public Verdicts Shown { get; } = new();

    public string Project => _folder["project"];

    /// <summary>Adds the suite of a trial with its cases, its baseline and, unless told otherwise, its gate.</summary>
    public ABuiltProject With(Trial trial, bool withGate = true)
    {
        ResolvedSuiteFile.Write(_folder["bin/evalgate/support.suite.json"], withGate ? trial.Suite : trial.Suite with { Gate = null });
        using var lines = new MemoryStream();
        CaseWriter.Write(lines, trial.AllCases);
        Write("evals/support.cases.jsonl", System.Text.Encoding.UTF8.GetString(lines.ToArray()));
        BaselineFile.Write(Path.Combine(Project, "evals", "support.baseline.jsonl"), trial.Baseline);
        return this;
    }

    public void Write(string path, string text) => _folder.Write(Path.Combine("project", path), text);

    /// <summary>A host of one test session; what it shows lands in <see cref="Shown"/>.</summary>
    public EvalHost Host(EvalEnvironment environment) =>
        new(_folder["bin"], environment, new(Project, _folder["bin/evalgate/files"], null), Path.Combine(Project, "TestResults")) { Sink = Shown };

    public string[] Runs(string suite = "support") =>
        [.. Directory.EnumerateFiles(Path.Combine(Project, "TestResults", suite), "*.jsonl").Order(StringComparer.Ordinal)];

    /// <summary>The lines of the only run.</summary>
    public string[] Run() => File.ReadAllLines(Assert.Single(Runs()));

    public string Result(string file) => Path.Combine(Project, "TestResults", "support", file);

    public void Dispose() => _folder.Dispose();

    /// <summary>Remembers what it is shown.</summary>
    internal sealed class Verdicts : List<ShownVerdict>, IVerdictSink
    {
        private readonly Lock _lock = new();

        public Task ShowAsync(ShownVerdict verdict)
        {
            lock (_lock)
            {
                Add(verdict);
            }

            return Task.CompletedTask;
        }
    }
}
