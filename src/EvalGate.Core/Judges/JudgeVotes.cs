using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Judges;

/// <summary>Which judges may block, and what becomes of the comparisons of those that may not.</summary>
internal sealed class JudgeVotes
{
    private const double Confidence = 0.9;

    private readonly Run _run;
    private readonly JudgeAgreement[] _judges;

    private JudgeVotes(Run run, JudgeAgreement[] judges) => (_run, _judges) = (run, judges);

    public static JudgeVotes Of(Suite suite, Run run) => new(run, [.. suite.Metrics.Where(m => m.Judge is not null).Select(m => JudgeAgreement.Of(m, run))]);

    /// <summary>The comparisons, with those of judges without a vote unable to block.</summary>
    public IReadOnlyList<Comparison> Apply(IReadOnlyList<Comparison> comparisons) => [.. comparisons.Select(c => Of(c.Metric) is null ? c : c with
    {
        Blocks = false,
        Verdict = c.Verdict == Verdict.Regressed ? Verdict.Inconclusive : c.Verdict,
        IsWithoutVote = true,
    })];

    /// <summary>What there is to say of judges that have rules: why one has no vote, and what people would say by its labels.</summary>
    /// <param name="gate">The rules.</param>
    /// <param name="slices">The slices of each case.</param>
    public IEnumerable<Diagnostic> Findings(GateSettings gate, IReadOnlyDictionary<string, IReadOnlyList<Slice>> slices) =>
        from judge in _judges
        let rule = gate.Rules.FirstOrDefault(r => r.Metric == judge.Metric.Name)
        where rule is not null
        from finding in Findings(judge, rule.Place).Concat(JudgeBias.Findings(judge, _run, slices, rule.Place))
        select finding;

    private IEnumerable<Diagnostic> Findings(JudgeAgreement judge, SourcePlace place)
    {
        if (judge.Reason is { } reason)
        {
            yield return new(DiagnosticCodes.JudgeWithoutVote, Severity.Warning, $"the judge of '{judge.Metric.Name}' informs and cannot block: {reason}.", place);
        }

        if (judge.CorrectedMean(_run) is { } mean)
        {
            yield return new(
                DiagnosticCodes.CorrectedMean,
                Severity.Note,
                $"people's mean of '{judge.Metric.Name}' is {Figures.Value(judge.Metric, mean.Mean)} by the judge's grades, corrected by {judge.Labels} labels "
                + $"(90 % interval {Figures.Interval(judge.Metric, mean.Interval(Confidence))}).",
                place);
        }
    }

    /// <summary>A ratio rests on the judges of both its metrics.</summary>
    private JudgeAgreement? Of(Metric metric) => _judges.FirstOrDefault(j => !j.HasEarnedVote && metric.Sources.Contains(j.Metric.Name));
}
