using System.Collections.Immutable;
using EvalGate.Calibration.Measuring;
using EvalGate.Calibration.Worlds;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Calibration.Gates;

/// <summary>Asks the comparison of different cases (<c>compare --unpaired</c>) the same: how often it assures and blocks by mistake.</summary>
/// <param name="effort">How much work.</param>
/// <param name="isQuick">Only one size.</param>
public sealed class UnpairedStudy(Effort effort, bool isQuick)
{
    private const double Margin = 0.05;

    private static readonly (int Baseline, int Candidate)[] Sizes = [(60, 60), (120, 120), (480, 120), (120, 480), (480, 480)];

    private static readonly CaseOutcomes[] PassFail = [.. new[] { 0.02, 0.05, 0.1, 0.2, 0.4 }.Select(rate => new PassFail(rate))];

    /// <summary>Measures everything.</summary>
    /// <param name="progress">Told of every row as it comes.</param>
    public IReadOnlyList<GateRow> Run(Action<GateRow> progress)
    {
        var rows = new List<GateRow>();
        foreach (var row in (isQuick ? Sizes[1..2] : Sizes).SelectMany(Ask))
        {
            progress(row);
            rows.Add(row);
        }

        return rows;
    }

    private IEnumerable<GateRow> Ask((int Baseline, int Candidate) size)
    {
        var setting = FormattableString.Invariant($"{size.Baseline} against {size.Candidate} other cases");
        yield return Worst(setting, "pass/fail", PassFail, size);
        yield return Worst(setting, "score", Study.Shapes, size);
        yield return Worst(setting, "pass/fail", PassFail, size, isBlock: true);
        yield return Worst(setting, "score", Study.Shapes, size, isBlock: true);
    }

    private GateRow Worst(string setting, string kind, IReadOnlyList<CaseOutcomes> shapes, (int Baseline, int Candidate) size, bool isBlock = false)
    {
        var worst = shapes.Select(shape => (shape.Name, Rate: RateOf(shape, size, isBlock))).MaxBy(s => s.Rate.Value);
        var asked = isBlock ? "red though nothing changed" : "held though 5 pp were lost";
        return new(setting, $"{kind} {asked}, worst of {shapes.Count} shapes ({worst.Name})", worst.Rate, isBlock ? Study.Level : Bars.WrongAssurance);
    }

    private Rate RateOf(CaseOutcomes shape, (int Baseline, int Candidate) size, bool isBlock)
    {
        var draws = new Draws(HashedReplicates.Fnv1A64(FormattableString.Invariant($"unpaired, {shape.Name}, {size}, {isBlock}")));
        var wanted = isBlock ? Verdict.Regressed : Verdict.Held;
        var happened = new bool[effort.Trials];
        Parallel.For(0, effort.Trials, new() { MaxDegreeOfParallelism = effort.Threads }, trial =>
            happened[trial] = Judge.CompareUnpaired(Input(shape, size, draws.Of(trial), isBlock ? 0 : Margin)).Comparisons[0].Verdict == wanted);
        return new((double)happened.Count(h => h) / effort.Trials, effort.Trials);
    }

    private static UnpairedInput Input(CaseOutcomes shape, (int Baseline, int Candidate) size, Draws draws, double loss)
    {
        // A tolerance of 0 blocks on any significant drop; at the margin nothing is red unless the drop exceeds it.
        var tolerance = new Tolerance(loss == 0 ? 0 : (decimal)Margin, false);
        return new()
        {
            Name = "calibration",
            Metrics = [new() { Name = "score", Kind = shape.IsPassFail ? MetricKind.Binary : MetricKind.Continuous, Better = Direction.Higher, Range = ValueRange.Unit, Scale = shape.Scale, Scorer = new("exact", false, new Dictionary<string, string>()) }],
            Gate = new() { Baseline = "", Rules = [new() { Metric = "score", Bound = new MaxChange(tolerance, tolerance), Scope = new OverallOnly(), Place = default }] },
            Baseline = Arm(size.Baseline, draws.Of(0), 0),
            Candidate = Arm(size.Candidate, draws.Of(1), loss),
        };

        UnpairedArm Arm(int cases, Draws own, double lost) => new()
        {
            Cells = [[Slice.Overall]],
            CellOfRow = [.. new int[cases]],
            Scores = new Dictionary<string, ScoreColumn> { ["score"] = ScoreColumn.Single([.. Enumerable.Range(0, cases).Select(i => shape.Steps(own[2 * i], own[(2 * i) + 1], lost))]) },
        };
    }
}
