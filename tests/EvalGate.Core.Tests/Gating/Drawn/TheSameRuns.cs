using EvalGate.Gating;
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

    private static IEnumerable<string> PlanOf(Trial trial, bool baseline, params IReadOnlyList<EvalGate.Model.Run> earlier)
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
