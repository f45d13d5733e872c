using EvalGate.Calibration.Trials;

namespace EvalGate.Calibration.Worlds;

/// <summary>One setting of the study.</summary>
/// <param name="CaseOutcomes">How scores come about.</param>
/// <param name="Layout">Which slices there are.</param>
/// <param name="Cases">Number of cases.</param>
public sealed record Scenario(CaseOutcomes CaseOutcomes, Layout Layout, int Cases)
{
    /// <summary>Tolerated drop; 0 tolerates none, and then nothing is ever held.</summary>
    public double Margin { get; init; } = 0.05;

    /// <summary>The drop that a rule should notice.</summary>
    public double Loss { get; init; } = 0.15;

    /// <summary>How cases come in groups.</summary>
    public Grouping Grouping { get; init; } = Grouping.None;

    /// <summary>Repetitions of every case in the baseline.</summary>
    public int BaselineRepetitions { get; init; } = 1;

    /// <summary>Repetitions of every case in the candidate.</summary>
    public int CandidateRepetitions { get; init; } = 1;

    /// <summary>What the report calls it.</summary>
    public string Name => string.Join(", ", new[]
    {
        CaseOutcomes.Name,
        FormattableString.Invariant($"{Cases} cases"),
        Layout.Name,
        Grouping.Name,
        (BaselineRepetitions, CandidateRepetitions) == (1, 1) ? "" : FormattableString.Invariant($"{BaselineRepetitions} and {CandidateRepetitions} repetitions"),
        Margin == 0.05 ? "" : FormattableString.Invariant($"{100 * Margin} pp tolerated"),
    }.Where(part => part.Length > 0));

    /// <summary>What is known beforehand.</summary>
    public TrialShape Shape => new(
        CaseOutcomes.IsPassFail, Grouping.HasGroups, (BaselineRepetitions, CandidateRepetitions) != (1, 1), Margin, CaseOutcomes.Level);

    /// <summary>Draws one trial.</summary>
    /// <param name="draws">Its randomness.</param>
    /// <param name="loss">How much the cases of the target slice lose.</param>
    /// <param name="replicates">Hashed replicates of step-downs.</param>
    /// <returns>The trial.</returns>
    public Trial Draw(Draws draws, double loss, int replicates) => new(
        Shape, Layout.SliceCount, CaseOutcomes.Scale, [.. Enumerable.Range(0, Cases).Select(index => CaseOf(index, draws, loss))], replicates);

    private TrialCase CaseOf(int index, Draws draws, double targetLoss)
    {
        var group = Grouping.GroupOf(index);
        Draws own = draws.Of(2 * index), shared = draws.Of(2 * group + 1);
        var source = Grouping.HasGroups && own[0] < Grouping.Cohesion ? shared : own;
        var slices = Layout.SlicesOf(index, Cases);
        var loss = slices.Contains(Layout.Target) ? targetLoss : 0;
        return new(
            index, group, slices,
            [.. Enumerable.Range(0, BaselineRepetitions).Select(repetition => CaseOutcomes.Steps(source[2 + 2 * repetition], source[1], 0))],
            [.. Enumerable.Range(0, CandidateRepetitions).Select(repetition => CaseOutcomes.Steps(source[3 + 2 * repetition], source[1], loss))]);
    }
}
