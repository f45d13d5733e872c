using EvalGate.Calibration.Measuring;
using EvalGate.Calibration.Worlds;
using EvalGate.Gating;
using EvalGate.Statistics;

namespace EvalGate.Calibration.Gates;

/// <summary>Asks the gate as it ships, all metrics and slices together: how often it blocks, assures and notices.</summary>
/// <param name="effort">How much work; a whole gate is worth eight trials of one rule.</param>
/// <param name="isQuick">Only one setting.</param>
public sealed class GateStudy(Effort effort, bool isQuick)
{
    private const double Margin = 0.05;

    private static readonly GateSetting[] Settings =
    [
        new(300),
        new(120) { Loss = 0.4 },
        new(300) { BaselineRepetitions = 2, CandidateRepetitions = 2 },
        new(400) { Grouping = Grouping.Equal, Loss = 0.3 },
        new(400) { Grouping = Grouping.Unequal, Loss = 0.3 },
        new(120) { BaselineRepetitions = 3, Loss = 0.4, Thrift = 5 },
    ];

    /// <summary>Measures everything.</summary>
    /// <param name="progress">Told of every row as it comes.</param>
    public IReadOnlyList<GateRow> Run(Action<GateRow> progress)
    {
        var rows = new List<GateRow>();
        foreach (var row in (isQuick ? Settings[..1] : Settings).SelectMany(Ask))
        {
            progress(row);
            rows.Add(row);
        }

        return rows;
    }

    private IEnumerable<GateRow> Ask(GateSetting setting)
    {
        var world = new GateWorld(setting);
        var trials = Math.Max(1, effort.Trials / 8 / setting.Thrift);
        var unchanged = Ask(world, setting, [], 2 * trials, verdict => [verdict.Blocks]);
        yield return new(setting.Name, "anything red though nothing changed", unchanged[0], Study.Level);
        var broken = Ask(world, setting, new() { ["correct"] = setting.Loss }, trials, verdict => [verdict.Comparisons.Any(IsFalselyRed), Is(verdict, "correct", Verdict.Regressed)]);
        yield return new(setting.Name, FormattableString.Invariant($"anything else red where a quarter lost {100 * setting.Loss:0} pp of correct"), broken[0], Study.Level);
        yield return new(setting.Name, FormattableString.Invariant($"that quarter red, where it lost {100 * setting.Loss:0} pp"), broken[1], null);
        string[] bounded = ["correct", "grounded", "helpful", "refused"];
        var lost = Ask(world, setting, bounded.ToDictionary(m => m, _ => Margin), trials, verdict => [.. bounded.Select(m => Is(verdict, m, Verdict.Held)), verdict.Verdict == Verdict.Held]);
        foreach (var (index, metric) in bounded.Index())
            yield return new(setting.Name, $"{metric} held in a quarter that lost the allowed 5 pp", lost[index], Bars.WrongAssurance);
        yield return new(setting.Name, "the suite held where a quarter lost the allowed 5 pp of everything", lost[^1], Bars.WrongAssurance);
    }

    private Rate[] Ask(GateWorld world, GateSetting setting, Dictionary<string, double> losses, int trials, Func<SuiteVerdict, bool[]> questions)
    {
        var draws = new Draws(HashedReplicates.Fnv1A64("gate, " + setting.Name)).Of((int)Math.Round(losses.Sum(l => l.Value) * 1e6));
        var happened = new bool[trials][];
        Parallel.For(0, trials, new() { MaxDegreeOfParallelism = effort.Threads }, trial => happened[trial] = questions(world.Judged(draws.Of(trial), losses)));
        return [.. Enumerable.Range(0, happened[0].Length).Select(question => new Rate((double)happened.Count(h => h[question]) / trials, trials))];
    }

    /// <summary>Red in another metric, or in a slice that shares no case with the broken one.</summary>
    private static bool IsFalselyRed(Comparison comparison) => comparison.Verdict == Verdict.Regressed
        && (comparison.Metric.Name != "correct" || comparison.Slice.Pairs.Any(p => p.Attribute == "language" && p != GateWorld.Target.Pairs[0]));

    private static bool Is(SuiteVerdict verdict, string metric, Verdict expected) =>
        verdict.Comparisons.Any(c => c.Metric.Name == metric && c.Slice == GateWorld.Target && c.Verdict == expected);
}
