using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Judges;

/// <summary>Which judges may block, and what becomes of the comparisons of those that may not.</summary>
internal sealed class JudgeVotes
{
    private const double Confidence = 0.9;

    private readonly Run _run;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Slice>> _slices;

    private JudgeVotes(Run run, IReadOnlyDictionary<string, IReadOnlyList<Slice>> slices, IEnumerable<Metric> judged) =>
        (_run, _slices, Judges) = (run, slices, [.. judged.Select(m => JudgeAgreement.Of(m, run, slices))]);

    /// <summary>How each judge agrees with people, by metric as written.</summary>
    public IReadOnlyList<JudgeAgreement> Judges { get; }

    public static JudgeVotes Of(JudgeInput input)
    {
        var judged = input.Suite.Metrics.Where(m => m.Judge is not null).ToArray();
        var slicer = new CaseSlicer(input.Suite);
        var cases = judged.Length == 0 ? [] : input.Cases.Where(c => c.Status == CaseStatus.Active);
        return new(LeftOutCases.Counted(input).Run, cases.ToDictionary(c => c.Id, c => slicer.Of(c).Slices, StringComparer.Ordinal), judged);
    }

    /// <summary>The comparisons, with those of judges without a vote unable to block.</summary>
    public IReadOnlyList<Comparison> Apply(IReadOnlyList<Comparison> comparisons) => [.. comparisons.Select(c => Of(c.Metric) is null ? c : c with
    {
        Blocks = false,
        Verdict = c.Verdict == Verdict.Regressed ? Verdict.Inconclusive : c.Verdict,
        IsWithoutVote = true,
    })];

    /// <summary>What there is to say of judges that have rules: why one has no vote, and what people would say by its labels.</summary>
    /// <param name="gate">The rules.</param>
    public IEnumerable<Diagnostic> Findings(GateSettings gate) =>
        from judge in Judges
        let rule = gate.Rules.FirstOrDefault(r => r.Metric == judge.Metric.Name)
        where rule is not null
        from finding in Findings(judge, rule.Place).Concat(JudgeBias.Findings(judge, _run, _slices, rule.Place))
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
                + $"(90 % interval {Figures.Value(judge.Metric, mean.Interval(Confidence).Lower)} to {Figures.Value(judge.Metric, mean.Interval(Confidence).Upper)}).",
                place);
        }
    }

    /// <summary>A ratio rests on the judges of both its metrics.</summary>
    private JudgeAgreement? Of(Metric metric) => Judges.FirstOrDefault(j => !j.HasEarnedVote && metric.Sources.Contains(j.Metric.Name));
}
