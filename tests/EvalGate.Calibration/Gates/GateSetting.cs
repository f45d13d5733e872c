using EvalGate.Calibration.Worlds;

namespace EvalGate.Calibration.Gates;

/// <summary>A suite with five metrics and twenty overlapping slices, and how its cases come.</summary>
/// <param name="Cases">Number of cases.</param>
public sealed record GateSetting(int Cases)
{
    /// <summary>How cases come in groups.</summary>
    public Grouping Grouping { get; init; } = Grouping.None;

    /// <summary>Repetitions of every case in the baseline.</summary>
    public int BaselineRepetitions { get; init; } = 1;

    /// <summary>Repetitions of every case in the candidate.</summary>
    public int CandidateRepetitions { get; init; } = 1;

    /// <summary>What the broken slice loses, in correct answers, where one is broken for good.</summary>
    public double Loss { get; init; } = 0.2;

    /// <summary>How many times fewer trials it is worth: unequal repetitions are shuffled, which takes much longer than flipping signs.</summary>
    public int Thrift { get; init; } = 1;

    /// <summary>What the report calls it.</summary>
    public string Name => string.Join(", ", new[]
    {
        FormattableString.Invariant($"{Cases} cases"),
        Grouping.Name,
        (BaselineRepetitions, CandidateRepetitions) == (1, 1) ? "" : FormattableString.Invariant($"{BaselineRepetitions} and {CandidateRepetitions} repetitions"),
    }.Where(part => part.Length > 0));
}
