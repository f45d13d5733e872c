using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.ShadowLogs;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Judges a candidate by what it said in the shadow of the incumbent.</summary>
public static class ShadowCompareCommand
{
    /// <summary>Reads logs, judges them as the gate would, and says whether the candidate may take over.</summary>
    /// <param name="request">Which logs, and by what.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static ShadowCompareResult Execute(ShadowCompareRequest request, ISuiteLanguage language)
    {
        if (request.Suite is null)
        {
            return Compare(request, null);
        }

        var sets = CaseSets.Read(request.Project, request.Suite, language).Only();
        return sets.Suites is [var loaded] ? Compare(request, loaded.Suite) : new() { Problems = sets.Problems };
    }

    private static ShadowCompareResult Compare(ShadowCompareRequest request, Suite? suite)
    {
        var metrics = ShadowMetrics.Of(suite);
        var slices = ShadowSlices.Of(request.Slices, suite);
        var rows = new PairRows(metrics.Metrics, slices.Of, new((suite?.Snapshots ?? Disagreement.Usual) with { Policy = null, Fields = [] }));
        var reader = new ShadowLogReader();
        foreach (var pair in reader.Read(request.Folder, request.Logs.SelectMany(l => FilePattern.Find(request.Folder, l))).Concat(reader.Read(request.Rows)))
        {
            rows.Add(pair);
        }

        Diagnostic[] problems = [.. reader.Problems, .. slices.Problems, .. rows.Pairs == 0 && reader.Problems.Count == 0 ? [new Diagnostic(DiagnosticCodes.NoCases, Severity.Error, "there is no pair of a candidate in these logs.", new(request.Logs.Count > 0 ? string.Join(' ', request.Logs) : "LOGS", 0, 0))] : (Diagnostic[])[]];
        return problems.Length > 0 ? new() { Problems = problems } : Judge(request, suite, metrics, rows) with { Repeated = reader.Repeated };
    }

    private static ShadowCompareResult Judge(ShadowCompareRequest request, Suite? suite, ShadowMetrics metrics, PairRows rows)
    {
        var demands = ShadowDemands.Of(request, suite, metrics, rows.Measured());
        if (demands.Problems.Count > 0)
        {
            return new() { Problems = demands.Problems };
        }

        var verdict = Judge(request, demands, rows);
        var edits = rows.Edits.Groups();
        return new()
        {
            Verdict = verdict,
            CutOver = CutOver.Of(verdict, rows.NoisePairs > 0),
            Pairs = rows.Pairs,
            NoisePairs = rows.NoisePairs,
            Edits = edits,
            Disagreements = InformativePair.Order([.. rows.Disagreements.Select(p => p with { Disagreement = rows.Edits.GroupOf(p.Disagreement) })], verdict, edits),
        };
    }

    /// <summary>Two questions share the level: what can be compared answer by answer, and agreement against the noise floor.</summary>
    private static SuiteVerdict Judge(ShadowCompareRequest request, ShadowDemands demands, PairRows rows)
    {
        const string Name = "shadow";
        var gate = new GateSettings { Baseline = "", Rules = demands.Paired, FalseAlarms = request.FalseAlarms / 2, Place = new("evalgate shadow compare", 0, 0) };
        var paired = Gating.Judge.Compare(new() { Name = Name, Metrics = demands.Metrics, Gate = gate, Table = rows.Table(), Mix = rows.Mix() });
        if (rows.NoisePairs == 0)
        {
            return paired;
        }

        var (noise, candidate) = rows.Agreement();
        var agreement = Gating.Judge.CompareUnpaired(new() { Name = Name, Metrics = [PairMetric.Agreement], Gate = gate with { Rules = demands.Agreement }, Baseline = noise, Candidate = candidate });
        return agreement with
        {
            Verdict = (Verdict)Math.Max((int)paired.Verdict, (int)agreement.Verdict),
            Blocks = paired.Blocks || agreement.Blocks,
            Rules = [.. agreement.Rules, .. paired.Rules],
            Comparisons = [.. agreement.Comparisons, .. paired.Comparisons],
            Standings = [.. agreement.Standings, .. paired.Standings],
            Findings = [.. agreement.Findings, .. paired.Findings],
            Cases = rows.Pairs,
        };
    }
}
