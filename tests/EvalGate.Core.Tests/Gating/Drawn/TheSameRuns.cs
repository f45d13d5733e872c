using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Drawn;

/// <summary>Every version judges the same runs the same: a figure that changes is one that somebody meant to change, and approved.</summary>
public static class TheSameRuns
{
    [Fact]
    public static void AreJudgedTheSame() => Are("drawn-verdicts.txt", 24, t => FigureText.Of(Judge.Decide(t.Input)));

    [Fact]
    public static void ArePlannedTheSame() => Are("drawn-plans.txt", 12, t =>
    [
        .. PlanOf(t.Trial(), baseline: true),
        .. PlanOf(t.Trial(), baseline: false, t.Earlier("earlier", 1)),
        .. PlanOf(t.Trial(), baseline: true, t.Earlier("earlier", 1)),
    ]);

    [Fact]
    public static void AreSummedUpTheSame() => Are("drawn-versions.txt", 6, t =>
        AcceptedVersion.Of(t.Trial().Suite, t.Trial().AllCases, t.Trial().Baseline).Levels.Select(l => $"{l.Metric.Name} {l.Slice}: {FigureText.Line(l.Cases, l.Value)}"));

    [Fact]
    public static void AreComparedTheSameBySumsAlone() => Are("drawn-sums.txt", 12, t =>
    {
        var (suite, table) = Of(t.Trial());
        var metrics = suite.Metrics.Where(m => m.Ratio is null).ToArray();
        return FigureText.Of(Judge.CompareSums(new()
        {
            Name = "sums",
            Metrics = metrics,
            Gate = suite.Gate! with { Rules = [.. suite.Gate!.Rules.Where(r => r.Metric != "per_solved")] },
            Sums = metrics.ToDictionary(m => m.Name, m => MetricSums.Of(m, table)),
        }));
    });

    [Fact]
    public static void AreComparedTheSameWithThoseOfOtherCases() => Are("drawn-other-cases.txt", 12, t =>
    {
        var ((suite, before), (_, now)) = (Of(t.Trial()), Of(t.Other.Trial()));
        var metrics = suite.Metrics.Where(m => m.Ratio is null).ToArray();
        return FigureText.Of(Judge.CompareUnpaired(new()
        {
            Name = "other cases",
            Metrics = metrics,
            Gate = suite.Gate! with { Rules = [.. suite.Gate!.Rules.Where(r => r.Metric != "per_solved")] },
            Baseline = Arm(before, s => s.Baseline),
            Candidate = Arm(now, s => s.Candidate),
        }));

        UnpairedArm Arm(PairedTable table, Func<PairedScores, ScoreColumn> arm) =>
            new() { Cells = table.Cells, CellOfRow = table.CellOfRow, Scores = metrics.ToDictionary(m => m.Name, m => arm(table.Scores[m.Name])) };
    });

    private static (Suite Suite, PairedTable Table) Of(Trial trial) => (trial.Suite, Pairing.Of(trial.Input, trial.Baseline, new(trial.Suite)).Table(trial.Suite.Scored));

    private static IEnumerable<string> PlanOf(Trial trial, bool baseline, params IReadOnlyList<Run> earlier)
    {
        var plan = Planner.Plan(new() { Suite = trial.Suite, Cases = trial.AllCases, Baseline = baseline ? trial.Baseline : null, Runs = [trial.Run, .. earlier] });
        return
        [
            $"{plan.Noise}; {FigureText.Line(plan.Cases, plan.NewCases, plan.CasesNeeded, plan.CostOfResult, plan.Unplanned)}",
            .. plan.Slices.Select(s => $"{s.Metric.Name} {s.Slice}{(s.IsBlind ? ", blind" : "")}: n {FigureText.Line(s.Cases, s.Groups, s.LeastCases)}; {FigureText.Line(s.FlipRate, s.Deviation, s.Tolerance)}; {FigureText.Line(s.SmallestDetectable, s.CasesNeeded, s.CasesToCatch, s.Margin)}"),
        ];
    }

    private static void Are(string file, int trials, Func<DrawnTrial, IEnumerable<string>> lines) =>
        Approved.Is(file, string.Join('\n', Enumerable.Range(0, trials).SelectMany(i => lines(new(i)).Prepend($"== {i}")).Append("")));
}
