using EvalGate.Calibration.Measuring;
using EvalGate.Calibration.Worlds;
using EvalGate.Statistics;

namespace EvalGate.Calibration.Gates;

/// <summary>How far tests that need only sums can be trusted where many slices share the level: the tail that the Tarone–Holm fallback reads.</summary>
/// <remarks>Sign flips keep every level under exchangeable nulls by construction, so the fallback uses them on small slices.</remarks>
/// <param name="effort">How much work; the tail needs five times as much.</param>
/// <param name="isQuick">Only one size.</param>
public sealed class TailStudy(Effort effort, bool isQuick)
{
    /// <summary>A level of 5 % shared between fifty slices.</summary>
    public const double Level = 0.001;

    private const int Factor = 5;

    private static readonly int[] Sizes = [50, 200, 2000];

    private static readonly CaseOutcomes[] Shapes = [new NormalScores(), new LognormalScores(1), new LognormalScores(0.2), new RareTotalLosses(0.01, 0)];

    private static readonly (string Name, Func<Moments, double> PValue)[] Tests =
        [("Student's p", moments => PairedT.Of(moments).PValueBelow(0)), ("Hall's p", moments => HallT.PValueBelow(moments, 0))];

    /// <summary>Measures everything.</summary>
    /// <param name="progress">Told of every row as it comes.</param>
    public IReadOnlyList<GateRow> Run(Action<GateRow> progress)
    {
        var rows = new List<GateRow>();
        foreach (var row in (isQuick ? Sizes[..1] : Sizes).SelectMany(size => Shapes.SelectMany(shape => Ask(shape, size))))
        {
            progress(row);
            rows.Add(row);
        }

        return rows;
    }

    private IEnumerable<GateRow> Ask(CaseOutcomes shape, int cases)
    {
        var draws = new Draws(HashedReplicates.Fnv1A64(FormattableString.Invariant($"tail, {shape.Name}, {cases}")));
        var trials = Factor * effort.Trials;
        var red = new bool[trials][];
        Parallel.For(0, trials, new() { MaxDegreeOfParallelism = effort.Threads }, trial =>
        {
            var moments = Unchanged(shape, cases, draws.Of(trial));
            red[trial] = [.. Tests.Select(test => test.PValue(moments) <= Level)];
        });
        return Tests.Index().Select(test => new GateRow(
            FormattableString.Invariant($"{shape.Name}, {cases} cases"),
            $"{test.Item.Name} at most 0.1 % though nothing changed",
            new((double)red.Count(r => r[test.Index]) / trials, trials),
            test.Index == 0 ? Level : null));
    }

    private static Moments Unchanged(CaseOutcomes shape, int cases, Draws draws)
    {
        var differences = new double[cases];
        for (var i = 0; i < cases; i++)
        {
            var own = draws.Of(i);
            differences[i] = shape.Score(own[1], own[0], 0) - shape.Score(own[2], own[0], 0);
        }

        return Moments.Of(differences);
    }
}
