using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Judges a run against its baseline: the one place where a verdict is made.</summary>
public static class Judge
{
    /// <summary>Judges a run.</summary>
    /// <param name="input">A suite with a gate, today's cases, the run, and the baseline if there is one.</param>
    /// <returns>The verdict. Same input, same verdict, to the byte; the order of cases and results does not matter.</returns>
    /// <exception cref="ArgumentException">The suite has no gate.</exception>
    public static SuiteVerdict Decide(JudgeInput input)
    {
        var gate = input.Suite.Gate ?? throw new ArgumentException("The suite has no gate.", nameof(input));
        var verdict = Unjudged(input.Suite.Name, input.Cases.Count(c => c.Status == CaseStatus.Active)) with
        {
            Errors = input.Run.Records.Count(r => r.Errors.Count > 0),
            RunId = input.Run.Header.RunId,
            Commit = input.Run.Header.Commit,
            BaselineCommit = input.Baseline?.Header.Commit,
            BaselineDate = input.Baseline?.Header.Date,
            Stack = StackOf(input),
        };
        return WholeRun.ReasonAgainst(input) is { } reason
            ? verdict with { WholeRun = reason, Findings = [Findings.OfWholeRun(input.Suite, reason), .. input.EvalSet], Levels = MetricLevels.Of(input), Judges = JudgeVotes.Of(input).Judges }
            : Compare(LeftOutCases.Without(input), gate, input.Baseline!, verdict, Reruns.Of(input, input.Baseline!));
    }

    /// <summary>Judges two sets of results that no suite stands behind.</summary>
    /// <param name="input">Metrics, demands and the paired cases.</param>
    /// <returns>The verdict. Same input, same verdict, to the byte; the order of rows does not matter.</returns>
    public static SuiteVerdict Compare(CompareInput input)
    {
        var known = input.Metrics.ToDictionary(m => m.Name, m => new BaselineMetric(m.Fingerprint, null), StringComparer.Ordinal);
        var slices = input.Table.Cells.SelectMany(c => c).Append(Slice.Overall).Distinct().ToArray();
        var coverages = RuleCoverage.Of(input.Gate.Rules, slices);
        var judges = new MetricJudges(input.Metrics, known, input.Table);
        var (main, side) = Parts(input.Mix is not null, false);
        IReadOnlyList<Comparison> comparisons = [.. new GateComparisons(input.Gate, main).Of(judges.Of(coverages)), .. Mixed(input.Mix, new(input.Gate, side), judges, coverages)];
        var verdict = Unjudged(input.Name, input.Table.Rows) with { Unpaired = input.Unpaired };
        return Conclude(verdict, input.Gate, comparisons, [.. CensusFindings.OfComparison(input), .. Unmixed.Of(input.Mix, input.Metrics, coverages)], WaiverJudge.None);
    }

    /// <summary>Judges two sets of results of which only sums are known.</summary>
    /// <param name="input">Metrics, demands and sums.</param>
    /// <returns>The verdict. Same sums, same verdict, to the byte: which machine added what, and in which order, does not matter.</returns>
    public static SuiteVerdict CompareSums(SumsInput input)
    {
        var slices = input.Sums.Values.SelectMany(s => s.Slices.Keys).Append(Slice.Overall).Distinct().ToArray();
        var coverages = RuleCoverage.Of(input.Gate.Rules, slices).ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        var judges = input.Metrics.Where(m => coverages.Contains(m.Name)).Select(m => SumJudge.Of(m, input.Sums[m.Name], [.. coverages[m.Name]])).ToArray();
        var cases = input.Sums.Values.Select(s => s.Slices.GetValueOrDefault(Slice.Overall)?.Cases ?? 0).DefaultIfEmpty(0).Max();
        var verdict = Unjudged(input.Name, (int)cases);
        return Conclude(verdict, input.Gate, new GateComparisons(input.Gate, 1).Of(judges), [], WaiverJudge.None);
    }

    /// <summary>Judges two sets of results over different cases.</summary>
    /// <param name="input">Metrics, demands and both arms.</param>
    /// <returns>The verdict. Same input, same verdict, to the byte; the order of rows does not matter.</returns>
    public static SuiteVerdict CompareUnpaired(UnpairedInput input)
    {
        // A slice that only the candidate has is new: there is nothing that it could be worse than.
        var slices = input.Baseline.Cells.SelectMany(c => c).Append(Slice.Overall).Distinct().ToArray();
        var comparisons = new UnpairedComparisons(input).Of(RuleCoverage.Of(input.Gate.Rules, slices));
        var verdict = Unjudged(input.Name, input.Candidate.CellOfRow.Length);
        return Conclude(verdict, input.Gate, comparisons, [], WaiverJudge.None);
    }

    private static SuiteVerdict Unjudged(string suite, int cases) => new() { Suite = suite, Verdict = Verdict.NotJudged, Blocks = true, Cases = cases };

    private static SuiteVerdict Compare(JudgeInput judged, GateSettings gate, Baseline baseline, SuiteVerdict verdict, IReadOnlyList<Run> earlier)
    {
        var input = judged with { Run = Reruns.Pool(judged.Run, earlier) };
        var slicer = new CaseSlicer(input.Suite);
        var pairing = Pairing.Of(input, baseline, slicer);
        var slices = input.Cases.Where(c => c.Status == CaseStatus.Active).SelectMany(c => slicer.Of(c).Slices).Distinct().ToArray();
        var coverages = RuleCoverage.Of(gate.Rules, slices);
        var table = pairing.Table(input.Suite.Scored);
        var (main, side) = Parts(input.Suite.Mix is not null, gate.Anchor is not null);
        var ruled = input.Suite.Metrics.Where(m => gate.Rules.Any(r => r.Metric == m.Name)).ToArray();
        var judges = new MetricJudges(input.Suite.Metrics, baseline.Header.Metrics, table);
        var comparisons = new GateComparisons(gate, main).Of([.. judges.Of(coverages), .. AbSession.JudgesOf(judged, earlier, slicer, coverages)]);
        var mixed = Mixed(input.Suite.Mix, new(gate, side), judges, coverages);
        var anchored = AnchorJudge.Of(input, slicer, coverages, side);
        var votes = JudgeVotes.Of(judged);
        Diagnostic[] findings =
        [
            .. CensusFindings.Of(input, baseline, pairing.Unpaired, slicer),
            .. anchored.Findings,
            .. UndeclaredGroups.Of(pairing.Pairs, ruled, table, gate.Place),
            .. RepetitionAdvice.Of(ruled, table, gate.Place),
            .. Unmixed.Of(input.Suite.Mix, ruled, coverages),
            .. votes.Findings(gate),
            .. UnapprovedCases.Findings(input.Suite, judged.Run),
            .. input.EvalSet,
        ];
        verdict = verdict with { Levels = MetricLevels.Of(input), Judges = votes.Judges, Unpaired = LeftOutCases.Unpaired(input, pairing.Unpaired), PooledRuns = [.. earlier.Select(r => r.Header.RunId)] };
        var runs = earlier.Count == 0 ? [] : earlier.Reverse().Append(judged.Run).Select(r => Pairing.Of(judged with { Run = r }, baseline, slicer));
        return Conclude(verdict, gate, votes.Apply([.. RunEvidence.Of(comparisons, [.. runs]), .. mixed, .. anchored.Comparisons]), findings, new(gate.Waivers, judged.Today));
    }

    /// <summary>How the level is shared between the comparison with the baseline, at weight 1, and the mix and the anchor, at a quarter each.</summary>
    internal static (double Main, double Side) Parts(bool hasMix, bool hasAnchor)
    {
        const double SideWeight = 0.25;
        var whole = 1 + (hasMix ? SideWeight : 0) + (hasAnchor ? SideWeight : 0);
        return (1 / whole, SideWeight / whole);
    }

    private static IReadOnlyList<Comparison> Mixed(ProductionMix? mix, GateComparisons comparisons, MetricJudges judges, IEnumerable<RuleCoverage> coverages) =>
        mix is null ? [] : comparisons.Of(mix, judges.Of(coverages.Where(c => c.Slice.IsOverall && c.Rule.Bound is MaxChange)));

    private static SuiteVerdict Conclude(SuiteVerdict verdict, GateSettings gate, IReadOnlyList<Comparison> judged, IReadOnlyList<Diagnostic> lost, WaiverJudge waivers)
    {
        var comparisons = waivers.Apply(TradeJudge.Apply(gate.Trade, judged));
        Diagnostic[] waived = [.. waivers.Findings(comparisons)];
        var verdicts = gate.Rules.Select(r => RuleVerdictOf(r, comparisons)).ToArray();
        var isLost = lost.Any(f => f.Severity == Severity.Error);
        var worst = verdicts.Select(r => r.Verdict).Append(isLost ? Verdict.NotJudged : Verdict.Held).Max();
        return verdict with
        {
            Verdict = comparisons.Count == 0 && !isLost ? Verdict.NotJudged : worst,
            Blocks = comparisons.Count == 0 || isLost || verdicts.Any(r => r.Blocks) || waived.Any(f => f.Severity == Severity.Error),
            Rules = verdicts,
            Comparisons = comparisons,
            Standings = SliceStanding.Of(comparisons),
            Findings = [.. Findings.Of(comparisons).Concat(lost).Concat(waived).OrderByDescending(f => f.Severity)],
        };
    }

    private static RuleVerdict RuleVerdictOf(Rule rule, IReadOnlyList<Comparison> comparisons)
    {
        var own = comparisons.Where(c => c.Rule == rule).ToArray();
        return own.Length == 0
            // Another rule decides wherever this one would.
            ? new(rule, Verdict.Clear, false)
            : new(rule, own.Max(c => c.IsExcused || c is { IsWithoutVote: true, Verdict: Verdict.NotJudged } ? Verdict.Clear : c.Verdict), own.Any(c => c.Blocks));
    }

    private static StackChange[] StackOf(JudgeInput input)
    {
        var before = input.Baseline?.Header.Stack ?? new Dictionary<string, string>();
        var now = input.Run.Stack;
        return [.. before.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(name => new StackChange(name, before.GetValueOrDefault(name), now.GetValueOrDefault(name)))];
    }
}
