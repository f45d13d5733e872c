using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Outcomes;
using EvalGate.Reports;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Judges one run of one suite and writes what there is to read about it.</summary>
public static class GateCommand
{
    /// <summary>Judges a run against the committed baseline.</summary>
    /// <param name="loaded">The suite with its cases and a gate.</param>
    /// <param name="run">The candidate.</param>
    /// <param name="folder">Where <c>verdict.json</c> and <c>report.md</c> go; created if missing.</param>
    /// <returns>The verdict and the two files.</returns>
    /// <exception cref="FilesException">The folder cannot be written.</exception>
    public static GateResult Execute(LoadedSuite loaded, Run run, string folder)
    {
        var check = EvalSetCheck.Of(loaded, run);
        var (decided, baseline) = Decide(loaded, run, folder, check);
        var verdict = decided with { Snapshots = CensusOf(loaded, run) };
        var report = MarkdownReport.Write(verdict);
        var files = new ReportFiles(folder);
        TextFile.WriteAtomically(files.Json, JsonReport.Write(verdict));
        TextFile.WriteAtomically(files.Markdown, report);
        return new(verdict, files.Json, files.Markdown, report)
        {
            Baseline = baseline,
            Outcomes = check.Outcomes,
            PackPath = verdict.Snapshots is { Pending.Count: > 0 } ? PendingPack.PathOf(run.File) : null,
        };
    }

    /// <summary>Judges a run and writes nothing.</summary>
    internal static (SuiteVerdict Verdict, Baseline? Baseline) Decide(LoadedSuite loaded, Run run, string folder, EvalSetCheck check)
    {
        var reading = BaselineFile.Read(Path.Combine(loaded.Root.Folder, loaded.BaselinePath!), loaded.Suite.Name);
        var anchor = AnchorOf(loaded);
        var baseline = (reading as BaselineFound)?.Baseline;
        var verdict = Judge.Decide(new()
        {
            Suite = loaded.Suite,
            Cases = loaded.Cases,
            Run = run,
            Today = loaded.Today,
            EarlierRuns = baseline is not null && Reruns.Matter(loaded.Suite, baseline) ? RunFolder.Where(folder, h => Reruns.MayBeSame(run.Header, h)) : [],
            Baseline = baseline,
            BaselineProblem = (reading as BaselineUnusable)?.Diagnostic,
            Anchor = (anchor as BaselineFound)?.Baseline,
            AnchorProblem = (anchor as BaselineUnusable)?.Diagnostic,
            EvalSet = check.Findings,
            LeftOut = check.LeftOut,
        });
        return (verdict, baseline);
    }

    /// <summary>Removes what was written about an earlier run, so that nobody takes it for a verdict on one that was cut off.</summary>
    /// <param name="folder">The suite's run folder; need not exist.</param>
    /// <exception cref="FilesException">A file may not be deleted.</exception>
    public static void Forget(string folder)
    {
        foreach (var file in new ReportFiles(folder).All)
        {
            TextFile.Delete(file);
        }
    }

    /// <summary>A pack that is damaged says nothing, and the verdict does not depend on it.</summary>
    private static SnapshotCensus? CensusOf(LoadedSuite loaded, Run run)
    {
        try
        {
            return loaded.Suite.Snapshots is null || run.File.Length == 0 ? null : PendingPack.OfRun(run.File)?.Census;
        }
        catch (RunFileException)
        {
            return null;
        }
    }

    private static BaselineReading? AnchorOf(LoadedSuite loaded)
    {
        var (folder, suite) = (loaded.Root.Folder, loaded.Suite);
        return suite.Gate!.Anchor switch
        {
            null => null,
            var file when file.EndsWith(".baseline.jsonl", StringComparison.Ordinal) => BaselineFile.Read(Path.Combine(folder, suite.Folder, file), suite.Name),
            var revision => BaselineFile.ReadRevision(Path.Combine(folder, loaded.BaselinePath!), revision, suite.Name),
        };
    }
}

/// <summary>A verdict and where it was written.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="JsonPath">Path of <c>verdict.json</c>.</param>
/// <param name="ReportPath">Path of <c>report.md</c>.</param>
/// <param name="Report">Content of <c>report.md</c>.</param>
public sealed record GateResult(SuiteVerdict Verdict, string JsonPath, string ReportPath, string Report)
{
    /// <summary>Path of the pack of snapshots that wait for approval; null when none does.</summary>
    public string? PackPath { get; init; }

    /// <summary>The baseline that the run was judged against; null without one.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>How releases did in production; null where nothing is known of it.</summary>
    public OutcomeReport? Outcomes { get; init; }
}
