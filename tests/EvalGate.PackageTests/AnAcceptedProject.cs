using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace EvalGate.PackageTests;

public sealed class AnAcceptedProject(AnAcceptedProject.Accepted accepted) : IClassFixture<AnAcceptedProject.Accepted>
{
    private readonly SampleProject _project = accepted.Project;

    [Fact]
    public void IsSkippedAfterAFilteredRunButNotInCi()
    {
        Test("--filter-trait language=de").Exits(0).Says("skipped EvalGate toy", "only 24 of 48 cases ran");
        Test("--filter-trait language=de", ("CI", "true")).Exits(2).Says("failed EvalGate toy", "only 24 of 48 cases ran");
    }

    [Fact]
    public void HasNoVerdictWhenNoCaseWasSelected() =>
        Test("--filter-trait language=fr --ignore-exit-code 8").Exits(0).DoesNotSay("EvalGate toy");

    [Fact]
    public void PutsTheVerdictIntoResultFilesAndTheStepSummary()
    {
        var summary = Path.Combine(_project.Folder, "summary.md");
        Test("--report-trx --report-trx-filename toy.trx", ("TOY", "worse"), ("GITHUB_STEP_SUMMARY", summary)).Exits(2);

        var trx = XDocument.Load(Directory.EnumerateFiles(_project.Folder, "toy.trx", SearchOption.AllDirectories).Single());
        var node = trx.Descendants().Single(e => e.Name.LocalName == "UnitTestResult" && (string?)e.Attribute("testName") == "EvalGate toy");
        Assert.Equal("Failed", (string?)node.Attribute("outcome"));
        Assert.Contains("language=de: correct fell 41.7 pp", node.Value, StringComparison.Ordinal);
        Assert.StartsWith("## ❌ EvalGate toy", File.ReadAllText(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void StaysRedWhenFailedTestsAreRetried() =>
        Test("--retry-failed-tests 2", ("TOY", "worse")).Exits(2).Says("REGRESSED", "language=de");

    [Fact]
    public void KeepsTheVerdictOfTheWholeRunWhenOneCaseIsRetried()
    {
        var mark = Path.Combine(_project.Folder, "mark");
        File.Delete(mark);

        Test("--retry-failed-tests 2", ("TOY", "flaky"), ("TOY_MARK", mark)).Exits(2).Says("NOT JUDGED", "1 of 48 results is an error", "the first time");
    }

    [Fact]
    public void RunsInShardsThatCoverEveryCaseOnce()
    {
        var calls = Path.Combine(_project.Folder, "shards.txt");
        File.Delete(calls);

        Test("", ("EVALGATE_SHARD", "1/2"), ("CI", "true"), ("TOY_CALLS", calls)).Exits(0).Says("skipped EvalGate toy", "shard 1/2 is complete");
        Test("", ("EVALGATE_SHARD", "2/2"), ("CI", "true"), ("TOY_CALLS", calls)).Exits(0).Says("shard 2/2 is complete");

        Test("", ("EVALGATE_SHARD", "1/1000"), ("CI", "true"), ("TOY_CALLS", calls)).Exits(0).Says("No data found").DoesNotSay("EvalGate toy");

        var ran = File.ReadAllLines(calls);
        Assert.Equal(48, ran.Length);
        Assert.Equal(48, ran.Distinct().Count());
    }

    [Fact]
    public void FollowsTheMode()
    {
        var calls = Path.Combine(_project.Folder, "calls.txt");
        File.Delete(calls);

        Test("", ("TOY", "worse"), ("EVALGATE_MODE", "warn")).Exits(0).Says("skipped EvalGate toy", "language=de: correct fell");
        Test("", ("TOY", "worse"), ("EVALGATE_MODE", "record")).Exits(0).DoesNotSay("EvalGate toy");
        Test("", ("TOY_CALLS", calls), ("EVALGATE_MODE", "skip")).Says("skipped: 48").DoesNotSay("EvalGate toy");
        Assert.False(File.Exists(calls));
        Test("", ("EVALGATE_MODE", "loud")).Exits(2).Says("failed Toy.ToyEvals.Case", "EVALGATE_MODE is 'loud'; allowed are enforce, warn, record and skip");
    }

    [Fact]
    public void IsNotJudgedWhenTheSubjectThrows() =>
        Test("", ("TOY", "throws")).Exits(2).Says("failed toy [de-03]", "InvalidOperationException: no index loaded", "toy: NOT JUDGED – 1 of 48 results is an error");

    [Fact]
    public void AbandonsASubjectThatNeverReturns() =>
        Test("", ("TOY", "hangs")).Exits(2).Says("no answer within 20 s; the subject ignored cancellation and was abandoned", "NOT JUDGED");

    [Fact]
    public void DoesNotJudgeARunThatWasKilled()
    {
        var results = Path.Combine(_project.Folder, "killed");
        using (var process = Dotnet.Start(_project.Folder, "exec bin/Debug/net10.0/Toy.dll --max-threads 4", ("TOY", "hangs"), ("EVALGATE_RESULTS", results)))
        {
            var folder = Path.Combine(results, "net10.0", "toy");
            var patience = Stopwatch.StartNew();
            while (patience.Elapsed < TimeSpan.FromMinutes(5) && !(Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.jsonl").Any(f => File.ReadLines(f).Skip(3).Any())))
            {
                Thread.Sleep(50);
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        var run = Directory.EnumerateFiles(Path.Combine(results, "net10.0", "toy"), "*.jsonl").Single();
        Assert.DoesNotContain("{\"end\":", File.ReadAllText(run), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(results, "net10.0", "toy", "verdict.json")));
        Test("", ("EVALGATE_RESULTS", results)).Exits(0).Says("succeeded: 49");
    }

    [Fact]
    public void LeavesNothingThatReadsAsAResultWheneverItIsKilled()
    {
        const int Moments = 20;
        var (results, baseline) = (Path.Combine(_project.Folder, "killed-often"), File.ReadAllBytes(_project.Baseline));
        var folder = Path.Combine(results, "net10.0", "toy");
        var patience = Stopwatch.StartNew();
        Dotnet.Run(_project.Folder, "exec bin/Debug/net10.0/Toy.dll", ("TOY", "slow"), ("EVALGATE_RESULTS", results)).Exits(0);
        var whole = patience.Elapsed;
        for (var moment = 1; moment <= Moments; moment++)
        {
            using var process = Dotnet.Start(_project.Folder, "exec bin/Debug/net10.0/Toy.dll", ("TOY", "slow"), ("EVALGATE_RESULTS", results));
            if (!process.WaitForExit(whole * moment / (Moments + 1)))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }

        var runs = Directory.EnumerateFiles(folder, "*.jsonl").Select(f => File.ReadAllLines(f)).ToArray();
        Assert.Contains(runs, r => !IsEnded(r));
        Assert.All(runs.Where(IsEnded), r => Assert.Equal(48 + 2, r.Length));
        Assert.All(Directory.EnumerateFiles(folder, "verdict.json"), f => Assert.Equal("clear", (string?)JsonNode.Parse(File.ReadAllText(f))!["verdict"]));
        Assert.Equal(baseline, File.ReadAllBytes(_project.Baseline));
        Test("", ("EVALGATE_RESULTS", results)).Exits(0).Says("succeeded: 49");
    }

    [Fact]
    public void JudgesTwoRunsAtOnceEachByItself()
    {
        var outcomes = new Outcome[4];
        Parallel.For(0, outcomes.Length, i => outcomes[i] = Test("", ("TOY", i % 2 == 0 ? "worse" : "")));

        Assert.All(outcomes.Where((_, i) => i % 2 == 0), o => o.Exits(2).Says("toy: REGRESSED"));
        Assert.All(outcomes.Where((_, i) => i % 2 == 1), o => o.Exits(0).Says("succeeded: 49"));
        Assert.Contains((string?)JsonNode.Parse(File.ReadAllText(Path.Combine(_project.Results, "verdict.json")))!["verdict"], (string?[])["regressed", "clear"]);
    }

    [Fact]
    public void RunsAwayFromItsSources()
    {
        var copy = Path.Combine(Directory.CreateTempSubdirectory("evalgate-away-").FullName, "app");
        CopyFolder(Path.Combine(_project.Folder, "bin", "Debug", "net10.0"), copy);
        var settings = Path.Combine(copy, "Toy.runtimeconfig.json");
        File.WriteAllText(settings, File.ReadAllText(settings).Replace(_project.Folder, "/nowhere", StringComparison.Ordinal));

        Dotnet.Run(copy, "exec Toy.dll").Exits(0).Says("49");
        Dotnet.Run(copy, "exec Toy.dll", ("TOY", "worse")).Exits(2).Says("toy: REGRESSED");

        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    [Fact]
    public void RefusesToAcceptErrorsAndKeepsTheOldBaseline()
    {
        var before = File.ReadAllBytes(_project.Baseline);

        _project.Accept(("TOY", "throws")).Exits(1).Says("toy.eval.yaml(9,1): error EG3003: toy cannot be accepted: 1 result is an error (de-03: InvalidOperationException: no index loaded)");

        Assert.Equal(before, File.ReadAllBytes(_project.Baseline));
    }

    [Fact]
    public void IsJudgedByTheBuildTooWhichStaysCalmUnderWarnaserror()
    {
        _project.Build("-t:EvalGate -warnaserror").Exits(0).Says("EvalGate toy: clear – identical on all 48 cases", "0 Warning(s)", "0 Error(s)");
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(Path.Combine(_project.Results, "report.html")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_project.Results, "verdict.sarif")));
        _project.Build("-t:EvalGate", ("EVALGATE_MODE", "skip")).Exits(0).Says("mode skip, so nothing was judged");
    }

    [Fact]
    public void FailsTheBuildAtTheLineOfEachBrokenRule()
    {
        _project.Build("-t:EvalGate", ("TOY", "worse")).Exits(1).Says(
            "evals/toy.eval.yaml(12,7): error EG2001: overall: correct fell 20.8 pp",
            "evals/toy.eval.yaml(12,7): error EG2001: slice language=de: correct fell 41.7 pp",
            "2 Error(s)");
        _project.Build("-t:EvalGate", ("TOY", "throws")).Exits(1).Says("failed toy [de-03]", "no index loaded", "evals/toy.eval.yaml(9,1): error EG2003: toy was not judged: 1 of 48 results is an error");
    }

    private static bool IsEnded(string[] run) => run is [.., var last] && last.StartsWith("{\"end\":", StringComparison.Ordinal);

    private Outcome Test(string arguments, params (string Name, string Value)[] environment) => _project.Test(arguments, environment);

    private static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>A project with an accepted baseline, built once.</summary>
    public sealed class Accepted : IDisposable
    {
        public Accepted(ThePackage package)
        {
            Project = new(package);
            Project.Accept().Exits(0);
            Project.Build().Exits(0);
        }

        public SampleProject Project { get; }

        public void Dispose() => Project.Dispose();
    }
}
