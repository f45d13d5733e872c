namespace EvalGate.Gating;

/// <summary>Sums over some paired cases with one result a side, as a database adds them: fixed-point scores, oriented so that more is better.</summary>
/// <remarks>Scores and differences are below 2²¹ in size, so that a cube still fits into 64 bits.</remarks>
public sealed record PairSums
{
    /// <summary>Cases.</summary>
    public required long Cases { get; init; }

    /// <summary>Cases that got better.</summary>
    public required long Gains { get; init; }

    /// <summary>Cases that got worse.</summary>
    public required long Losses { get; init; }

    /// <summary>Cases whose baseline has something to lose.</summary>
    public required long Losable { get; init; }

    /// <summary>Sum of the baseline's scores.</summary>
    public required Int128 Baseline { get; init; }

    /// <summary>Sum of the candidate's scores.</summary>
    public required Int128 Candidate { get; init; }

    /// <summary>Sum of the squares of the candidate's scores.</summary>
    public Int128 SquaredCandidate { get; init; }

    /// <summary>Sum of the cubes of the candidate's scores.</summary>
    public Int128 CubedCandidate { get; init; }

    /// <summary>Sum of the squares of candidate − baseline.</summary>
    public Int128 SquaredDifferences { get; init; }

    /// <summary>Sum of the cubes of candidate − baseline.</summary>
    public Int128 CubedDifferences { get; init; }

    /// <summary>The sums over both sets of cases.</summary>
    /// <param name="other">Other cases of the same metric and slice.</param>
    public PairSums Plus(PairSums other) => new()
    {
        Cases = Cases + other.Cases,
        Gains = Gains + other.Gains,
        Losses = Losses + other.Losses,
        Losable = Losable + other.Losable,
        Baseline = Baseline + other.Baseline,
        Candidate = Candidate + other.Candidate,
        SquaredCandidate = SquaredCandidate + other.SquaredCandidate,
        CubedCandidate = CubedCandidate + other.CubedCandidate,
        SquaredDifferences = SquaredDifferences + other.SquaredDifferences,
        CubedDifferences = CubedDifferences + other.CubedDifferences,
    };
}
