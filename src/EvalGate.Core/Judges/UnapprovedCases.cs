using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Judges;

/// <summary>Cases that a judge had nothing to compare with: no output is approved for their input.</summary>
internal static class UnapprovedCases
{
    /// <summary>One finding per metric with a rule that compares with approved outputs.</summary>
    public static IEnumerable<Diagnostic> Findings(Suite suite, Run run) =>
        from metric in suite.Metrics.Where(ModelScorers.ComparesWithApproved)
        let rule = suite.Gate!.Rules.FirstOrDefault(r => r.Metric == metric.Name)
        where rule is not null
        let answered = run.Records.Where(r => r.Errors.Count == 0).ToLookup(r => r.CaseId, r => r.Scores.GetValueOrDefault(metric.Name), StringComparer.Ordinal)
        let missing = answered.Where(c => c.All(score => score is null)).Select(c => c.Key).Order(StringComparer.Ordinal).ToArray()
        where missing.Length > 0
        select new Diagnostic(DiagnosticCodes.NothingApproved, Severity.Warning, Text(suite.Name, metric.Name, missing, answered.Count), rule.Place);

    private static string Text(string suite, string metric, string[] missing, int all) =>
        $"'{metric}' compares with approved outputs, and {missing.Length} of {all} cases have none for their input: {CaseList.Some(missing)}. Approve them: 'evalgate snapshots review {suite}'.";
}
