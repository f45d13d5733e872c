using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Commands;

/// <summary>Judges any two sets of results against each other, without a suite.</summary>
public static class CompareCommand
{
    /// <summary>Reads both sides, judges them and writes what was asked for.</summary>
    /// <param name="request">Files, columns and demands.</param>
    /// <param name="language">The language that a mix of production is written in.</param>
    /// <returns>The verdict, or every reason why there is none. The order of files and rows, and their format, make no difference.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static CompareResult Execute(CompareRequest request, ISuiteLanguage language)
    {
        var (baseline, candidate) = Read(request);
        Diagnostic[] problems = [.. baseline.Diagnostics, .. candidate.Diagnostics];
        if (problems.Length > 0)
        {
            return new(problems, null);
        }

        var metrics = ComparedMetrics.Of(request.Metrics, baseline.Table, candidate.Table);
        var rules = ComparedRules.Of(request, metrics.Metrics);
        var mix = ComparedMix.Of(request, language);
        problems = [.. metrics.Problems, .. rules.Problems, .. mix.Diagnostics, .. ComparedSlices.TooMany(request.Slices, candidate.Table)];
        if (problems.Length > 0)
        {
            return new(problems, null);
        }

        var verdict = Judge(request, new(metrics.Metrics, rules.Rules, mix.Mix), (baseline.Table, candidate.Table));
        Write(request, verdict);
        return new([], verdict);
    }

    private static SuiteVerdict Judge(CompareRequest request, Demands demands, (ResultTable Baseline, ResultTable Candidate) sides)
    {
        var slices = new ComparedSlices(request.Slices);
        var gate = new GateSettings
        {
            Baseline = "",
            Rules = demands.Rules,
            Inconclusive = request.Inconclusive,
            FalseAlarms = request.FalseAlarms,
            Place = new("evalgate compare", 0, 0),
        };
        if (request.Unpaired)
        {
            var (before, now) = (ComparedArms.Of(sides.Baseline, demands.Metrics, slices), ComparedArms.Of(sides.Candidate, demands.Metrics, slices));
            return Gating.Judge.CompareUnpaired(new() { Name = request.Name, Metrics = demands.Metrics, Gate = gate, Baseline = before, Candidate = now });
        }

        var (table, unpaired) = ComparedTable.Of(sides.Baseline, sides.Candidate, demands.Metrics, slices);
        return Gating.Judge.Compare(new() { Name = request.Name, Metrics = demands.Metrics, Gate = gate, Table = table, Mix = demands.Mix, Unpaired = unpaired });
    }

    /// <summary>Both sides at once: reading is most of the work.</summary>
    private static (ResultReading Baseline, ResultReading Candidate) Read(CompareRequest request)
    {
        var columns = new ResultColumns
        {
            Id = request.Id,
            Scores = [.. request.Metrics.Select(m => new ScoreColumnName(m.Name, m.Range))],
            Slices = ComparedSlices.Columns(request.Slices),
            Group = request.Group,
            Repetitions = request.Repetitions,
        };

        // Slices and groups of pairs come from the candidate; the baseline's only say where cases were that are gone.
        var baseline = Task.Run(() => Read(request.Folder, request.Baseline, columns with { NeedsSlices = request.Unpaired }));
        var candidate = Read(request.Folder, request.Candidate, columns);
        return (baseline.GetAwaiter().GetResult(), candidate);
    }

    private static ResultReading Read(string folder, string pattern, ResultColumns columns) =>
        ResultReader.Read(folder, FilePattern.Find(folder, pattern), columns);

    private static void Write(CompareRequest request, SuiteVerdict verdict)
    {
        if (request.ReportPath is { } report)
        {
            TextFile.WriteAtomically(Path.Combine(request.Folder, report), MarkdownReport.Write(verdict));
        }
    }

    private sealed record Demands(IReadOnlyList<Metric> Metrics, IReadOnlyList<Rule> Rules, ProductionMix? Mix);
}

/// <summary>What a comparison came to.</summary>
/// <param name="Problems">What is wrong with the files or the demands; with any, nothing was judged.</param>
/// <param name="Verdict">The verdict; null if and only if there are problems.</param>
public sealed record CompareResult(IReadOnlyList<Diagnostic> Problems, SuiteVerdict? Verdict);
