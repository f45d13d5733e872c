using EvalGate.Calibration.Rules;
using EvalGate.Calibration.Worlds;

namespace EvalGate.Calibration.Measuring;

/// <summary>The settings of the published table, and the part of them that tests repeat.</summary>
/// <param name="effort">How much work.</param>
/// <param name="isQuick">Only a few settings.</param>
public sealed class Study(Effort effort, bool isQuick)
{
    /// <summary>Chance of any false alarm that the rules under test declare.</summary>
    public const double Level = 0.05;

    private static readonly double[] GainRates = [0, 0.0025, 0.005, 0.01, 0.02, 0.035, 0.05, 0.075, 0.1];

    private static readonly (int Cases, double Margin)[] Tables =
        [(20, 0.05), (60, 0.05), (100, 0.05), (200, 0.05), (400, 0.05), (150, 0.02), (400, 0.02)];

    private static readonly int[] Sizes = [60, 120, 240, 480];

    private static readonly Layout Twenty = Layout.Crossed(4, 3);

    /// <summary>The columns: the rule under test first.</summary>
    public static IReadOnlyList<IRule> Rules { get; } =
        [new EvalGateRule(Level), new EvalGateRule(Level, anticipates: false), .. AdjustedTest.All(Level), .. PeerRule.All];

    /// <summary>The shapes of bounded scores over which the worst is sought.</summary>
    public static IReadOnlyList<CaseOutcomes> Shapes { get; } =
    [
        new NormalScores(), new LognormalScores(1), new LognormalScores(0.5), new LognormalScores(0.2),
        .. new[] { 0, 0.01 }.SelectMany(usual => new[] { 0, 0.25, 0.5, 0.8 }.Select(drift => new RareTotalLosses(usual, drift))),
    ];

    private static IEnumerable<Scenario> QuickScenarios =>
    [
        new(new PassFail(0.05), Twenty, 300),
        new(new PassFail(0.05), Twenty, 300) { Grouping = Grouping.Equal },
        new(new LognormalScores(1), Twenty, 300) { Loss = 0.09 },
    ];

    private static IEnumerable<Scenario> OtherScenarios =>
    [
        new(new PassFail(0.01), Twenty, 300) { Loss = 0.1 },
        new(new PassFail(0.2), Twenty, 300) { Loss = 0.2 },
        new(new PassFail(0.1), Twenty, 120) { Loss = 0.3 },
        new(new PassFail(0.1), Twenty, 1200) { Loss = 0.1 },
        new(new PassFail(0.1), Twenty, 300) { Margin = 0 },
        new(new PassFail(0.1), Layout.Disjoint(20), 2000) { Loss = 0.2 },
        new(new PassFail(0.1), Layout.Disjoint(30), 600) { Loss = 0.5 },
        new(new PassFail(0.1), Layout.Crossed(10, 8), 800) { Loss = 0.2 },
        new(new PassFail(0.1), Twenty, 1500) { Loss = 0.12, Grouping = Grouping.Equal },
        new(new PassFail(0.1), Twenty, 1500) { Loss = 0.12, Grouping = Grouping.Unequal },
        new(new PassFail(0.1), Twenty, 300) { BaselineRepetitions = 3, CandidateRepetitions = 3 },
        new(new PassFail(0.1), Twenty, 300) { BaselineRepetitions = 3 },
        new(new NormalScores(), Twenty, 300) { Loss = 0.08 },
        new(new LognormalScores(1), Twenty, 300) { Loss = 0.05, Margin = 0 },
        new(new LognormalScores(1), Twenty, 1200) { Loss = 0.07 },
        new(new LognormalScores(1), Twenty, 1500) { Loss = 0.08, Grouping = Grouping.Equal },
        new(new LognormalScores(1), Twenty, 300) { Loss = 0.09, BaselineRepetitions = 3 },
        new(new LognormalScores(0.2), Twenty, 300) { Loss = 0.1 },
        new(new LognormalScores(0.2), Twenty, 1200) { Loss = 0.1 },
        new(new RareTotalLosses(0.01, 0), Twenty, 300),
        new(new RareTotalLosses(0.01, 0), Twenty, 1200) { Loss = 0.12 },
        new(new RareTotalLosses(0.01, 0.5), Twenty, 300) { Loss = 0.1 },
        new(new RareTotalLosses(0.01, 0.5), Twenty, 1200) { Loss = 0.08 },
    ];

    /// <summary>Measures everything.</summary>
    /// <param name="progress">Told of every row as it comes.</param>
    /// <returns>The rows, enumerated ones first.</returns>
    public IReadOnlyList<Row> Run(Action<Row> progress)
    {
        var simulation = new Simulation(Rules, effort);
        var scenarios = isQuick ? QuickScenarios : [.. QuickScenarios, .. OtherScenarios];
        var rows = new List<Row>();
        var measured = (isQuick ? Tables[..2] : Tables).SelectMany(Enumerated)
            .Concat((isQuick ? Sizes[..1] : Sizes).Select(cases => WorstShape(simulation, cases)))
            .Concat(scenarios.SelectMany(simulation.Run));
        foreach (var row in measured)
        {
            progress(row);
            rows.Add(row);
        }

        return rows;
    }

    private static Row WorstShape(Simulation simulation, int cases) => simulation.Worst(
        FormattableString.Invariant($"bounded score, {cases} cases, 1 slice, worst of {Shapes.Count} shapes"),
        Question.WrongAssurance, 0.05, [.. Shapes.Select(shape => new Scenario(shape, Layout.Single, cases))]);

    private IEnumerable<Row> Enumerated((int Cases, double Margin) table)
    {
        var enumeration = new Enumeration(Rules, table.Cases, table.Margin, effort.Replicates);
        var setting = FormattableString.Invariant($"pass/fail, {table.Cases} cases, 1 slice, {100 * table.Margin} pp tolerated");
        yield return enumeration.Worst($"{setting}, worst of 0 to 20 % flip", Question.FalseBlock, 0, GainRates[1..]);
        yield return enumeration.Worst($"{setting}, worst of 0 to 20 % flip", Question.WrongAssurance, table.Margin, GainRates);
        yield return enumeration.Worst($"{setting}, 5 % flip", Question.Assurance, 0, [0.025]);
        yield return enumeration.Worst($"{setting}, 5 % flip", Question.Detection, 3 * table.Margin, [0.02]);
    }
}
